package org.counterpoint.experiment.jdks;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpoint.analysis.jmh.Blackhole;
import org.openjdk.jmh.runner.CompilerHints;

/** Starts the launcher, with a time limit. */
final class ProcessProbe implements Probe {

  /** For a cold disk, a virus scanner, and the two JVMs that JMH's own question starts. */
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** As {@code -XshowSettings:properties} writes them, in every version and language. */
  private static final Pattern PROPERTY = Pattern.compile("\\s+([a-z][A-Za-z.]*) = (.*)");

  /** What a JVM prints before it comes to the point. */
  private static final Predicate<String> PREAMBLE =
      Pattern.compile("\\s*|(WARNING|NOTE|Picked up|OpenJDK .* warning)\\b.*").asMatchPredicate();

  private final Duration limit;

  ProcessProbe() {
    this(LIMIT);
  }

  ProcessProbe(Duration limit) {
    this.limit = limit;
  }

  @Override
  public Identity identify(Path java) throws Unfit {
    String output = output(List.of(java.toString(), "-XshowSettings:properties", "-version"));
    Map<String, String> properties = new HashMap<>();
    output
        .lines()
        .map(PROPERTY::matcher)
        .filter(Matcher::matches)
        .forEach(line -> properties.putIfAbsent(line.group(1), line.group(2).strip()));
    return Identity.of(name -> Optional.ofNullable(properties.get(name)));
  }

  @Override
  public Blackhole blackhole(Path java) throws Unfit {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    // What makes up JMH's mind here must do so there.
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("jmh.blackhole.") || name.startsWith("jmh.compilerhints."))
        .sorted()
        .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
    command.addAll(List.of("-cp", classPath(), JmhHost.class.getName()));
    String answer =
        output(command)
            .lines()
            .filter(line -> line.startsWith(JmhHost.ANSWER))
            .map(line -> line.substring(JmhHost.ANSWER.length()).strip())
            .findFirst()
            .orElse("");
    return Stream.of(Blackhole.values())
        .filter(mode -> mode.name().equals(answer))
        .findFirst()
        .orElseThrow(
            () -> new Unfit(Unusable.Why.BROKEN, "JMH can't find out its blackhole mode on it"));
  }

  private String output(List<String> command) throws Unfit {
    TimedProcess.Ended ended;
    try {
      ended = TimedProcess.run(command, limit);
    } catch (IOException e) {
      throw new Unfit(Unusable.Why.BROKEN, "its java can't be started: " + reason(e));
    }
    if (ended.exitCode().isEmpty()) {
      throw new Unfit(
          Unusable.Why.NO_ANSWER, "its java gave no answer within " + seconds(limit) + " s");
    }
    int code = ended.exitCode().getAsInt();
    if (code != 0) {
      String said =
          ended
              .output()
              .lines()
              .filter(PREAMBLE.negate())
              .findFirst()
              .map(String::strip)
              .orElse("");
      throw new Unfit(
          Unusable.Why.BROKEN,
          "its java ended with exit code " + code + (said.isEmpty() ? "" : ": " + said));
    }
    return ended.output();
  }

  /** Without the command, which the JDK puts in front of it. */
  private static String reason(IOException failure) {
    String text = String.valueOf(failure.getMessage());
    int command = text.indexOf("\": ");
    return (command < 0 ? text : text.substring(command + 3)).strip();
  }

  private static String seconds(Duration duration) {
    return String.valueOf(duration.toMillis() / 1000.0).replaceFirst("\\.0$", "");
  }

  /** As little as {@link JmhHost} needs: of a jar, or of the folders and jars of a build. */
  private static String classPath() {
    return Stream.of(JmhHost.class, CompilerHints.class, Blackhole.class)
        .map(ProcessProbe::place)
        .distinct()
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("classes from a place that is no path", e);
    }
  }
}
