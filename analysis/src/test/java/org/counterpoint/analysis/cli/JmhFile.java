package org.counterpoint.analysis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A file as JMH writes it with {@code -rf json}, one iteration a fork. */
final class JmhFile {

  private final List<String> entries = new ArrayList<>();
  private String jdk = "17.0.15";

  JmhFile jdk(String version) {
    jdk = version;
    return this;
  }

  JmhFile add(String benchmark, Map<String, String> params, int threads, double... forks) {
    return add(benchmark, params, threads, "thrpt", "ops/us", forks);
  }

  JmhFile add(
      String benchmark,
      Map<String, String> params,
      int threads,
      String mode,
      String unit,
      double... forks) {
    return add(benchmark, params, threads, mode, unit, Map.of(), forks);
  }

  /** A {@code @Group}: the score is the sum of the rates of its roles. */
  JmhFile addGroup(
      String benchmark, Map<String, String> params, int threads, Map<String, double[]> roles) {
    double[] sum = new double[roles.values().iterator().next().length];
    roles.values().forEach(role -> Arrays.setAll(sum, fork -> sum[fork] + role[fork]));
    return add(benchmark, params, threads, "thrpt", "ops/us", roles, sum);
  }

  private JmhFile add(
      String benchmark,
      Map<String, String> params,
      int threads,
      String mode,
      String unit,
      Map<String, double[]> secondary,
      double... forks) {
    String given =
        params.entrySet().stream()
            .map(param -> '"' + param.getKey() + "\": \"" + param.getValue() + '"')
            .collect(Collectors.joining(", "));
    String others =
        secondary.entrySet().stream()
            .map(one -> '"' + one.getKey() + "\": {" + metric(unit, one.getValue()) + "}")
            .collect(Collectors.joining(", "));
    entries.add(
        """
        {"jmhVersion": "1.37", "benchmark": "%s", "mode": "%s", "threads": %d, "forks": %d,
         "jvm": "/opt/jdk/bin/java", "jvmArgs": [], "jdkVersion": "%s",
         "vmName": "OpenJDK 64-Bit Server VM", "vmVersion": "%s+6",
         "warmupIterations": 5, "warmupTime": "1 s", "warmupBatchSize": 1,
         "measurementIterations": 1, "measurementTime": "1 s", "measurementBatchSize": 1,
         "params": {%s},
         "primaryMetric": {%s},
         "secondaryMetrics": {%s}}
        """
            .formatted(
                benchmark,
                mode,
                threads,
                forks.length,
                jdk,
                jdk,
                given,
                metric(unit, forks),
                others));
    return this;
  }

  private static String metric(String unit, double... forks) {
    String raw =
        Arrays.stream(forks).mapToObj(value -> "[" + value + "]").collect(Collectors.joining(", "));
    double mean = Arrays.stream(forks).average().orElse(Double.NaN);
    return """
        "score": %s, "scoreError": "NaN", "scoreConfidence": ["NaN", "NaN"],
           "scorePercentiles": {"0.0": %s}, "scoreUnit": "%s", "rawData": [%s]"""
        .formatted(mean, mean, unit, raw);
  }

  Path write(Path file) throws IOException {
    return Files.writeString(file, entries.stream().collect(Collectors.joining(",\n", "[", "]\n")));
  }
}
