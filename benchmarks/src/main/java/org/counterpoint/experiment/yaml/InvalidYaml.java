package org.counterpoint.experiment.yaml;

/**
 * A file that cannot be used. Its message is one line, {@code file:line:column: what is wrong}, fit
 * to be shown to whoever wrote the file.
 */
public final class InvalidYaml extends Exception {

  private static final long serialVersionUID = 1L;

  InvalidYaml(String message) {
    super(oneLine(message));
  }

  /** For a file that is wrong as a whole. */
  InvalidYaml(String file, String what) {
    this(file + ": " + what);
  }

  // Parts of the file get into messages, so line breaks and terminal escapes could, too.
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
  }
}
