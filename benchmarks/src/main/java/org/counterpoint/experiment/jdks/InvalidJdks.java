package org.counterpoint.experiment.jdks;

/**
 * A choice of JDKs that can't be. The message is one line: the setting, what is wrong with it, and
 * what there is.
 */
public final class InvalidJdks extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidJdks(String part, String problem) {
    super("-D" + Jdks.SETTING + "=" + part + ": " + problem);
  }
}
