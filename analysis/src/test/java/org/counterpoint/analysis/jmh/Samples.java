package org.counterpoint.analysis.jmh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files to read: some that JMH 1.37 wrote, and one small enough to change by hand. */
final class Samples {

  /** What JMH could have written, of one benchmark with two forks of two iterations. */
  static final String SMALL =
      """
      [
        {
          "jmhVersion": "1.37",
          "benchmark": "example.Bench.run",
          "mode": "thrpt",
          "threads": 2,
          "forks": 2,
          "jdkVersion": "17.0.15",
          "params": {"size": "1"},
          "primaryMetric": {
            "score": 2.5,
            "scoreError": "NaN",
            "scoreUnit": "ops/us",
            "rawData": [[1.0, 2.0], [3.0, 4.0]]
          },
          "secondaryMetrics": {
            "gc.count": {"score": 1.0, "scoreUnit": "counts", "rawData": [[1.0, 1.0], [1.0, 1.0]]}
          }
        }
      ]
      """;

  private Samples() {}

  /** The file of that name among the test's resources. */
  static Path resource(String name) {
    URL found = Samples.class.getResource("/jmh/" + name);
    if (found == null) {
      throw new IllegalArgumentException("no resource " + name);
    }
    try {
      return Path.of(found.toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The small file with one text, which must be there once, replaced by another. */
  static String smallWith(String text, String replacement) {
    int at = SMALL.indexOf(text);
    if (at < 0 || SMALL.indexOf(text, at + 1) >= 0) {
      throw new IllegalArgumentException("not once in the sample: " + text);
    }
    return SMALL.replace(text, replacement);
  }

  /** Writes a file and names it. */
  static Path write(Path folder, String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
