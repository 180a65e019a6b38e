package org.counterpoint.documentation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder that looks like a checkout which has been built, in which commands run that nobody here
 * has written again: its scripts, its jars and its committed run are this project's. Two programs
 * stand in for the real ones: {@code mvn} notes what it was asked and leaves a run that was made
 * before, and {@code java} hands on to the real one, but for JMH's numbers and lengths of
 * iterations, of which it takes the least.
 */
final class Checkout {

  /** What came of a script, with what it printed to both streams. */
  record Result(int exit, String output) {}

  private static final long LIMIT_SECONDS = 240;

  private static final String MVN =
      """
      #!/usr/bin/env bash
      printf '%s\\n' "$@" '' >>"$CHECKOUT/mvn.txt"
      for word; do
        case $word in
          -Dbench.results=*) mkdir -p "${word#*=}" && cp -R "$CHECKOUT/made/." "${word#*=}" ;;
        esac
      done
      if [ -n "${MVN_WAITS:-}" ]; then
        trap 'echo mvn was interrupted; exit 130' INT
        echo >"$CHECKOUT/waiting"
        while :; do sleep 0.05; done
      fi
      """;

  private static final String JAVA =
      """
      #!/usr/bin/env bash
      words=()
      jmh=
      while [ $# -gt 0 ]; do
        [ "$1" = benchmarks/target/benchmarks.jar ] && [ "${words[*]}" = -jar ] && jmh=1
        words+=("$1")
        if [ -n "$jmh" ]; then
          case $1 in
            -f | -wi) words+=(0); shift ;;
            -i) words+=(1); shift ;;
            -w | -r) words+=(10ms); shift ;;
          esac
        fi
        shift
      done
      # A lock of its own: whoever measures on this machine meanwhile doesn't matter here.
      exec "$JAVA_HOME/bin/java" -Djava.io.tmpdir="$CHECKOUT/tmp" "${words[@]}"
      """;

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private final Path folder;

  private Checkout(Path folder) {
    this.folder = folder;
  }

  /** In a folder that is empty. */
  static Checkout in(Path folder) throws IOException {
    Checkout checkout = new Checkout(folder);
    for (Path script : filesOf(ROOT.resolve(".ci"))) {
      copy(script, folder.resolve(ROOT.relativize(script)));
    }
    for (String jar :
        List.of("analysis/target/counterpoint.jar", "benchmarks/target/benchmarks.jar")) {
      copy(ROOT.resolve(jar), folder.resolve(jar));
    }
    for (Path file : filesOf(ROOT.resolve("results/reference"))) {
      copy(file, folder.resolve(ROOT.relativize(file)));
    }
    checkout.program("mvn", MVN);
    checkout.program("java", JAVA);
    Files.createDirectory(folder.resolve("made"));
    Files.createDirectory(folder.resolve("tmp"));
    return checkout;
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.exists(from)) {
      throw new IllegalStateException(from + " is not there: it comes with mvn package");
    }
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private void program(String name, String text) throws IOException {
    Path file = folder.resolve("bin").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " can't be made a program");
    }
  }

  /** Something in it. */
  Path at(String path) {
    return folder.resolve(path);
  }

  /** What {@code mvn} was asked, once for each time. */
  List<List<String>> maven() throws IOException {
    List<List<String>> asked = new ArrayList<>();
    Path notes = folder.resolve("mvn.txt");
    if (Files.exists(notes)) {
      for (String one : Files.readString(notes).split("\n\n", -1)) {
        if (!one.isBlank()) {
          asked.add(one.strip().lines().toList());
        }
      }
    }
    return asked;
  }

  /** As GitHub runs a step whose shell is {@code bash}. */
  Result run(String script, Map<String, String> environment) throws Exception {
    return begin(script, environment).await();
  }

  Running begin(String script, Map<String, String> environment) throws IOException {
    Path file =
        Files.writeString(Files.createTempFile(folder.resolve("bin"), "step", ".sh"), script);
    Path output = Files.createTempFile(folder.resolve("bin"), "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", file.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Map<String, String> all = builder.environment();
    all.keySet().removeIf(name -> name.startsWith("GITHUB_") || name.startsWith("MAVEN_"));
    all.put("CHECKOUT", folder.toString());
    all.put("JAVA_HOME", System.getProperty("java.home"));
    all.put("PATH", folder.resolve("bin") + ":" + all.get("PATH"));
    all.putAll(environment);
    return new Running(builder.start(), output);
  }

  /** A script that may not have ended. */
  record Running(Process process, Path output) {

    Result await() throws Exception {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError("not ended after " + LIMIT_SECONDS + " s: " + printed());
      }
      return new Result(process.exitValue(), printed());
    }

    String printed() throws IOException {
      return Files.readString(output, StandardCharsets.UTF_8);
    }
  }
}
