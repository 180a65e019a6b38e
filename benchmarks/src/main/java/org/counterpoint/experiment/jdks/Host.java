package org.counterpoint.experiment.jdks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.counterpoint.analysis.jmh.Blackhole;

/**
 * The JVM that hosts JMH, which is the one that this code runs on. JMH takes its blackhole mode for
 * every fork, whatever JDK the fork runs on.
 *
 * @param home its folder, links followed
 */
record Host(Path home, Identity identity, Blackhole blackhole) {

  /** Has JMH find out its mode, which takes two starts of a JVM, once in a process. */
  static Host ofThisProcess() {
    try {
      return new Host(
          Path.of(System.getProperty("java.home")).toRealPath(),
          Identity.of(name -> Optional.ofNullable(System.getProperty(name))),
          JmhHost.blackhole());
    } catch (IOException | Unfit e) {
      throw new IllegalStateException("a JVM that doesn't know itself", e);
    }
  }
}
