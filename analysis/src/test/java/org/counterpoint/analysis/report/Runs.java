package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Iterations;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Noise;
import org.counterpoint.analysis.model.Noise.Reading;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.model.Platform;
import org.counterpoint.analysis.model.Protocol;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.model.Watched;

/** Runs as this suite and as others would leave them, with noise from a fixed seed. */
final class Runs {

  static final Jdk JDK_17 =
      new Jdk("17", "17.0.15", "OpenJDK 64-Bit Server VM", "17.0.15+6-Debian-1deb12u1");
  static final Jdk JDK_25 = new Jdk("25", "25.0.1", "OpenJDK 64-Bit Server VM", "25.0.1+8-LTS");

  static final String INCREMENT = "org.example.bench.Increment.increment";
  static final String SERVICE = "org.example.bench.Timed.increment";
  static final String SECTION = "org.example.bench.Section.increment";
  static final String PRICE = "org.example.bench.Price.increment";
  static final String CONTROL = "org.example.bench.Control.";

  static final List<Plan.StrategyName> STRATEGIES =
      List.of(
          new Plan.StrategyName("SYNCHRONIZED", "synchronized"),
          new Plan.StrategyName("REENTRANT_LOCK", "ReentrantLock"),
          new Plan.StrategyName("MUTEX", "Mutex"),
          new Plan.StrategyName("ATOMIC_INTEGER", "AtomicInteger"),
          new Plan.StrategyName("LONG_ADDER", "LongAdder"),
          new Plan.StrategyName("MESSAGE_PASSING", "message passing"));

  /** Operations a microsecond at 1, 2, 4, 8 threads. */
  private static final Map<String, double[]> RATES = new LinkedHashMap<>();

  static {
    RATES.put("SYNCHRONIZED", new double[] {78, 24, 20, 14.5});
    RATES.put("REENTRANT_LOCK", new double[] {75, 23, 72, 76});
    RATES.put("MUTEX", new double[] {148, 110, 114, 120});
    RATES.put("ATOMIC_INTEGER", new double[] {170, 62, 61, 60});
    RATES.put("LONG_ADDER", new double[] {146, 270, 268, 265});
    RATES.put("MESSAGE_PASSING", new double[] {31, 9.5, 6.2, 4.1});
  }

  private static final List<Integer> THREADS = List.of(1, 2, 4, 8);

  static final Environment MACHINE =
      new Environment(
          "Intel(R) Xeon(R) Processor @ 2.60GHz",
          2,
          8L << 30,
          "Linux 6.1.0",
          "KVM",
          "unknown",
          0.12,
          1.87,
          "0123abc",
          "2026-01-02T03:04:05Z",
          "2026-01-02T03:14:05Z",
          new Platform("6.1.0-18 #1 SMP", 2, 4, 1.5, 3L << 30, "on", "tsc", "madvise"),
          "fedcba9876543210");

  private Runs() {}

  /** The same run, with a cell in its plan that none of its JDKs can measure. */
  static Run withTooNew(Run run) {
    Plan plan = run.plan().orElseThrow();
    List<PlannedCell> cells = new ArrayList<>(plan.cells());
    Cell tooNew =
        new Cell("org.example.bench.Fibers.sleep", params("strategy", "MUTEX"), Mode.THROUGHPUT, 1);
    cells.add(new PlannedCell(tooNew, plan.blocks(), 99));
    return new Run(
        run.name(),
        Optional.of(plan.withCells(cells)),
        run.environment(),
        run.jdks(),
        run.measurements(),
        run.failures(),
        run.warnings(),
        run.watched());
  }

  /** A run of the suite's own kind, changed step by step before it is made. */
  static final class OwnRun {
    private String name = "run-1";
    private int forks = 10;
    private List<Integer> threads = List.of(1, 2, 4);
    private List<String> strategies = new ArrayList<>(RATES.keySet());
    private List<Jdk> jdks = List.of(JDK_17);
    private List<JvmVariant> jvms = List.of(JvmVariant.NONE);
    private boolean supportsVerdicts = true;
    private boolean stopsEarly;
    private int planned;
    private double precision;
    private double limitSeconds;
    private double samples = 250_000;
    private double noise = 0.03;
    private boolean withControls = true;
    private final List<Plan.Step> steps = new ArrayList<>();
    private final Map<String, Double> prices = new LinkedHashMap<>();
    private final List<SortedMap<String, String>> loads = new ArrayList<>();
    private final Map<String, Double> work = new LinkedHashMap<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<Watched> watched = new ArrayList<>();
    private double[] control = {};
    private final Map<String, Double> on25 = new HashMap<>();

    /** How many times as fast a strategy's increments are on JDK 25 as on 17. */
    OwnRun on25(String strategy, double factor) {
      on25.put(strategy, factor);
      return this;
    }

    OwnRun name(String newName) {
      name = newName;
      return this;
    }

    OwnRun forks(int n) {
      forks = n;
      return this;
    }

    OwnRun threads(Integer... counts) {
      threads = List.of(counts);
      return this;
    }

    OwnRun strategies(String... ids) {
      strategies = List.of(ids);
      return this;
    }

    OwnRun jdks(Jdk... all) {
      jdks = List.of(all);
      return this;
    }

    OwnRun jvms(JvmVariant... all) {
      jvms = List.of(all);
      return this;
    }

    OwnRun smoke() {
      supportsVerdicts = false;
      return this;
    }

    OwnRun samples(double n) {
      samples = n;
      return this;
    }

    OwnRun noise(double cv) {
      noise = cv;
      return this;
    }

    /** It may have made so many forks of each cell, and stopped early. */
    OwnRun planned(int most) {
      planned = most;
      stopsEarly = true;
      return this;
    }

    /** It goes on for this, but no longer than that. */
    OwnRun precise(double relative, double limit) {
      precision = relative;
      limitSeconds = limit;
      return this;
    }

    OwnRun withoutControls() {
      withControls = false;
      return this;
    }

    /** One step more of a ladder, with so many operations a microsecond; none if it failed. */
    OwnRun step(String guarantee, String label, double rate) {
      steps.add(new Plan.Step(guarantee, label));
      if (rate > 0) {
        prices.put(guarantee, rate);
      }
      return this;
    }

    /** The strategies do so much work inside a lock and outside it, in tokens. */
    OwnRun load(String inside, String outside) {
      loads.add(params("inside", inside, "outside", outside));
      return this;
    }

    /** A control did so many tokens of work so many times a microsecond. */
    OwnRun work(String tokens, double rate) {
      work.put(tokens, rate);
      return this;
    }

    OwnRun failure(String strategy, int threadCount, String kind, String message) {
      failures.add(
          new Failure(
              new Cell(INCREMENT, params("strategy", strategy), Mode.THROUGHPUT, threadCount),
              "17",
              3,
              kind,
              message));
      return this;
    }

    OwnRun warning(String text) {
      warnings.add(text);
      return this;
    }

    /** The time that the control's work took in each block, over what it takes otherwise. */
    OwnRun control(double... timeRatios) {
      control = timeRatios;
      return this;
    }

    /**
     * One fork of 100 seconds of processor time a block; what others used of it, and what was
     * stolen.
     */
    OwnRun watched(double others, double stolen) {
      Noise noise =
          new Noise(
              new TreeMap<>(
                  Map.of(
                      Reading.AVAILABLE_MILLIS,
                      100_000.0,
                      Reading.BUSY_MILLIS,
                      80_000.0,
                      Reading.OWN_MILLIS,
                      80_000 - 100_000 * others,
                      Reading.STEAL_MILLIS,
                      100_000 * stolen,
                      Reading.INVOLUNTARY_SWITCHES,
                      17.0)));
      int block = watched.size();
      watched.add(
          new Watched(
              new Cell(CONTROL + Plan.FIXED_WORK, params(), Mode.THROUGHPUT, 1),
              "17",
              block,
              60.0 * block,
              50,
              noise));
      return this;
    }

    Run make() {
      Random random = new Random(42);
      List<Measurement> all = new ArrayList<>();
      for (JvmVariant jvm : jvms) {
        for (Jdk jdk : jdks) {
          for (Measurement measurement : on(random, jdk)) {
            all.add(
                new Measurement(
                    measurement.cell().on(jvm),
                    jdk,
                    measurement.protocol(),
                    measurement.primary(),
                    measurement.secondary()));
          }
        }
      }
      return new Run(
          name,
          Optional.of(
              new Plan(
                  supportsVerdicts ? "standard" : "smoke",
                  supportsVerdicts,
                  20260102,
                  Math.max(forks, planned),
                  STRATEGIES,
                  List.of(
                      new Plan.Param("guarantee", "", steps),
                      new Plan.Param("inside", Plan.TOKENS, List.of()),
                      new Plan.Param("outside", Plan.TOKENS, List.of())),
                  List.of(
                      CONTROL + "nothing",
                      CONTROL + "direct",
                      CONTROL + "timer",
                      CONTROL + Plan.FIXED_WORK,
                      CONTROL + Plan.WORK),
                  planned(all),
                  List.of(),
                  new Iterations(3, 100, 5, 200),
                  0.05,
                  stopsEarly,
                  0,
                  precision,
                  precision / 2,
                  limitSeconds,
                  "mvn verify -Pbench")),
          Optional.of(MACHINE),
          jdks,
          all,
          failures,
          warnings,
          watched);
    }

    /** What was measured, or failed, as often as the run has blocks. */
    private List<PlannedCell> planned(List<Measurement> measured) {
      return Stream.concat(
              measured.stream().map(Measurement::cell), failures.stream().map(Failure::cell))
          .distinct()
          .map(cell -> new PlannedCell(cell, Math.max(forks, planned)))
          .toList();
    }

    private List<Measurement> on(Random random, Jdk jdk) {
      List<Measurement> all = new ArrayList<>();
      for (String strategy : strategies) {
        for (int count : threads) {
          double rate = Objects.requireNonNull(RATES.get(strategy))[THREADS.indexOf(count)];
          double factor = jdk.equals(JDK_25) ? on25.getOrDefault(strategy, 1.0) : 1;
          all.add(throughput(random, jdk, strategy, count, factor * rate));
          all.add(service(random, jdk, SERVICE, params("strategy", strategy), count, rate));
        }
      }
      if (withControls) {
        all.add(control(random, jdk, "nothing", 1450));
        all.add(control(random, jdk, "direct", 170.5));
        all.add(service(random, jdk, CONTROL + "timer", params(), 1, 1450));
      }
      if (control.length > 0) {
        all.add(fixedWork(jdk));
      }
      prices.forEach(
          (step, rate) -> all.add(rate(random, jdk, PRICE, params("guarantee", step), 1, rate)));
      for (SortedMap<String, String> load : loads) {
        for (String strategy : strategies) {
          SortedMap<String, String> params = new TreeMap<>(load);
          params.put("strategy", strategy);
          threads.forEach(count -> all.add(rate(random, jdk, SECTION, params, count, 3)));
        }
      }
      work.forEach(
          (tokens, rate) ->
              all.add(rate(random, jdk, CONTROL + Plan.WORK, params("tokens", tokens), 1, rate)));
      return all;
    }

    private Protocol protocol() {
      return new Protocol(1, 3, "100 ms", 5, "200 ms", List.of("-Xmx512m"));
    }

    private Measurement throughput(
        Random random, Jdk jdk, String strategy, int count, double rate) {
      return rate(random, jdk, INCREMENT, params("strategy", strategy), count, rate);
    }

    private Measurement control(Random random, Jdk jdk, String method, double rate) {
      return rate(random, jdk, CONTROL + method, params(), 1, rate);
    }

    private Measurement rate(
        Random random,
        Jdk jdk,
        String benchmark,
        SortedMap<String, String> params,
        int count,
        double rate) {
      return new Measurement(
          new Cell(benchmark, params, Mode.THROUGHPUT, count),
          jdk,
          protocol(),
          noisy(random, Metric.PRIMARY, "ops/us", rate, noise),
          new TreeMap<>());
    }

    private Measurement fixedWork(Jdk jdk) {
      List<Fork> all = new ArrayList<>();
      for (double timeRatio : control) {
        all.add(new Fork(all.size(), Values.of(0.4 / timeRatio), Optional.empty()));
      }
      return new Measurement(
          new Cell(CONTROL + Plan.FIXED_WORK, params(), Mode.THROUGHPUT, 1),
          jdk,
          protocol(),
          new Metric(Metric.PRIMARY, Unit.of("ops/us"), all),
          new TreeMap<>());
    }

    private Measurement service(
        Random random,
        Jdk jdk,
        String benchmark,
        SortedMap<String, String> params,
        int count,
        double rate) {
      double nanos = 28 + 1000.0 * count / rate;
      SortedMap<String, Metric> secondary = new TreeMap<>();
      double[] factors = {1, 1.2, 1.6 * Math.sqrt(count), 6 * count, 90 * count, 5000 * count};
      String[] names = {"p50", "p90", "p99", "p99.9", "p99.99", "max"};
      for (int i = 0; i < names.length; i++) {
        String metric = "serviceTime." + names[i];
        secondary.put(metric, noisy(random, metric, "ns/op", nanos * factors[i], noise * (1 + i)));
      }
      secondary.put(
          "serviceTime.samples", noisy(random, "serviceTime.samples", "samples", samples, 0));
      return new Measurement(
          new Cell(benchmark, params, Mode.THROUGHPUT, count),
          jdk,
          protocol(),
          noisy(random, Metric.PRIMARY, "ops/us", rate * 0.6789, noise),
          secondary);
    }

    private Metric noisy(Random random, String metric, String unit, double center, double cv) {
      List<Fork> all = new ArrayList<>();
      for (int block = 0; block < forks; block++) {
        double fork = center * Math.exp(cv * random.nextGaussian());
        double[] iterations = new double[metric.equals(Metric.PRIMARY) ? 5 : 1];
        Arrays.setAll(iterations, i -> fork * Math.exp(cv / 10 * random.nextGaussian()));
        all.add(new Fork(block, Values.of(iterations), Optional.empty()));
      }
      return new Metric(metric, Unit.of(unit), all);
    }
  }

  static OwnRun own() {
    return new OwnRun();
  }

  static SortedMap<String, String> params(String... namesAndValues) {
    SortedMap<String, String> params = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      params.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return params;
  }

  /** A plain JMH file with these measurements. */
  static Run foreign(String name, Measurement... measurements) {
    return new Run(
        name,
        Optional.empty(),
        Optional.empty(),
        Stream.of(measurements).map(Measurement::jdk).distinct().toList(),
        List.of(measurements),
        List.of(),
        List.of(),
        List.of());
  }

  /** One entry of a plain JMH file, with one value a fork. */
  static Measurement entry(
      String benchmark,
      SortedMap<String, String> params,
      Mode mode,
      int threads,
      String unit,
      double... forks) {
    List<Fork> all = new ArrayList<>();
    for (double value : forks) {
      all.add(new Fork(all.size(), Values.of(value), Optional.empty()));
    }
    return new Measurement(
        new Cell(benchmark, params, mode, threads),
        new Jdk("21.0.2", "21.0.2", "OpenJDK 64-Bit Server VM", "21.0.2+13"),
        new Protocol(forks.length, 5, "1 s", 5, "1 s", List.of()),
        new Metric(Metric.PRIMARY, Unit.of(unit), all),
        new TreeMap<>());
  }

  /** Forks around a value, spread by a few per cent, without randomness. */
  static double[] around(double center, int forks) {
    double[] values = new double[forks];
    Arrays.setAll(values, i -> center * (1 + 0.02 * (i - (forks - 1) / 2.0) / forks));
    return values;
  }
}
