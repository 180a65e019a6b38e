package org.counterpoint.analysis.jmh;

import org.counterpoint.analysis.model.Jdk;

/** A measurement must be of the JDK whose name it goes by. */
final class JdkCheck {

  private JdkCheck() {}

  static void require(RunJdk expected, Jdk found, At at) throws UnreadableInput {
    boolean unknown = found.version().equals(Jdk.UNKNOWN.version());
    if (!unknown && !found.version().equals(expected.version())) {
      throw at.refuse(
          "measured on JDK "
              + found.version()
              + ", but run.json says that \""
              + expected.label()
              + "\" is "
              + expected.version(),
          "re-run it: JDKs must not change within a run");
    }
  }
}
