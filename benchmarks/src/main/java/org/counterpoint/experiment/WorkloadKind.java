package org.counterpoint.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.counterpoint.bench.Choice;
import org.counterpoint.bench.Counters;
import org.counterpoint.bench.CriticalSectionBenchmark;
import org.counterpoint.bench.IncrementBenchmark;
import org.counterpoint.bench.ManyCountersBenchmark;
import org.counterpoint.bench.PriceBenchmark;
import org.counterpoint.bench.ReadMixBenchmark;
import org.counterpoint.bench.ResponseTimeBenchmark;
import org.counterpoint.bench.RolesBenchmark;
import org.counterpoint.bench.ServiceTimeBenchmark;
import org.counterpoint.bench.TallyBenchmark;

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
      Parameter.oneOf("one", List.of(WorkloadKind.WRITER, "reader"))),

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
  PRICE("price", PriceBenchmark.class, "increment", Demand.NOTHING);

  /**
   * What a workload of that kind is to be told.
   *
   * @param key in a suite
   * @param param of JMH
   * @param least of a whole number
   * @param most of a whole number
   * @param words that it may be; none where it is a number
   * @param example of a value
   */
  record Parameter(
      String key, String param, int least, int most, List<String> words, String example) {

    static Parameter whole(String key, int least, int most, String example) {
      return new Parameter(key, key, least, most, List.of(), example);
    }

    static Parameter oneOf(String key, List<String> words) {
      return new Parameter(key, key, 0, 0, words, words.get(0));
    }

    /** The same, by another name of JMH's. */
    Parameter as(String other) {
      return new Parameter(key, other, least, most, words, example);
    }

    boolean isNumber() {
      return words.isEmpty();
    }

    /** The name of the constant that a word stands for, as JMH wants it. */
    static String constant(String word) {
      return word.toUpperCase(Locale.ROOT);
    }

    /** What it may be, for a message. */
    String valid() {
      return isNumber() ? Scalars.wholes(least, most) : String.join(" or ", words);
    }
  }

  /** The word for one writer among readers. */
  static final String WRITER = "writer";

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

  /** JMH's full name of the method. */
  String benchmark() {
    return benchmark;
  }

  Demand demand() {
    return demand;
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
