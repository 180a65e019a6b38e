package org.counterpoint.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.counterpoint.analysis.jmh.RunJdk;
import org.counterpoint.analysis.model.JvmVariant;

/**
 * Whether a JDK takes the flags that it is to be measured with: asked before the first fork, rather
 * than by hundreds of forks that fail.
 */
final class FlagCheck {

  private static final int SECONDS = 30;
  private static final int LONGEST = 200;

  private FlagCheck() {}

  /** Refuses the first of them that it doesn't take. */
  static void require(RunJdk jdk, List<JvmVariant> jvms) throws Settings.Invalid, IOException {
    Path java = Path.of(jdk.home(), "bin", "java");
    for (JvmVariant jvm : jvms) {
      if (!jvm.flags().isEmpty()) {
        Optional<String> objection = objection(java, jvm.flags());
        if (objection.isPresent()) {
          throw new Settings.Invalid(
              "jvm flags \"%s\" (%s) on JDK %s: %s"
                  .formatted(
                      jvm.name(), String.join(" ", jvm.flags()), jdk.version(), objection.get()));
        }
      }
    }
  }

  /**
   * What a JVM says against these flags, if it doesn't start with them or ignores one: what is
   * ignored would be measured as if it did something.
   *
   * @param java the launcher
   */
  static Optional<String> objection(Path java, List<String> flags) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(flags);
    command.add("-version");
    // Into a file, since a flag may have a JVM print more than a pipe holds.
    Path output = Files.createTempFile("counterpoint", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        return Optional.of("java -version did not end within " + SECONDS + " s");
      }
      String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
      return process.exitValue() == 0 ? ignored(said) : Optional.of(complaint(said));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(output);
    }
  }

  static Optional<String> ignored(String output) {
    return output.lines().filter(line -> line.contains("Ignoring option ")).findFirst();
  }

  private static String complaint(String output) {
    String reason =
        output
            .replaceAll("Error: (Could not create the Java|A fatal exception has)[^\\n]*", "")
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("; "));
    return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST) + "…";
  }
}
