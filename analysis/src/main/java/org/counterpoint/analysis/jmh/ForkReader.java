package org.counterpoint.analysis.jmh;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Noise;
import org.jspecify.annotations.Nullable;

/** Reads one file of the journal. */
final class ForkReader {

  /**
   * A fork, with the places that whoever reads the whole journal may have to name.
   *
   * @param jdkAt where its JDK's label is
   * @param bodyAt where its measurement begins, or else the document
   */
  record Located(ForkRecord fork, At jdkAt, At bodyAt) {}

  private record FailureText(String kind, String message, String output) {}

  private final JsonCursor json;
  private final Path file;
  private final Warnings warnings;

  private @Nullable Integer sequence;
  private @Nullable Integer block;
  private @Nullable Integer attempt;
  private @Nullable String jdk;
  private @Nullable At jdkAt;
  private @Nullable String benchmark;
  private @Nullable SortedMap<String, String> params;
  private @Nullable Mode mode;
  private @Nullable Integer threads;
  private JvmVariant jvm = JvmVariant.NONE;
  private @Nullable Instant startedAt;
  private @Nullable Double seconds;
  private Noise noise = Noise.UNKNOWN;
  private @Nullable String outcome;
  private @Nullable FailureText failure;
  private @Nullable JmhEntry entry;

  ForkReader(JsonCursor json, Path file, Warnings warnings) {
    this.json = json;
    this.file = file;
    this.warnings = warnings;
  }

  /** The whole document. */
  Located read() throws UnreadableInput {
    json.start();
    At start = json.here();
    JsonCursor.Keys keys = Schema.require(json, ForkJson.SCHEMA);
    while (keys.next()) {
      field(keys.current());
    }
    json.end();
    ForkRecord fork = record(start);
    return new Located(fork, jdkAt == null ? start : jdkAt, entry == null ? start : entry.at());
  }

  private void field(String key) throws UnreadableInput {
    switch (key) {
      case "sequence" -> sequence = sequence(key);
      case "block" -> block = json.whole(key, 0);
      case "attempt" -> attempt = json.whole(key, 1);
      case "jdk" -> {
        jdk = json.string(key);
        jdkAt = json.here();
      }
      case "benchmark" -> benchmark = JmhFields.benchmark(json);
      case "params" -> params = JmhFields.params(json);
      case "mode" -> mode = JmhFields.mode(json);
      case "threads" -> threads = json.whole(key, 1);
      case JmhFields.JVM -> jvm = JmhFields.jvm(json);
      case "startedAt" -> startedAt = instant(key);
      case "seconds" -> seconds = seconds(key);
      case "noise" -> noise = noise(key);
      case "outcome" -> outcome = outcome(key);
      case "failure" -> failure = failure(key);
      case "jmh" -> entry = JmhEntry.read(json, warnings);
      default -> json.skip();
    }
  }

  private ForkRecord record(At start) throws UnreadableInput {
    ForkHeader header =
        new ForkHeader(
            required(start, sequence, "sequence"),
            required(start, block, "block"),
            required(start, attempt, "attempt"),
            required(start, jdk, "jdk"),
            new Cell(
                required(start, benchmark, "benchmark"),
                required(start, params, "params"),
                required(start, mode, "mode"),
                required(start, threads, "threads"),
                jvm),
            required(start, startedAt, "startedAt"),
            required(start, seconds, "seconds"),
            noise);
    if (required(start, outcome, "outcome").equals("failed")) {
      if (entry != null) {
        throw entry.at().refuse("\"jmh\" beside outcome \"failed\"");
      }
      FailureText text = required(start, failure, "failure");
      return new ForkRecord.Failed(header, text.kind, text.message, text.output);
    }
    if (failure != null) {
      throw start.refuse("\"failure\" beside outcome \"measured\"");
    }
    return measured(header, required(start, entry, "jmh"));
  }

  private static ForkRecord.Measured measured(ForkHeader header, JmhEntry written)
      throws UnreadableInput {
    JvmVariant jvm = header.cell().jvm();
    List<String> arguments = written.measurement().protocol().jvmArgs();
    if (!jvm.isIn(arguments)) {
      throw written
          .at()
          .refuse(
              "\"jmh\" ran with the JVM arguments "
                  + arguments
                  + ", the fork was to run with "
                  + jvm.flags());
    }
    // JMH tells the flags that a cell adds from no other argument.
    JmhEntry entry = written.on(jvm);
    Measurement measurement = entry.measurement();
    if (!entry.cell().equals(header.cell())) {
      throw entry.at().refuse("\"jmh\" is of " + entry.cell() + ", the fork of " + header.cell());
    }
    int forks = measurement.primary().forks().size();
    if (forks != 1) {
      throw entry.at().refuse("\"jmh\" has " + forks + " forks where one belongs");
    }
    SortedMap<String, Metric> secondary = new TreeMap<>();
    measurement
        .secondary()
        .forEach((name, metric) -> secondary.put(name, inBlock(header.block(), metric)));
    return new ForkRecord.Measured(
        header,
        new Measurement(
            measurement.cell(),
            measurement.jdk(),
            measurement.protocol(),
            inBlock(header.block(), measurement.primary()),
            secondary,
            measurement.roles()));
  }

  private static Metric inBlock(int block, Metric metric) {
    List<Fork> forks = new ArrayList<>();
    for (Fork fork : metric.forks()) {
      forks.add(new Fork(block, fork.iterations(), fork.histogram()));
    }
    return new Metric(metric.name(), metric.unit(), forks);
  }

  private int sequence(String key) throws UnreadableInput {
    int number = json.whole(key, 0);
    Optional<String> name = Optional.ofNullable(file.getFileName()).map(Path::toString);
    if (!name.equals(Optional.of(ForkJson.fileName(number)))) {
      throw json.here()
          .refuse("sequence is " + number + ", the file of which is " + ForkJson.fileName(number));
    }
    return number;
  }

  private double seconds(String key) throws UnreadableInput {
    return notNegative(key, "a time");
  }

  /** Readings that this version does not know belong to a later one, and are passed over. */
  private Noise noise(String key) throws UnreadableInput {
    json.requireObject(key);
    SortedMap<Noise.Reading, Double> readings = new TreeMap<>();
    JsonCursor.Keys keys = json.keys();
    while (keys.next()) {
      Optional<Noise.Reading> reading = Noise.Reading.ofCode(keys.current());
      if (reading.isPresent()) {
        readings.put(reading.get(), notNegative(key + "." + keys.current(), "an amount"));
      } else {
        json.skip();
      }
    }
    return new Noise(readings);
  }

  private double notNegative(String key, String what) throws UnreadableInput {
    double value = json.number(key);
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw json.here().refuse(key + " is " + json.described() + ", not " + what);
    }
    return value;
  }

  private Instant instant(String key) throws UnreadableInput {
    try {
      return Instants.parse(json.string(key));
    } catch (DateTimeException wrong) {
      throw json.here()
          .refuse(key + " is " + json.described() + ", not a time such as 2026-01-31T12:00:00Z");
    }
  }

  private String outcome(String key) throws UnreadableInput {
    String text = json.string(key);
    if (!text.equals("measured") && !text.equals("failed")) {
      throw json.here().refuse(key + " is \"" + text + "\", neither measured nor failed");
    }
    return text;
  }

  private FailureText failure(String key) throws UnreadableInput {
    json.requireObject(key);
    At start = json.here();
    @Nullable String kind = null;
    @Nullable String message = null;
    @Nullable String output = null;
    JsonCursor.Keys keys = json.keys();
    while (keys.next()) {
      switch (keys.current()) {
        case "kind" -> kind = json.string("failure.kind");
        case "message" -> message = json.string("failure.message");
        case "output" -> output = json.string("failure.output");
        default -> json.skip();
      }
    }
    return new FailureText(
        required(start, kind, "kind"),
        required(start, message, "message"),
        required(start, output, "output"));
  }

  private static <T> T required(At start, @Nullable T value, String key) throws UnreadableInput {
    if (value == null) {
      throw start.refuse("\"" + key + "\" is missing");
    }
    return value;
  }
}
