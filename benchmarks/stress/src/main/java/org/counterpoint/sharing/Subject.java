package org.counterpoint.sharing;

/**
 * What the tests in this JVM are run on. jcstress creates their states without arguments, so that
 * the name comes by a system property.
 */
final class Subject {

  private static final String PROPERTY = "stress.subject";

  private Subject() {}

  /** The name, or that of the default, for a test that is started without any. */
  static String name(Enum<?> otherwise) {
    return System.getProperty(PROPERTY, otherwise.name());
  }

  /** The option of the JVM that names it. */
  static String option(String name) {
    return "-D" + PROPERTY + "=" + name;
  }
}
