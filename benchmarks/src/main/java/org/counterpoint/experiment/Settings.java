package org.counterpoint.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterpoint.sharing.Strategy;

/**
 * What a run is asked to do, checked. Every setting may be left empty and then has its default.
 *
 * @param threads ascending
 * @param forks of every cell; empty for the suite's own
 * @param jdks as it was given
 */
public record Settings(
    Suite suite,
    List<Strategy> strategies,
    List<Integer> threads,
    OptionalInt forks,
    String jdks,
    Path results,
    long seed) {

  private static final int MOST_THREADS = 4096;
  private static final int MOST_FORKS = 1000;

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

  static Suite suite(String text) throws Invalid {
    return text.isBlank() ? Suite.STANDARD : oneOf("bench.suite", text, Suite.all(), Suite::id);
  }

  /** Those asked for of the ones that the workload is for; a set stands for what it has of them. */
  static List<Strategy> strategies(String text, Suite.Workload workload) throws Invalid {
    boolean locksOnly = workload == Suite.Workload.SECTIONS;
    List<Strategy> able = locksOnly ? Strategy.locks() : Arrays.asList(Strategy.values());
    if (text.isBlank()) {
      return locksOnly ? able : Strategy.core();
    }
    Set<Strategy> chosen = new LinkedHashSet<>();
    for (String name : parts(text)) {
      switch (name.toLowerCase(Locale.ROOT)) {
        case "core" -> chosen.addAll(Strategy.core());
        case "extended" -> chosen.addAll(Strategy.extended());
        case "all" -> chosen.addAll(able);
        default -> chosen.add(oneOf("bench.strategies", name, able, Strategy::name));
      }
    }
    // The registry's order, so that a run doesn't depend on how it was asked for.
    return able.stream().filter(chosen::contains).toList();
  }

  static List<Integer> threads(String text, int cores) throws Invalid {
    if (text.isBlank()) {
      return upToTwice(cores);
    }
    List<Integer> counts = new ArrayList<>();
    for (String part : parts(text)) {
      counts.add(number("bench.threads", part, MOST_THREADS));
    }
    return counts.stream().distinct().sorted().toList();
  }

  static OptionalInt forks(String text) throws Invalid {
    return text.isBlank()
        ? OptionalInt.empty()
        : OptionalInt.of(number("bench.forks", text.strip(), MOST_FORKS));
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

  /** 1, 2, 4 … up to twice the cores, and twice the cores itself. */
  private static List<Integer> upToTwice(int cores) {
    return Stream.concat(
            Stream.iterate(1, count -> count <= 2 * cores, count -> 2 * count),
            Stream.of(2 * cores))
        .distinct()
        .sorted()
        .toList();
  }

  private static <T> T oneOf(String setting, String text, List<T> valid, Function<T, String> name)
      throws Invalid {
    String wanted = text.strip().toLowerCase(Locale.ROOT).replace('-', '_');
    for (T value : valid) {
      if (name.apply(value).toLowerCase(Locale.ROOT).equals(wanted)) {
        return value;
      }
    }
    throw new Invalid(
        "-D%s=%s: \"%s\" is none of %s"
            .formatted(
                setting, text, text, valid.stream().map(name).collect(Collectors.joining(", "))));
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
