package org.counterpoint.analysis.jmh;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Protocol;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.model.Values;
import org.jspecify.annotations.Nullable;

/**
 * One entry of JMH's JSON: one benchmark with its params, in one mode, on one JVM.
 *
 * @param at where it begins
 * @param measurement its forks numbered from 0, its JDK labelled with its version
 */
record JmhEntry(At at, Measurement measurement) {

  private static final String RE_RUN = "re-run this benchmark";

  /** A score further than this from its raw data was not computed from them. */
  private static final double GROSS = 0.01;

  Cell cell() {
    return measurement.cell();
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
        Metric metric = primary(cell, protocol.forks(), raw);
        return new JmhEntry(at, new Measurement(cell, jdk(), protocol, metric, secondary(cell)));
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
        case "jvmArgs" -> jvmArgs = texts(key);
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

    private List<String> texts(String key) throws UnreadableInput {
      List<String> read = new ArrayList<>();
      json.requireArray(key);
      while (json.next() != JsonToken.END_ARRAY) {
        read.add(json.string("an element of " + key));
      }
      return read;
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

    private Metric primary(Cell cell, int asked, RawMetric raw) throws UnreadableInput {
      if (raw.trouble().isPresent()) {
        throw raw.trouble().get().at().refuse(raw.trouble().get().reason(), RE_RUN);
      }
      if (raw.score().isEmpty() || raw.unit().isEmpty()) {
        throw raw.at()
            .refuse(
                "primaryMetric without a \""
                    + (raw.score().isEmpty() ? "score" : "scoreUnit")
                    + '"');
      }
      List<RawMetric.RawFork> rows = raw.forks().orElse(List.of());
      checkRows(cell, asked, raw.forksAt(), rows);
      List<Fork> read = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        Fork fork = fork(i, rows.get(i));
        read.add(fork);
        if (rows.get(i).emptyIterations() > 0) {
          warnings.add(
              cell.toString(), "iterations without an observation, which count for nothing");
        }
      }
      checkScore(cell, raw, read);
      return new Metric(Metric.PRIMARY, Unit.of(raw.unit().get()), read);
    }

    private void checkRows(Cell cell, int asked, At place, List<RawMetric.RawFork> rows)
        throws UnreadableInput {
      if (rows.isEmpty()) {
        throw place.refuse(
            "no raw data of " + cell + ", so there is nothing to take an interval from",
            "re-run JMH without -Djmh.json.rawData=false");
      }
      if (rows.size() < asked) {
        throw place.refuse(
            "raw data of "
                + count(rows.size(), "fork")
                + " of "
                + cell
                + ", its \"forks\" says "
                + asked,
            RE_RUN);
      }
      for (RawMetric.RawFork row : rows) {
        if (row.iterations().size() == 0) {
          throw place.refuse("a fork of " + cell + " without a value", RE_RUN);
        }
        if (row.length() != rows.get(0).length()) {
          throw place.refuse(
              "forks of "
                  + rows.get(0).length()
                  + " and of "
                  + count(row.length(), "iteration")
                  + " in "
                  + cell,
              RE_RUN);
        }
      }
      if (asked == 0) {
        warnings.add(
            cell.toString(),
            "ran inside JMH's own JVM (forks: 0): one fork that other benchmarks may have shaped,"
                + " and no interval");
      } else if (rows.size() > asked) {
        warnings.add(
            cell.toString(), "raw data of more forks than \"forks\" says; all of them are used");
      }
    }

    private static String count(int number, String noun) {
      return number + " " + noun + (number == 1 ? "" : "s");
    }

    private void checkScore(Cell cell, RawMetric raw, List<Fork> read) {
      boolean sampled = cell.mode() == Mode.SAMPLE_TIME;
      if (sampled && read.stream().anyMatch(fork -> fork.histogram().isEmpty())) {
        // Before rawDataHistogram, the weights of the iterations were not written.
        return;
      }
      double weighted = 0;
      double weight = 0;
      for (Fork fork : read) {
        double observations =
            fork.histogram()
                .map(all -> (double) all.total())
                .orElse((double) fork.iterations().size());
        weighted += fork.mean() * observations;
        weight += observations;
      }
      double score = raw.score().orElseThrow();
      double mean = weighted / weight;
      if (Math.abs(score - mean) > GROSS * Math.max(Math.abs(score), Math.abs(mean))) {
        warnings.add(
            String.format(Locale.ROOT, "%s (score %.6g, raw data %.6g)", cell, score, mean),
            "the score is not the mean of its raw data, as if edited; only the raw data are used");
      }
    }

    private SortedMap<String, Metric> secondary(Cell cell) {
      SortedMap<String, Metric> kept = new TreeMap<>();
      secondary.forEach(
          (name, raw) -> {
            String metric = "the secondary metric \"" + name + "\" ";
            if (raw.trouble().isPresent()) {
              warnings.add(cell.toString(), metric + "has values that are no numbers; left out");
              return;
            }
            List<Fork> read = forksWithValues(raw);
            if (read.isEmpty()) {
              warnings.add(cell.toString(), metric + "has no value a fork; left out");
            } else {
              kept.put(name, new Metric(name, Unit.of(raw.unit().orElse("")), read));
              if (uneven(raw.forks().orElseThrow())) {
                warnings.add(
                    cell.toString(),
                    metric + "lacks values of some iterations, and speaks of the others");
              }
            }
          });
      return kept;
    }

    private static List<Fork> forksWithValues(RawMetric raw) {
      List<RawMetric.RawFork> rows = raw.forks().orElse(List.of());
      List<Fork> read = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        if (rows.get(i).iterations().size() > 0) {
          read.add(fork(i, rows.get(i)));
        }
      }
      return read;
    }

    // A collector that did not run in an iteration leaves no gc.time there, say. One value a fork
    // is
    // another thing, and usual.
    private static boolean uneven(List<RawMetric.RawFork> rows) {
      return rows.stream().mapToInt(RawMetric.RawFork::length).distinct().count() > 1;
    }

    private static Fork fork(int block, RawMetric.RawFork row) {
      return new Fork(block, Values.of(row.iterations().toArray()), row.histogram());
    }
  }
}
