package org.counterpoint.analysis.jmh;

import com.fasterxml.jackson.core.JsonToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * One entry of JMH's JSON: one benchmark with its params, in one mode, on one JVM.
 *
 * @param at where it begins
 * @param measurement its forks numbered from 0, its JDK labelled with its version
 */
record JmhEntry(At at, Measurement measurement) {

  Cell cell() {
    return measurement.cell();
  }

  /** The same, as one of the cell that has these flags. */
  JmhEntry on(JvmVariant jvm) {
    return new JmhEntry(
        at,
        new Measurement(
            cell().on(jvm),
            measurement.jdk(),
            measurement.protocol(),
            measurement.primary(),
            measurement.secondary(),
            measurement.roles()));
  }

  /** Reads the entry at which the cursor stands. */
  static JmhEntry read(JsonCursor json, Warnings warnings) throws UnreadableInput {
    return new Reader(json, warnings).read();
  }

  private static final class Reader {

    private final JsonCursor json;
    private final Warnings warnings;
    private final At at;

    private @Nullable String benchmark;
    private @Nullable Mode mode;
    private @Nullable Integer threads;
    private @Nullable Integer forks;
    private @Nullable RawMetric primary;
    private Map<String, RawMetric> secondary = Map.of();
    private SortedMap<String, String> params = new TreeMap<>();
    private Optional<String> jdkVersion = Optional.empty();
    private Optional<String> vmName = Optional.empty();
    private Optional<String> vmVersion = Optional.empty();
    private int warmupIterations;
    private int measurementIterations;
    private String warmupTime = "";
    private String measurementTime = "";
    private List<String> jvmArgs = List.of();

    Reader(JsonCursor json, Warnings warnings) {
      this.json = json;
      this.warnings = warnings;
      this.at = json.here();
    }

    JmhEntry read() throws UnreadableInput {
      json.requireObject("an entry");
      JsonCursor.Keys keys = json.keys();
      while (keys.next()) {
        field(keys.current());
      }
      Cell cell =
          new Cell(
              required(benchmark, "benchmark"),
              params,
              required(mode, "mode"),
              required(threads, "threads"));
      Protocol protocol =
          new Protocol(
              required(forks, "forks"),
              warmupIterations,
              warmupTime,
              measurementIterations,
              measurementTime,
              jvmArgs);
      RawMetric raw = required(primary, "primaryMetric");
      try {
        Metric metric = new PrimaryMetric(cell, warnings).of(raw, protocol.forks());
        SortedMap<String, Metric> others = new SecondaryMetrics(cell, warnings).of(secondary);
        SortedSet<String> roles = new Roles(cell, warnings).of(raw, secondary);
        return new JmhEntry(at, new Measurement(cell, jdk(), protocol, metric, others, roles));
      } catch (IllegalArgumentException contradiction) {
        throw at.refuse(cell + " contradicts itself: " + contradiction.getMessage());
      }
    }

    private void field(String key) throws UnreadableInput {
      switch (key) {
        case "benchmark" -> benchmark = JmhFields.benchmark(json);
        case "mode" -> mode = JmhFields.mode(json);
        case "threads" -> threads = json.whole(key, 1);
        case "forks" -> forks = json.whole(key, 0);
        case "params" -> params = JmhFields.params(json);
        case "jdkVersion" -> jdkVersion = known(key);
        case "vmName" -> vmName = known(key);
        case "vmVersion" -> vmVersion = known(key);
        case "jvmArgs" -> jvmArgs = JmhFields.texts(json, key);
        case "warmupIterations" -> warmupIterations = json.whole(key, 0);
        case "warmupTime" -> warmupTime = json.string(key);
        case "measurementIterations" -> measurementIterations = json.whole(key, 0);
        case "measurementTime" -> measurementTime = json.string(key);
        case "primaryMetric" -> primary = RawMetric.read(json, key, 0);
        case "secondaryMetrics" -> secondary = metrics(key);
        default -> json.skip();
      }
    }

    private <T> T required(@Nullable T value, String key) throws UnreadableInput {
      if (value == null) {
        throw at.refuse(
            "an entry without \"" + key + "\", so this is not JMH's JSON",
            "give a file that JMH wrote with -rf json");
      }
      return value;
    }

    private Optional<String> known(String key) throws UnreadableInput {
      return json.token() == JsonToken.VALUE_NULL
          ? Optional.empty()
          : Optional.of(json.string(key)).filter(text -> !text.isBlank());
    }

    private Map<String, RawMetric> metrics(String key) throws UnreadableInput {
      Map<String, RawMetric> read = new TreeMap<>();
      json.requireObject(key);
      JsonCursor.Keys keys = json.keys();
      while (keys.next()) {
        read.put(
            keys.current(), RawMetric.read(json, key + "." + keys.current(), -Double.MAX_VALUE));
      }
      return read;
    }

    private Jdk jdk() {
      if (jdkVersion.isEmpty() && vmName.isEmpty() && vmVersion.isEmpty()) {
        return Jdk.UNKNOWN;
      }
      String version = jdkVersion.orElse(Jdk.UNKNOWN.version());
      return new Jdk(
          version,
          version,
          vmName.orElse(Jdk.UNKNOWN.vmName()),
          vmVersion.orElse(Jdk.UNKNOWN.vmVersion()));
    }
  }
}
