package org.counterpoint.analysis.jmh;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * An entry of JMH's JSON as it is written of a {@code @Group}: of rates the score is their sum, of
 * times the mean over all threads.
 *
 * @param roles raw data by name, in the order in which they stand in the file
 * @param threads of each role, in that order
 * @param others secondary metrics as JSON, by name; they come first
 */
record GroupEntry(
    String mode, Map<String, double[][]> roles, List<Integer> threads, Map<String, String> others) {

  /** Rates of one thread each. */
  static GroupEntry rates(Map<String, double[][]> roles) {
    return new GroupEntry(
        "thrpt", roles, roles.keySet().stream().map(role -> 1).toList(), Map.of());
  }

  GroupEntry with(Map<String, String> more) {
    return new GroupEntry(mode, roles, threads, more);
  }

  int allThreads() {
    return threads.stream().mapToInt(Integer::intValue).sum();
  }

  private String unit() {
    return mode.equals("thrpt") ? "ops/us" : "us/op";
  }

  double[][] score() {
    List<double[][]> all = List.copyOf(roles.values());
    double[][] score = new double[all.get(0).length][];
    for (int fork = 0; fork < score.length; fork++) {
      double[] row = new double[all.get(0)[fork].length];
      int block = fork;
      Arrays.setAll(
          row,
          iteration ->
              IntStream.range(0, all.size())
                  .mapToDouble(
                      role ->
                          mode.equals("thrpt")
                              ? all.get(role)[block][iteration]
                              : threads.get(role) * all.get(role)[block][iteration] / allThreads())
                  .sum());
      score[fork] = row;
    }
    return score;
  }

  /** A file of this entry, one metric a line. */
  String file() {
    Map<String, String> metrics = new LinkedHashMap<>(others);
    roles.forEach((name, raw) -> metrics.put(name, metric(raw, unit())));
    return """
    [{"benchmark": "example.Queue.queue", "mode": "%s", "threads": %d, "forks": %d,
    "jdkVersion": "17.0.15",
    "primaryMetric": %s,
    "secondaryMetrics": {
    %s
    }}]
    """
        .formatted(
            mode,
            allThreads(),
            score().length,
            metric(score(), unit()),
            metrics.entrySet().stream()
                .map(metric -> '"' + metric.getKey() + "\": " + metric.getValue())
                .collect(Collectors.joining(",\n")));
  }

  static String metric(double[][] raw, String unit) {
    double mean = Arrays.stream(raw).flatMapToDouble(DoubleStream::of).average().orElse(0);
    return "{\"score\": %s, \"scoreUnit\": \"%s\", \"rawData\": %s}"
        .formatted(mean, unit, Arrays.deepToString(raw));
  }
}
