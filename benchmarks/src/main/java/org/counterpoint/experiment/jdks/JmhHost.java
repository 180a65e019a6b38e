package org.counterpoint.experiment.jdks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterpoint.analysis.jmh.Blackhole;
import org.openjdk.jmh.runner.CompilerHints;

/**
 * What JMH decides about the JVM that hosts it. A program of its own too, which is run by the
 * {@code java} of another JDK to learn what JMH would decide there.
 */
final class JmhHost {

  /** Stands in front of the answer, among whatever else a JVM may print. */
  static final String ANSWER = "counterpoint.blackhole=";

  private static final String HINTS_FILE = "-XX:CompileCommandFile=";

  private JmhHost() {}

  /** Prints the mode. */
  public static void main(String[] args) {
    System.out.println(ANSWER + blackhole());
  }

  /** The mode that every fork gets that this JVM starts through JMH. */
  static Blackhole blackhole() {
    // JMH keeps the mode to itself, but for what it adds to a fork's command line.
    List<String> command = new ArrayList<>(List.of("java"));
    CompilerHints.addCompilerHints(command);
    if (command.contains("-DcompilerBlackholesEnabled=true")) {
      return Blackhole.COMPILER;
    }
    return hintsFile(command)
        .filter(JmhHost::keepsCallsFromInlining)
        .map(file -> Blackhole.DONTINLINE)
        .orElse(Blackhole.FULL);
  }

  private static Optional<Path> hintsFile(List<String> command) {
    return command.stream()
        .filter(word -> word.startsWith(HINTS_FILE))
        .map(word -> Path.of(word.substring(HINTS_FILE.length())))
        .findFirst();
  }

  private static boolean keepsCallsFromInlining(Path hints) {
    try {
      return Files.readString(hints)
          .lines()
          .anyMatch(
              line -> line.startsWith("dontinline,") && line.contains("Blackhole.consumeFull"));
    } catch (IOException e) {
      throw new IllegalStateException("JMH's own hints can't be read: " + hints, e);
    }
  }
}
