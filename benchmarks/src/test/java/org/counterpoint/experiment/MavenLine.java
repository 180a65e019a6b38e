package org.counterpoint.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.counterpoint.experiment.jdks.JdksSetting;
import picocli.CommandLine;

/** A command line of {@code mvn}, held to what the poms and the job take without running Maven. */
public final class MavenLine {

  private static final Set<String> PHASES = Set.of("clean", "test", "package", "verify");
  private static final Set<String> FLAGS = Set.of("-B", "-ntp", "-q", "-o");

  private static final List<Path> POMS =
      List.of(Path.of("..", "pom.xml"), Path.of("..", "analysis", "pom.xml"), Path.of("pom.xml"));

  private MavenLine() {}

  /**
   * Throws if the build or the job would refuse it.
   *
   * @param words behind {@code mvn}
   * @param root where relative paths of settings begin
   * @throws IllegalArgumentException if the build would refuse a word, or pass over it
   * @throws Exception what the job says of a setting
   */
  public static void require(List<String> words, Path root) throws Exception {
    Map<String, String> settings = new TreeMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("-pl")) {
        i++;
        requireInPoms("<module>" + words.get(i) + "</module>");
      } else if (word.startsWith("-P")) {
        requireInPoms("<profile>\\s*(?:<!--[^>]*-->\\s*)?<id>" + word.substring(2) + "</id>");
      } else if (word.startsWith("-Dbench.")) {
        String[] parts = word.substring("-D".length()).split("=", 2);
        settings.put(parts[0], parts.length == 2 ? parts[1] : "true");
      } else if (!word.equals("-DskipTests") && !PHASES.contains(word) && !FLAGS.contains(word)) {
        throw new IllegalArgumentException("mvn " + word + ": no phase or option that is known");
      }
    }
    if (!settings.isEmpty() && !words.contains("-Pbench")) {
      throw new IllegalArgumentException("settings of a run, and no -Pbench: " + words);
    }
    requireSettings(words, settings, root);
  }

  private static void requireInPoms(String pattern) throws IOException {
    Pattern wanted = Pattern.compile(pattern);
    for (Path pom : POMS) {
      if (wanted.matcher(Files.readString(pom)).find()) {
        return;
      }
    }
    throw new IllegalArgumentException("no pom has " + pattern);
  }

  private static void requireSettings(List<String> words, Map<String, String> settings, Path root)
      throws Exception {
    Settings.rejectUnknown(String.join(" ", words), Main.SETTINGS);
    List<String> options = new ArrayList<>();
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      boolean isFile = setting.getValue().endsWith(".yaml");
      options.add(
          setting.getKey().replaceFirst("bench\\.", "--")
              + "="
              + (isFile ? root.resolve(setting.getValue()) : setting.getValue()));
    }
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Main main = new Main(nowhere, nowhere);
    new CommandLine(main).parseArgs(options.toArray(String[]::new));
    main.settings();
    JdksSetting.require(settings.getOrDefault("bench.jdks", ""));
    String resumed = settings.remove("bench.resume");
    if (resumed != null && !resumed.isEmpty()) {
      Settings.requireAlone(settings);
      if (!Files.exists(root.resolve(resumed).resolve("run.json"))) {
        throw new IllegalArgumentException(resumed + ": no run to go on with");
      }
    }
  }
}
