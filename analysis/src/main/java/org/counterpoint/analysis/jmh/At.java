package org.counterpoint.analysis.jmh;

import java.nio.file.Path;

/**
 * A place in a file.
 *
 * @param line from 1
 * @param column from 1
 * @param remedy what to do if the file is wrong here and nothing better is known
 */
record At(Path file, int line, int column, String remedy) {

  UnreadableInput refuse(String reason) {
    return refuse(reason, remedy);
  }

  UnreadableInput refuse(String reason, String better) {
    return new UnreadableInput(file, line, column, reason, better);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
