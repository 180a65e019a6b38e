package org.counterpoint.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.bench.Choice;
import org.counterpoint.bench.Counters;
import org.counterpoint.bench.CriticalSectionBenchmark;
import org.counterpoint.bench.IncrementBenchmark;
import org.counterpoint.bench.ManyCountersBenchmark;
import org.counterpoint.bench.PriceBenchmark;
import org.counterpoint.bench.ReadMixBenchmark;
import org.counterpoint.bench.ResponseTimeBenchmark;
import org.counterpoint.bench.Roles;
import org.counterpoint.bench.RolesBenchmark;
import org.counterpoint.bench.ServiceTimeBenchmark;
import org.counterpoint.bench.TallyBenchmark;
import org.counterpoint.bench.VirtualThreadBenchmark;
import org.counterpoint.sharing.Guarantee;
import org.counterpoint.sharing.Strategy;

/** The kinds of workload that a suite may name; {@code benchmarks/README.md} has their table. */
enum WorkloadKind {
  INCREMENT("increment", IncrementBenchmark.class, "increment", Demand.NOTHING),

  SERVICE_TIME("service time", ServiceTimeBenchmark.class, "increment", Demand.NOTHING),

  SECTION(
      "section",
      CriticalSectionBenchmark.class,
      "increment",
      Demand.LOCK,
      Parameter.whole("inside", 0, 1_000_000, "20"),
      Parameter.whole("outside", 0, 1_000_000, "100")),

  READS(
      "reads",
      ReadMixBenchmark.class,
      "operate",
      Demand.NOTHING,
      Parameter.whole("percent", 0, 100, "90").as("reads")),

  ROLES(
      "roles",
      RolesBenchmark.class,
      "roles",
      Demand.NOTHING,
      Parameter.oneOf("one", List.of(WorkloadKind.WRITER, "reader"))
          .as(Roles.WRITERS, WorkloadKind::writers)) {
    @Override
    List<Integer> threads(List<Integer> asked) {
      return asked.stream().filter(number -> number > 1).toList();
    }
  },

  COUNTERS(
      "counters",
      ManyCountersBenchmark.class,
      "increment",
      Demand.MANY,
      Parameter.whole("number", 1, Counters.MOST, "16").as("counters"),
      Parameter.oneOf("choice", names(Choice.values())),
      Parameter.oneOf("layout", names(Counters.Layout.values()))),

  TALLY(
      "tally",
      TallyBenchmark.class,
      "operate",
      Demand.TALLY,
      Parameter.whole("percent", 0, 100, "50").as("reads")),

  RESPONSE_TIME(
      "response time",
      ResponseTimeBenchmark.class,
      "increment",
      Demand.NOTHING,
      Parameter.whole("rate", 1, 1_000_000, "1000")),

  /** Not of strategies, and at one thread. */
  PRICE("price", PriceBenchmark.class, "increment", Demand.NOTHING) {
    @Override
    List<Integer> threads(List<Integer> asked) {
      return ALONE;
    }

    @Override
    String contest() {
      return ReportedParams.GUARANTEE;
    }

    @Override
    List<String> contenders(List<Strategy> able) {
      return Arrays.stream(Guarantee.values()).map(Guarantee::name).toList();
    }
  },

  /** One thread of JMH's waits for those that work, however many those are. */
  VIRTUAL_THREADS(
      "virtual threads",
      VirtualThreadBenchmark.class,
      "sleepOutside",
      Demand.NOTHING,
      Parameter.whole("number", 1, 100_000, "1000").as(Cell.VIRTUAL_THREADS),
      Parameter.oneOf(WorkloadKind.SLEEP, List.of("outside", WorkloadKind.INSIDE)).noParam()) {
    @Override
    String benchmark(Map<String, String> values) {
      return isInside(values)
          ? VirtualThreadBenchmark.class.getName() + ".sleepInside"
          : super.benchmark(values);
    }

    @Override
    Demand demand(Map<String, String> values) {
      return isInside(values) ? Demand.LOCK : super.demand(values);
    }

    @Override
    List<Integer> threads(List<Integer> asked) {
      return ALONE;
    }

    @Override
    int sinceJdk() {
      return VirtualThreadBenchmark.SINCE_JDK;
    }

    private boolean isInside(Map<String, String> values) {
      return INSIDE.equals(values.get(SLEEP));
    }
  };

  /**
   * What a workload of that kind is to be told.
   *
   * @param key in a suite
   * @param param of JMH; empty where it chooses the method instead
   * @param least of a whole number
   * @param most of a whole number
   * @param words that it may be; none where it is a number
   * @param example of a value
   * @param translation of a suite's value into JMH's
   */
  record Parameter(
      String key,
      String param,
      int least,
      int most,
      List<String> words,
      String example,
      UnaryOperator<String> translation) {

    static Parameter whole(String key, int least, int most, String example) {
      return new Parameter(key, key, least, most, List.of(), example, value -> value);
    }

    /** Words that JMH knows as the names of constants. */
    static Parameter oneOf(String key, List<String> words) {
      return new Parameter(
          key, key, 0, 0, words, words.get(0), value -> value.toUpperCase(Locale.ROOT));
    }

    /** The same, by another name of JMH's. */
    Parameter as(String other) {
      return as(other, translation);
    }

    /** The same, by another name of JMH's and with other values. */
    Parameter as(String other, UnaryOperator<String> translated) {
      return new Parameter(key, other, least, most, words, example, translated);
    }

    /** The same, as no param of JMH's. */
    Parameter noParam() {
      return as("");
    }

    boolean isNumber() {
      return words.isEmpty();
    }

    /** What it may be, for a message. */
    String valid() {
      return isNumber() ? Scalars.wholes(least, most) : String.join(" or ", words);
    }
  }

  private static final String WRITER = "writer";
  private static final String SLEEP = "sleep";
  private static final String INSIDE = "inside";

  private static final List<Integer> ALONE = List.of(1);

  private final String title;
  private final String benchmark;
  private final Demand demand;

  /** An immutable list of immutable records, which no type says. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Parameter> parameters;

  WorkloadKind(String title, Class<?> type, String method, Demand demand, Parameter... parameters) {
    this.title = title;
    this.benchmark = type.getName() + '.' + method;
    this.demand = demand;
    this.parameters = List.of(parameters);
  }

  private static String writers(String one) {
    return one.equals(WRITER) ? "1" : Roles.ALL_BUT_ONE;
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
  }

  /** The one of that name in a suite. */
  static Optional<WorkloadKind> of(String title) {
    return Arrays.stream(values()).filter(kind -> kind.title.equals(title)).findFirst();
  }

  /** The names of all. */
  static List<String> titles() {
    return Arrays.stream(values()).map(WorkloadKind::title).toList();
  }

  /** Its name in a suite. */
  String title() {
    return title;
  }

  /**
   * JMH's full name of the method.
   *
   * @param values of the parameters, by their keys in a suite
   */
  String benchmark(Map<String, String> values) {
    return benchmark;
  }

  /**
   * What it asks of a strategy.
   *
   * @param values of the parameters, by their keys in a suite
   */
  Demand demand(Map<String, String> values) {
    return demand;
  }

  /** The numbers of threads at which it is measured, where these are asked for. */
  List<Integer> threads(List<Integer> asked) {
    return asked;
  }

  /** JMH's param by which those that compete in it differ. */
  String contest() {
    return Cell.STRATEGY;
  }

  /** The values of that param, where these strategies can do it. */
  List<String> contenders(List<Strategy> able) {
    return Strategies.names(able);
  }

  /** The oldest feature release of the JDK that can measure it; 0 where every one can. */
  int sinceJdk() {
    return 0;
  }

  List<Parameter> parameters() {
    return parameters;
  }

  /** How a suite writes it. */
  String example() {
    if (parameters.isEmpty()) {
      return title + ": {forks: 5}";
    }
    return title
        + ": {"
        + String.join(
            ", ", parameters.stream().map(one -> one.key() + ": " + one.example()).toList())
        + "}";
  }
}
