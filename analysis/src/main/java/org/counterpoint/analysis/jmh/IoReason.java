package org.counterpoint.analysis.jmh;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file operation failed, in words: the JDK's exceptions often carry a bare path. */
public final class IoReason {

  private IoReason() {}

  /** A few words without the path, such as {@code permission denied}. */
  public static String of(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NotDirectoryException) {
      return "not a folder";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "something of that name is in the way";
    }
    String text =
        failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
    return text == null ? failure.getClass().getSimpleName() : text;
  }
}
