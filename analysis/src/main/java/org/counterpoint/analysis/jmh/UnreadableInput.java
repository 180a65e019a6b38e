package org.counterpoint.analysis.jmh;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Input that cannot be used. Its message is one line, {@code file:line:column: reason: remedy}, fit
 * to be shown to whoever named the file.
 */
public final class UnreadableInput extends IOException {

  private static final int LONGEST = 300;

  private final transient Path file;
  private final int line;
  private final int column;
  private final String reason;
  private final String remedy;

  /**
   * For input that is wrong at one place.
   *
   * @param file as the caller named it
   * @param line from 1; 0 where the whole file is meant
   * @param column from 1, in bytes; 0 where the whole file is meant
   * @param reason what is wrong
   * @param remedy what to do
   */
  public UnreadableInput(Path file, int line, int column, String reason, String remedy) {
    super(
        printable(line > 0 ? file + ":" + line + ":" + column : file.toString())
            + ": "
            + oneLine(reason)
            + ": "
            + oneLine(remedy));
    this.file = file;
    this.line = line;
    this.column = column;
    this.reason = oneLine(reason);
    this.remedy = oneLine(remedy);
  }

  /** For a file that is wrong as a whole. */
  public UnreadableInput(Path file, String reason, String remedy) {
    this(file, 0, 0, reason, remedy);
  }

  // Names and parts of files get into messages, so line breaks and terminal escapes could, too.
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
  }

  private static String oneLine(String text) {
    String line = printable(text).strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  public Path file() {
    return file;
  }

  /** From 1; 0 where the whole file is meant. */
  public int line() {
    return line;
  }

  /** From 1, in bytes; 0 where the whole file is meant. */
  public int column() {
    return column;
  }

  /** What is wrong. */
  public String reason() {
    return reason;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }
}
