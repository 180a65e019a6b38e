package org.counterpoint.experiment;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The main job in a process of its own, with a small suite, to be ended in all ways. */
final class JobProcess {

  /** One strategy and the controls, two forks each. */
  static final int FORKS = 2 * 5;

  private static final long LIMIT_SECONDS = 120;

  private static final String SUITE =
      """
      verdicts: no
      workloads: increment
      strategies: ATOMIC_INTEGER
      threads: 1
      forks: 2
      warm-up: 1 x 10 ms
      measurement: 2 x 20 ms
      """;

  private final Path folder;
  private final Process process;
  private final Path output;

  private JobProcess(Path folder, Process process, Path output) {
    this.folder = folder;
    this.process = process;
    this.output = output;
  }

  static JobProcess begin(Path folder) throws IOException {
    Path suite = Files.writeString(folder.resolve("small.yaml"), SUITE);
    return start(folder, "--suite=" + suite);
  }

  static JobProcess resume(Path folder) throws IOException {
    return start(folder, "--resume=" + run(folder));
  }

  static JobProcess start(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // A lock of its own: whoever measures on this machine meanwhile doesn't matter here.
    command.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
    command.add("-Djava.awt.headless=true");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("org.counterpoint.experiment.Main");
    command.add("--results=" + folder.resolve("results"));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    // Read as the user's command line by the job, and it isn't.
    builder.environment().remove("MAVEN_CMD_LINE_ARGS");
    return new JobProcess(folder, builder.start(), output);
  }

  /** The one run that there is. */
  static Path run(Path folder) throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("results"))) {
      List<Path> all = runs.toList();
      if (all.size() != 1) {
        throw new IllegalStateException("one run, not " + all);
      }
      return all.get(0);
    }
  }

  /** By name alone: what the job writes beside them comes and goes meanwhile. */
  static List<Path> journal(Path folder) throws IOException {
    Path results = folder.resolve("results");
    List<Path> forks = new ArrayList<>();
    if (Files.isDirectory(results)) {
      for (Path run : entries(results, "*")) {
        Path journal = run.resolve("journal");
        if (Files.isDirectory(journal)) {
          forks.addAll(entries(journal, "[0-9][0-9][0-9][0-9][0-9][0-9].json"));
        }
      }
    }
    return forks.stream().sorted().toList();
  }

  private static List<Path> entries(Path folder, String pattern) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
      found.forEach(entries::add);
    }
    return entries;
  }

  /** Returns when so many forks have finished, or the job has ended. */
  void awaitForks(int n) throws IOException, InterruptedException {
    while (process.isAlive() && journal(folder).size() < n) {
      Thread.sleep(5);
    }
  }

  List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /** As a power cut would. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** As Ctrl-C does. */
  void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("not ended after " + LIMIT_SECONDS + " s");
    }
    return process.exitValue();
  }

  String output() throws IOException {
    return Files.readString(output);
  }
}
