package org.counterpoint.experiment.yaml;

/**
 * Where something stands.
 *
 * @param file as the user named it
 * @param line from 1
 * @param column from 1, in characters
 */
public record Place(String file, int line, int column) {

  /**
   * What to throw if the file is wrong here: {@code what} says what is wrong, and what is right.
   */
  public InvalidYaml refuse(String what) {
    return new InvalidYaml(this + ": " + what);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
