package org.counterpoint.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/**
 * The entry that JMH would have written for several forks, made from the entries it wrote for one
 * fork each: raw data one after the other, and JMH's own statistics over all of it.
 */
final class MergedEntry {

  private static final double[] PERCENTILES = {
    0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100
  };

  private MergedEntry() {}

  /**
   * Merges the entries of one cell, in the order given.
   *
   * @param entries at least one, each with raw data (JMH's sample mode has histograms instead and
   *     can't be merged here)
   */
  static ObjectNode of(List<? extends JsonNode> entries) {
    ObjectNode merged = entries.get(0).deepCopy();
    merged.put("forks", entries.size());
    List<JsonNode> primaries = entries.stream().map(e -> e.required("primaryMetric")).toList();
    merged.set("primaryMetric", metric(primaries, AggregationPolicy.AVG, List.of()));

    Set<String> names = new TreeSet<>();
    entries.forEach(e -> e.required("secondaryMetrics").fieldNames().forEachRemaining(names::add));
    ObjectNode secondaries = JsonNodeFactory.instance.objectNode();
    for (String name : names) {
      secondaries.set(name, secondary(entries, name));
    }
    merged.set("secondaryMetrics", secondaries);
    return merged;
  }

  private static ObjectNode secondary(List<? extends JsonNode> entries, String name) {
    List<JsonNode> present =
        entries.stream()
            .map(entry -> entry.required("secondaryMetrics").path(name))
            .filter(JsonNode::isObject)
            .toList();
    int iterations = entries.stream().mapToInt(MergedEntry::iterations).sum();
    Rule rule = Rule.of(present, iterations(entries.get(0)));
    int reported = present.stream().mapToInt(metric -> values(metric).size()).sum();
    List<Double> zeros =
        rule.zeroFilled()
            ? Collections.nCopies(Math.max(0, iterations - reported), 0.0)
            : List.of();
    ObjectNode merged = metric(present, rule.policy(), zeros);
    ArrayNode raw = JsonNodeFactory.instance.arrayNode();
    for (JsonNode entry : entries) {
      JsonNode metric = entry.required("secondaryMetrics").path(name);
      if (metric.isObject()) {
        metric.required("rawData").forEach(raw::add);
      } else {
        raw.addArray();
      }
    }
    merged.set("rawData", raw);
    return merged;
  }

  private static int iterations(JsonNode entry) {
    return values(entry.required("primaryMetric")).size();
  }

  /** The metric over all forks, its keys in JMH's order. */
  private static ObjectNode metric(
      List<JsonNode> forks, AggregationPolicy policy, List<Double> zeros) {
    double[] all =
        Stream.concat(forks.stream().flatMap(fork -> values(fork).stream()), zeros.stream())
            .mapToDouble(Double::doubleValue)
            .toArray();
    Statistics statistics = new ListStatistics(all);
    double score = score(statistics, policy);
    double[] confidence =
        policy == AggregationPolicy.AVG
            ? statistics.getConfidenceIntervalAt(0.999)
            : new double[] {score, score};

    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    put(merged, "score", score);
    put(merged, "scoreError", error(statistics, policy));
    ArrayNode bounds = merged.putArray("scoreConfidence");
    for (double bound : confidence) {
      bounds.add(number(bound));
    }
    ObjectNode percentiles = merged.putObject("scorePercentiles");
    for (double percentile : PERCENTILES) {
      put(percentiles, String.valueOf(percentile), statistics.getPercentile(percentile));
    }
    merged.set("scoreUnit", forks.get(0).required("scoreUnit"));
    ArrayNode raw = merged.putArray("rawData");
    forks.forEach(fork -> fork.required("rawData").forEach(raw::add));
    return merged;
  }

  private static List<Double> values(JsonNode metric) {
    List<Double> values = new ArrayList<>();
    for (JsonNode fork : metric.required("rawData")) {
      fork.forEach(value -> values.add(value.isNumber() ? value.doubleValue() : Double.NaN));
    }
    return values;
  }

  private static double score(Statistics statistics, AggregationPolicy policy) {
    return switch (policy) {
      case AVG -> statistics.getMean();
      case SUM -> statistics.getSum();
      case MAX -> statistics.getMax();
      case MIN -> statistics.getMin();
    };
  }

  private static double error(Statistics statistics, AggregationPolicy policy) {
    return policy == AggregationPolicy.AVG ? statistics.getMeanErrorAt(0.999) : Double.NaN;
  }

  private static void put(ObjectNode node, String name, double value) {
    node.set(name, number(value));
  }

  /** JMH writes what JSON has no number for as a string. */
  private static JsonNode number(double value) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (Double.isNaN(value)) {
      return json.textNode("NaN");
    }
    if (Double.isInfinite(value)) {
      return json.textNode(value > 0 ? "+INF" : "-INF");
    }
    return json.numberNode(value);
  }

  /**
   * How JMH makes a score of a secondary's raw values. The JSON doesn't say; it is the rule that
   * explains the score of every fork.
   *
   * @param zeroFilled whether an iteration that reported nothing counts as 0
   */
  private record Rule(AggregationPolicy policy, boolean zeroFilled) {

    static Rule of(List<JsonNode> forks, int iterations) {
      for (boolean zeroFilled : new boolean[] {false, true}) {
        for (AggregationPolicy policy :
            List.of(
                AggregationPolicy.AVG,
                AggregationPolicy.SUM,
                AggregationPolicy.MAX,
                AggregationPolicy.MIN)) {
          Rule rule = new Rule(policy, zeroFilled);
          if (forks.stream().allMatch(fork -> rule.explains(fork, iterations))) {
            return rule;
          }
        }
      }
      return new Rule(AggregationPolicy.AVG, false);
    }

    private boolean explains(JsonNode fork, int iterations) {
      List<Double> values = values(fork);
      while (zeroFilled && values.size() < iterations) {
        values.add(0.0);
      }
      double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
      Statistics statistics = new ListStatistics(all);
      // Zeros alone leave the score open; the error tells a mean from the rest, which have none.
      return near(score(statistics, policy), fork.required("score"))
          && near(error(statistics, policy), fork.required("scoreError"));
    }

    private static boolean near(double expected, JsonNode written) {
      double actual = written.asDouble(Double.NaN);
      return Double.isNaN(expected)
          ? Double.isNaN(actual)
          : Math.abs(expected - actual) <= 1e-9 * Math.abs(actual);
    }
  }
}
