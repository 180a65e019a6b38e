package org.counterpoint.sharing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;

/** Compiles sources of the tests' own against the classes of this build. */
final class Javac {

  /** Whether it compiled, and what the compiler said. */
  record Result(boolean compiled, String said) {}

  // What javac must open to Error Prone, kept in one place: Maven's own.
  private static final Path JVM_CONFIG = Path.of("..", ".mvn", "jvm.config");

  private Javac() {}

  /** With nothing but the compiler, in this JVM. */
  static Result plain(Path classes, List<Path> sources) {
    List<String> arguments = common(classes, sources);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, said, said, arguments.toArray(String[]::new));
    return new Result(code == 0, said.toString(StandardCharsets.UTF_8));
  }

  /** With Error Prone and its defaults, in a JVM of its own, which it needs options for. */
  static Result errorProne(Path classes, List<Path> sources)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    for (String option : Files.readAllLines(JVM_CONFIG)) {
      command.add("-J" + option);
    }
    command.addAll(
        List.of(
            "-XDcompilePolicy=simple",
            "-XDaddTypeAnnotationsToSymbol=true",
            "--should-stop=ifError=FLOW",
            "-processorpath",
            System.getProperty("java.class.path"),
            "-Xplugin:ErrorProne"));
    command.addAll(common(classes, sources));
    Path said = Files.createTempFile(classes, "javac", ".txt");
    Process javac =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!javac.waitFor(60, TimeUnit.SECONDS)) {
      javac.destroyForcibly();
      throw new AssertionError("javac has not ended within 60 s: " + Files.readString(said));
    }
    return new Result(javac.exitValue() == 0, Files.readString(said));
  }

  private static List<String> common(Path classes, List<Path> sources) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-encoding",
                "UTF-8",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path")));
    sources.forEach(source -> arguments.add(source.toString()));
    return arguments;
  }
}
