package org.counterpoint.analysis.jmh;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Run;

/**
 * Input as large as it gets: a file of 100 MB and a run of 10,000 forks, read in turns by the bare
 * parser and by us. The last line of each says how many numbers were kept, and the ratio of the
 * times; what it is worth depends on what else the machine does.
 */
public final class ReadingAtScaleRun {

  static final int FORKS = 10_000;
  static final long FILE_BYTES = 100_000_000;

  private static final JsonFactory JSON = new JsonFactory();

  private static final List<String> POINTS =
      List.of("0.0", "50.0", "90.0", "95.0", "99.0", "99.9", "99.99", "99.999", "99.9999", "100.0");

  private static final List<String> METRICS =
      List.of(
          "contextSwitches.involuntary",
          "contextSwitches.voluntary",
          "cpuTime",
          "fairness.jain",
          "fairness.slowest",
          "gc.alloc.rate",
          "gc.alloc.rate.norm",
          "gc.count",
          "gc.time",
          "lostUpdates",
          "serviceTime.max",
          "serviceTime.p90",
          "serviceTime.p99",
          "serviceTime.samples");

  private interface Reading {
    void read() throws IOException;
  }

  private ReadingAtScaleRun() {}

  /**
   * Makes the input in a folder, or takes what an earlier call made there, and reads it.
   *
   * @param args the folder, and how often everything is read
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Path file = folder.resolve("large.json");
    if (!Files.exists(file)) {
      writeFile(file);
    }
    Path run = folder.resolve("run");
    if (!Files.exists(run)) {
      writeRun(run);
    }
    System.out.printf(
        Locale.ROOT,
        "a heap of %d MB, a file of %d MB%n",
        Runtime.getRuntime().maxMemory() >> 20,
        Files.size(file) / 1_000_000);
    int rounds = Integer.parseInt(args[1]);
    compare("file", List.of(file), file, rounds);
    compare("folder", Journal.forks(run.resolve(Journal.NAME)), run, rounds);
  }

  private static void compare(String what, List<Path> files, Path input, int rounds)
      throws IOException {
    Reading bare =
        () -> {
          for (Path one : files) {
            parse(one);
          }
        };
    long[] kept = new long[1];
    Reading ours = () -> kept[0] = values(Runs.read(input));
    double[] ratios = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      double first = seconds(bare);
      double second = seconds(ours);
      ratios[round] = second / first;
      System.out.printf(Locale.ROOT, "%s: bare %.2f s, ours %.2f s%n", what, first, second);
    }
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT, "%s: %d values, median ratio %.2f%n", what, kept[0], ratios[rounds / 2]);
  }

  private static double seconds(Reading reading) throws IOException {
    long start = System.nanoTime();
    reading.read();
    return (System.nanoTime() - start) / 1e9;
  }

  private static void parse(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = JSON.createParser(in)) {
      while (parser.nextToken() != null) {
        // Numbers are left undecoded: the least that any reader does.
      }
    }
  }

  private static long values(Run run) {
    return run.measurements().stream()
        .map(Measurement::primary)
        .flatMap(metric -> metric.forks().stream())
        .mapToLong(fork -> fork.iterations().size())
        .sum();
  }

  /** As JMH writes it: 1,000 benchmarks of 10 forks, with as many iterations as fill it. */
  private static void writeFile(Path file) throws IOException {
    int entries = 1000;
    int iterations = (int) (FILE_BYTES / entries / 10 / 20);
    Random random = new Random(1);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("[\n");
      for (int entry = 0; entry < entries; entry++) {
        String[] forks = new String[10];
        double sum = 0;
        for (int fork = 0; fork < forks.length; fork++) {
          double[] values = new double[iterations];
          for (int i = 0; i < iterations; i++) {
            values[i] = 100 + random.nextDouble();
            sum += values[i];
          }
          forks[fork] = Arrays.toString(values);
        }
        out.write(
            String.format(
                Locale.ROOT,
                "%s{\"jmhVersion\": \"1.37\", \"benchmark\": \"a.B.m%d\", \"mode\": \"thrpt\","
                    + " \"threads\": 1, \"forks\": 10, \"jdkVersion\": \"17.0.15\","
                    + " \"primaryMetric\": {\"score\": %s, \"scoreUnit\": \"ops/us\","
                    + " \"rawData\": [%s]}, \"secondaryMetrics\": {}}%n",
                entry == 0 ? "" : ",",
                entry,
                sum / 10 / iterations,
                String.join(",\n", forks)));
      }
      out.write("]\n");
    }
  }

  /** With as many metrics, and what JMH says of each, as in a run of ours: about 10 KB a fork. */
  private static String asTheJobWritesIt(String fork) {
    StringBuilder metrics = new StringBuilder("\"secondaryMetrics\" : {\n");
    for (String name : METRICS) {
      double value = 0.023865634166575823 * (name.length() + 1);
      metrics.append("  \"").append(name).append("\" : {\n    \"score\" : ").append(value);
      metrics.append(
          ",\n    \"scoreError\" : \"NaN\",\n    \"scoreConfidence\" : [\n      \"NaN\"");
      metrics.append(",\n      \"NaN\"\n    ],\n    \"scorePercentiles\" : {");
      for (String point : POINTS) {
        metrics.append("\n      \"").append(point).append("\" : ").append(value);
        metrics.append(point.equals("100.0") ? "\n    },\n" : ",");
      }
      metrics.append("    \"scoreUnit\" : \"ns/op\",\n    \"rawData\" : [\n      [\n        ");
      metrics.append(value).append("\n      ]\n    ]\n  },\n");
    }
    return fork.replaceFirst(
        "\"secondaryMetrics\" : \\{", Matcher.quoteReplacement(metrics.toString()));
  }

  /** A copy of one fork's file under every number, in a block of its own. */
  private static void writeRun(Path folder) throws IOException {
    RunFixture fixture = new RunFixture(Files.createDirectories(folder));
    Path first = fixture.measured(0, "17", RunFixture.MUTEX, 20, 22);
    String text = asTheJobWritesIt(Files.readString(first));
    for (int block = 0; block < FORKS; block++) {
      Files.writeString(
          fixture.journal.resolve(ForkJson.fileName(block + 1)),
          text.replaceFirst("\"sequence\" : \\d+", "\"sequence\" : " + (block + 1))
              .replaceFirst("\"block\" : \\d+", "\"block\" : " + block));
    }
    if (!first.getFileName().toString().equals(ForkJson.fileName(1))) {
      Files.delete(first);
    }
  }
}
