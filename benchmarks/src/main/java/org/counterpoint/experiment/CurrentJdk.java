package org.counterpoint.experiment;

import java.util.ArrayList;
import java.util.List;
import org.counterpoint.analysis.jmh.Blackhole;
import org.counterpoint.analysis.jmh.RunJdk;
import org.openjdk.jmh.runner.CompilerHints;

/** The JDK that this JVM belongs to. */
final class CurrentJdk {

  private CurrentJdk() {}

  static RunJdk describe() {
    String version = System.getProperty("java.version");
    return new RunJdk(
        version,
        version,
        System.getProperty("java.vm.name"),
        System.getProperty("java.vm.version"),
        System.getProperty("java.home"),
        blackhole());
  }

  /** JMH keeps the mode to itself, but for what it adds to a fork's command line. */
  private static Blackhole blackhole() {
    List<String> command = new ArrayList<>(List.of("java"));
    CompilerHints.addCompilerHints(command);
    return command.contains("-DcompilerBlackholesEnabled=true")
        ? Blackhole.COMPILER
        : Blackhole.FULL;
  }
}
