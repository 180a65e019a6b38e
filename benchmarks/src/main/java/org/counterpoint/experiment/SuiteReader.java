package org.counterpoint.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterpoint.analysis.model.Iterations;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.experiment.yaml.InvalidYaml;
import org.counterpoint.experiment.yaml.Place;
import org.counterpoint.experiment.yaml.Yaml;
import org.counterpoint.experiment.yaml.YamlNode;
import org.counterpoint.sharing.Strategy;

/** Makes a suite of YAML; {@code benchmarks/README.md} has the table of its keys. */
final class SuiteReader {

  static final int MOST_FORKS = 1000;

  private static final String VERDICTS = "verdicts";
  private static final String STRATEGIES = "strategies";
  private static final String WORKLOADS = "workloads";
  private static final String THREADS = "threads";
  private static final String FORKS = "forks";
  private static final String WARM_UP = "warm-up";
  private static final String MEASUREMENT = "measurement";
  private static final String CONTROLS = "controls";
  private static final String PRECISION = "precision";
  private static final String FINER_PRECISION = "finer precision";
  private static final String TIME_LIMIT = "time limit";
  private static final String JVM_FLAGS = "jvm flags";

  /** Every key that a suite may have. */
  static final List<String> KEYS =
      List.of(
          VERDICTS,
          STRATEGIES,
          WORKLOADS,
          THREADS,
          FORKS,
          WARM_UP,
          MEASUREMENT,
          CONTROLS,
          PRECISION,
          FINER_PRECISION,
          TIME_LIMIT,
          JVM_FLAGS);

  private static final int MOST_ITERATIONS = 1000;
  private static final int LONGEST_MILLIS = 600_000;
  private static final Pattern ITERATIONS =
      Pattern.compile("([1-9][0-9]{0,5}) *x *([1-9][0-9]{0,5}) *(ms|s)");
  private static final String VALID_ITERATIONS =
      "such as 3 x 100 ms: 1 to " + MOST_ITERATIONS + " iterations of 1 ms to 600 s each";

  private static final double LEAST_PERCENT = 0.1;
  private static final double MOST_PERCENT = 100;
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3})?) *%");
  private static final String VALID_PRECISION = "such as 10 %: from 0.1 % to 100 %";

  private static final int LONGEST_LIMIT_SECONDS = 24 * 3600;
  private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,5}) *(s|min)");
  private static final String VALID_TIME_LIMIT = "such as 90 s or 9 min: up to 1440 min";

  /**
   * Where a suite comes from.
   *
   * @param id a word, for the name of a run's folder
   * @param setting what asks for it
   * @param file what messages call it
   * @param text in YAML
   */
  record Source(String id, String setting, String file, String text) {}

  private record Series(int count, int millis) {}

  private final Keys keys;
  private final int cores;

  private SuiteReader(Keys keys, int cores) {
    this.keys = keys;
    this.cores = cores;
  }

  /**
   * Reads it.
   *
   * @param cores that numbers of threads relate to
   * @throws InvalidYaml with what is wrong, where, and what is valid
   */
  static Suite read(Source source, int cores) throws InvalidYaml {
    YamlNode root = Yaml.parse(source.file(), source.text());
    Keys keys = Keys.of(root, "a suite", KEYS, "\"forks: 10\"");
    return new SuiteReader(keys, cores).suite(source);
  }

  private Suite suite(Source source) throws InvalidYaml {
    int forks =
        Scalars.whole(FORKS, keys.require(FORKS, Scalars.wholes(1, MOST_FORKS)), 1, MOST_FORKS);
    List<WorkloadReader.Located> workloads =
        WorkloadReader.read(WORKLOADS, keys.require(WORKLOADS, WorkloadReader.VALID), forks, cores);
    Series warmUp = series(WARM_UP);
    Series measurement = series(MEASUREMENT);
    boolean verdicts = isYes(VERDICTS);
    double precision = precision(PRECISION, verdicts);
    double finerPrecision = finerPrecision(precision, verdicts);
    double limit = timeLimit();
    Optional<YamlNode> flags = keys.find(JVM_FLAGS);
    return new Suite(
        source.id(),
        source.setting(),
        source.text(),
        verdicts,
        strategies(workloads),
        workloads.stream().map(WorkloadReader.Located::workload).toList(),
        threads(),
        forks,
        isYes(CONTROLS),
        precision,
        finerPrecision,
        limit,
        flags.isEmpty() ? List.of(JvmVariant.NONE) : JvmFlagsReader.read(JVM_FLAGS, flags.get()),
        new Iterations(warmUp.count, warmUp.millis, measurement.count, measurement.millis));
  }

  /** Yes, unless it says no. */
  private boolean isYes(String key) throws InvalidYaml {
    Optional<YamlNode> value = keys.find(key);
    if (value.isEmpty()) {
      return true;
    }
    String valid = "yes or no";
    return switch (Scalars.text(key, value.get(), valid)) {
      case "yes", "true" -> true;
      case "no", "false" -> false;
      default -> throw Scalars.not(key, value.get(), valid);
    };
  }

  private List<Strategy> strategies(List<WorkloadReader.Located> workloads) throws InvalidYaml {
    List<Strategy> able =
        Workload.able(workloads.stream().map(WorkloadReader.Located::workload).toList());
    Optional<YamlNode> value = keys.find(STRATEGIES);
    if (value.isEmpty()) {
      boolean locked =
          workloads.stream().allMatch(located -> located.workload().demand() == Demand.LOCK);
      return able.stream().filter((locked ? Strategy.locks() : Strategy.core())::contains).toList();
    }
    String valid = "the name of a strategy or of a set";
    Set<Strategy> chosen = new LinkedHashSet<>();
    Map<Object, Place> seen = new HashMap<>();
    for (YamlNode node : Scalars.list(STRATEGIES, value.get(), valid)) {
      String name = Scalars.text("a strategy", node, valid);
      Optional<List<Strategy>> set = Strategies.set(name);
      Optional<Strategy> one = Strategies.one(name);
      Object meant = set.isPresent() ? set.get() : one.isPresent() ? one.get() : name;
      refuseTwice(seen, meant, node);
      if (set.isPresent()) {
        chosen.addAll(set.get());
      } else {
        chosen.add(able(one, node, name, able, workloads));
      }
    }
    // The registry's order, so that a run doesn't depend on how it was asked for.
    return able.stream().filter(chosen::contains).toList();
  }

  private static Strategy able(
      Optional<Strategy> one,
      YamlNode node,
      String name,
      List<Strategy> able,
      List<WorkloadReader.Located> workloads)
      throws InvalidYaml {
    if (one.isEmpty()) {
      List<String> names = new ArrayList<>(Strategies.SETS);
      names.addAll(Strategies.names(able));
      throw node.place().refuse(node.described() + " is no strategy: " + Nearest.hint(name, names));
    }
    if (!able.contains(one.get())) {
      WorkloadReader.Located first = workloads.get(0);
      throw node.place()
          .refuse(
              one.get().name()
                  + " "
                  + first.workload().demand().lack()
                  + ", which the "
                  + first.workload().kind().title()
                  + " in line "
                  + first.at().line()
                  + " needs; those that can do it: "
                  + String.join(", ", Strategies.names(able)));
    }
    return one.get();
  }

  private List<Integer> threads() throws InvalidYaml {
    Optional<YamlNode> value = keys.find(THREADS);
    if (value.isEmpty()) {
      return List.copyOf(ThreadCounts.DEFAULT.on(cores));
    }
    SortedSet<Integer> counts = new TreeSet<>();
    Map<Object, Place> seen = new HashMap<>();
    for (YamlNode node : Scalars.list(THREADS, value.get(), ThreadCounts.VALID)) {
      Optional<ThreadCounts> meant =
          ThreadCounts.of(Scalars.text(THREADS, node, ThreadCounts.VALID));
      if (meant.isEmpty()) {
        throw Scalars.not(THREADS, node, ThreadCounts.VALID);
      }
      refuseTwice(seen, meant.get(), node);
      // Two that differ may be the same number on this machine, and are measured once.
      counts.addAll(meant.get().on(cores));
    }
    return List.copyOf(counts);
  }

  private Series series(String key) throws InvalidYaml {
    YamlNode value = keys.require(key, VALID_ITERATIONS);
    Matcher form = ITERATIONS.matcher(Scalars.text(key, value, VALID_ITERATIONS));
    if (form.matches()) {
      int count = Integer.parseInt(form.group(1));
      long millis = Long.parseLong(form.group(2)) * (form.group(3).equals("s") ? 1000 : 1);
      if (count <= MOST_ITERATIONS && millis <= LONGEST_MILLIS) {
        return new Series(count, (int) millis);
      }
    }
    throw Scalars.not(key, value, VALID_ITERATIONS);
  }

  private double precision(String key, boolean verdicts) throws InvalidYaml {
    Optional<YamlNode> value = keys.find(key);
    if (value.isEmpty()) {
      return 0;
    }
    Matcher form = PERCENT.matcher(Scalars.text(key, value.get(), VALID_PRECISION));
    double percent = form.matches() ? Double.parseDouble(form.group(1)) : 0;
    if (percent < LEAST_PERCENT || percent > MOST_PERCENT) {
      throw Scalars.not(key, value.get(), VALID_PRECISION);
    }
    if (!verdicts) {
      throw value
          .get()
          .place()
          .refuse("a suite without verdicts makes all of its forks: leave " + key + " out");
    }
    return percent / 100;
  }

  private double finerPrecision(double precision, boolean verdicts) throws InvalidYaml {
    double finer = precision(FINER_PRECISION, verdicts);
    if (finer > 0 && finer >= precision) {
      throw keys.require(FINER_PRECISION, VALID_PRECISION)
          .place()
          .refuse(
              precision == 0
                  ? FINER_PRECISION + " says what comes after " + PRECISION + ", which is missing"
                  : FINER_PRECISION
                      + " comes after "
                      + PRECISION
                      + ", and must be smaller than its "
                      + Scalars.text(
                          PRECISION, keys.require(PRECISION, VALID_PRECISION), VALID_PRECISION));
    }
    return finer;
  }

  /** In seconds; 0 where there is none. */
  private double timeLimit() throws InvalidYaml {
    Optional<YamlNode> value = keys.find(TIME_LIMIT);
    if (value.isEmpty()) {
      return 0;
    }
    Matcher form = TIME.matcher(Scalars.text(TIME_LIMIT, value.get(), VALID_TIME_LIMIT));
    int seconds =
        form.matches() ? Integer.parseInt(form.group(1)) * (form.group(2).equals("s") ? 1 : 60) : 0;
    if (seconds < 1 || seconds > LONGEST_LIMIT_SECONDS) {
      throw Scalars.not(TIME_LIMIT, value.get(), VALID_TIME_LIMIT);
    }
    return seconds;
  }

  private static void refuseTwice(Map<Object, Place> seen, Object meant, YamlNode node)
      throws InvalidYaml {
    Place before = seen.putIfAbsent(meant, node.place());
    if (before != null) {
      throw node.place().refuse(node.described() + " comes twice, first in line " + before.line());
    }
  }
}
