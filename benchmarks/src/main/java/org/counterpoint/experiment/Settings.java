package org.counterpoint.experiment;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.counterpoint.experiment.jdks.Jdks;
import org.counterpoint.experiment.yaml.InvalidYaml;
import org.counterpoint.sharing.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * What a new run is asked to do, checked. Every setting may be left empty and then has its default.
 *
 * @param threads ascending
 * @param forks of every cell; empty for the suite's own
 * @param jdks as it was given
 * @param margin the relative difference below which two values are the same
 * @param budgetSeconds of wall time; 0 for no bound
 */
public record Settings(
    Suite suite,
    List<Strategy> strategies,
    List<Integer> threads,
    OptionalInt forks,
    String jdks,
    double margin,
    double budgetSeconds,
    Path results,
    long seed) {

  static final double USUAL_MARGIN = 0.05;

  /** Whoever gets a budget wants to know more than without one, but not for ever. */
  private static final int WITH_A_BUDGET = 2;

  private static final Pattern BUDGET =
      Pattern.compile("(?:([0-9]{1,4})h)?(?:([0-9]{1,5})m)?(?:([0-9]{1,6})s)?");
  private static final Pattern MARGIN = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3})?) ?%");

  public Settings {
    strategies = List.copyOf(strategies);
    threads = List.copyOf(threads);
  }

  /** A setting that can't be: the message names it, its value and the valid ones. */
  public static final class Invalid extends Exception {
    private static final long serialVersionUID = 1L;

    Invalid(String message) {
      super(message);
    }
  }

  /**
   * The suite of that name, or the one in that file.
   *
   * @param cores that numbers of threads relate to
   */
  static Suite suite(String text, int cores) throws Invalid {
    String wanted = text.isBlank() ? "standard" : text.strip();
    try {
      return Suites.isPath(wanted)
          ? Suites.read(Path.of(wanted), cores)
          : Suites.named(oneOf(wanted), cores);
    } catch (InvalidYaml wrong) {
      throw new Invalid(String.valueOf(wrong.getMessage()));
    } catch (InvalidPathException wrong) {
      throw new Invalid("-Dbench.suite: no path: " + wrong.getReason());
    }
  }

  /** The suite, or the same twice where that is asked for. */
  static Suite calibrating(String text, Suite suite) throws Invalid {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "", "false" -> suite;
      case "true" -> suite.twice();
      default ->
          throw new Invalid("-Dbench.calibrate: \"%s\" is neither true nor false".formatted(text));
    };
  }

  private static String oneOf(String suite) throws Invalid {
    String name = suite.toLowerCase(Locale.ROOT);
    if (!Suites.names().contains(name)) {
      throw new Invalid(
          "-Dbench.suite=%s: \"%s\" is none of %s, and no path of a .yaml file"
              .formatted(suite, suite, String.join(", ", Suites.names())));
    }
    return name;
  }

  /**
   * Those asked for of the ones that can do the suite's workloads, or the suite's own; a set stands
   * for what it has of them.
   */
  static List<Strategy> strategies(String text, Suite suite) throws Invalid {
    if (text.isBlank()) {
      return suite.strategies();
    }
    List<Strategy> able = suite.able();
    Set<Strategy> chosen = new LinkedHashSet<>();
    for (String name : parts(text)) {
      Optional<List<Strategy>> set = Strategies.set(name);
      if (set.isPresent()) {
        chosen.addAll(set.get());
      } else {
        chosen.add(
            Strategies.one(name)
                .filter(able::contains)
                .orElseThrow(
                    () ->
                        new Invalid(
                            "-Dbench.strategies=%s: \"%s\" is none of %s"
                                .formatted(
                                    name, name, String.join(", ", Strategies.names(able))))));
      }
    }
    // The registry's order, so that a run doesn't depend on how it was asked for.
    return able.stream().filter(chosen::contains).toList();
  }

  /** Those asked for, or the suite's own. */
  static List<Integer> threads(String text, Suite suite, int cores) throws Invalid {
    if (text.isBlank()) {
      return suite.threads();
    }
    SortedSet<Integer> counts = new TreeSet<>();
    for (String part : parts(text)) {
      ThreadCounts meant =
          ThreadCounts.of(part)
              .orElseThrow(
                  () ->
                      new Invalid(
                          "-Dbench.threads: \"%s\" is not %s".formatted(part, ThreadCounts.VALID)));
      counts.addAll(meant.on(cores));
    }
    return List.copyOf(counts);
  }

  static OptionalInt forks(String text) throws Invalid {
    return text.isBlank()
        ? OptionalInt.empty()
        : OptionalInt.of(number("bench.forks", text.strip(), SuiteReader.MOST_FORKS));
  }

  /** Seconds; 0 where there is none. */
  static double budget(String text) throws Invalid {
    if (text.isBlank()) {
      return 0;
    }
    Matcher form = BUDGET.matcher(text.strip().toLowerCase(Locale.ROOT));
    long seconds =
        form.matches()
            ? 3600 * whole(form.group(1)) + 60 * whole(form.group(2)) + whole(form.group(3))
            : 0;
    if (seconds == 0) {
      throw new Invalid(
          "-Dbench.budget: \"%s\" is no time above zero such as 10m, 90s or 1h30m".formatted(text));
    }
    return seconds;
  }

  /** Relative: 0.05 for 5 %. */
  static double margin(String text) throws Invalid {
    if (text.isBlank()) {
      return USUAL_MARGIN;
    }
    Matcher form = MARGIN.matcher(text.strip());
    double percent = form.matches() ? Double.parseDouble(form.group(1)) : 0;
    if (!(percent > 0 && percent <= 100)) {
      throw new Invalid(
          "-Dbench.margin: \"%s\" is no percentage above 0%% and up to 100%% such as 5%%"
              .formatted(text));
    }
    return percent / 100;
  }

  /**
   * Whether the run ends where everything is decided: who names a number of forks gets that, and
   * who calibrates wants to know what all of them are worth.
   */
  boolean stopsEarly() {
    return suite.supportsVerdicts() && forks.isEmpty() && !suite.calibrates();
  }

  /** How many times the forks that the suite names there may be. */
  int times() {
    return stopsEarly() && budgetSeconds > 0 ? WITH_A_BUDGET : 1;
  }

  /** The suite's, unless a number of forks is named; 0 for none. */
  double precision() {
    return forks.isEmpty() && !suite.calibrates() ? suite.precision() : 0;
  }

  /** As {@link #precision}, for when no cell waits for that any more. */
  double finerPrecision() {
    return precision() > 0 ? suite.finerPrecision() : 0;
  }

  /**
   * Seconds of the run as a whole, unless a budget or a number of forks is named; 0 for no limit.
   *
   * @param jdks on how many it measures
   */
  double limitSeconds(int jdks) {
    return forks.isEmpty() && budgetSeconds == 0
        ? suite.limitSeconds() * jdks * suite.jvms().size()
        : 0;
  }

  /** The command that measures the same again, in an order of its own. */
  String command() {
    StringBuilder command = new StringBuilder("mvn verify -Pbench");
    String suiteSetting = "-Dbench.suite=" + suite.setting();
    command
        .append(' ')
        .append(suiteSetting.contains(" ") ? '"' + suiteSetting + '"' : suiteSetting);
    if (suite.calibrates()) {
      command.append(" -Dbench.calibrate=true");
    }
    command.append(" -Dbench.strategies=").append(joined(strategies));
    command.append(" -Dbench.threads=").append(joined(threads));
    if (!jdks.isBlank()) {
      command.append(" -D").append(Jdks.SETTING).append('=').append(jdks.strip());
    }
    forks.ifPresent(number -> command.append(" -Dbench.forks=").append(number));
    if (margin != USUAL_MARGIN) {
      command
          .append(" -Dbench.margin=")
          .append(BigDecimal.valueOf(margin).movePointRight(2).stripTrailingZeros().toPlainString())
          .append('%');
    }
    if (budgetSeconds > 0) {
      command.append(" -Dbench.budget=").append((long) budgetSeconds).append('s');
    }
    return command.toString();
  }

  private static String joined(List<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static long whole(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /**
   * A run that goes on keeps its plan, so nothing else may be asked of it.
   *
   * @param others by name
   */
  static void requireAlone(Map<String, String> others) throws Invalid {
    List<String> set =
        others.entrySet().stream()
            .filter(other -> !other.getValue().isBlank())
            .map(other -> "-D" + other.getKey())
            .sorted()
            .toList();
    if (!set.isEmpty()) {
      throw new Invalid(
          "-Dbench.resume goes on with the run's own plan: leave "
              + String.join(", ", set)
              + " out, or begin a new run");
    }
  }

  /** The settings that the command line of Maven names and nobody reads: typing errors, mostly. */
  static void rejectUnknown(String mavenCommandLine, Collection<String> known) throws Invalid {
    for (String word : mavenCommandLine.strip().split("\\s+", -1)) {
      if (word.startsWith("-Dbench.")) {
        String name = word.substring(2).replaceFirst("=.*", "");
        if (!known.contains(name)) {
          throw new Invalid(
              "-D" + name + ": no such setting; there are " + String.join(", ", known));
        }
      }
    }
  }

  private static int number(String setting, String text, int most) throws Invalid {
    try {
      int value = Integer.parseInt(text);
      if (value >= 1 && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number that is out of range.
    }
    throw new Invalid(
        "-D%s: \"%s\" is not a whole number from 1 to %d".formatted(setting, text, most));
  }

  private static List<String> parts(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }
}
