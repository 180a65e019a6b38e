package org.counterpoint.experiment.jdks;

import java.nio.file.Path;

/** What is asked for, whatever JDKs this machine has. */
public final class JdksSetting {

  private JdksSetting() {}

  /** Throws if it makes no sense on any machine. */
  public static void require(String setting) throws InvalidJdks {
    Request.parse(setting, Path.of(System.getProperty("user.home")));
  }
}
