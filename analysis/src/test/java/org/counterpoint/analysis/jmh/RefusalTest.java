package org.counterpoint.analysis.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of bad JMH JSON, with the line that its reader gets. */
class RefusalTest {

  private final Path folder;

  RefusalTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        arguments(
            "\"threads\": 2",
            "\"threads\": \"four\"",
            "6:16: threads is \"four\", not a whole number: use the file as JMH wrote it"),
        arguments(
            "\"threads\": 2",
            "\"threads\": 2.5",
            "6:16: threads is 2.5, not a whole number: use the file as JMH wrote it"),
        arguments(
            "\"threads\": 2",
            "\"threads\": 0",
            "6:16: threads is 0, not a whole number of 1 or more: use the file as JMH wrote it"),
        arguments(
            "\"threads\": 2",
            "\"threads\": -3",
            "6:16: threads is -3, not a whole number of 1 or more: use the file as JMH wrote it"),
        arguments(
            "\"threads\": 2",
            "\"threads\": 99999999999999999999",
            "6:16: threads is 99999999999999999999, too large: use the file as JMH wrote it"),
        arguments(
            "\"threads\": 2",
            "\"threads\": 3000000000",
            "6:16: threads is 3000000000, not a whole number of 1 or more: use the file as JMH wrote it"),
        arguments(
            "\"forks\": 2",
            "\"forks\": -1",
            "7:14: forks is -1, not a whole number of 0 or more: use the file as JMH wrote it"),
        arguments(
            "\"forks\": 2",
            "\"forks\": 3",
            "14:18: raw data of 2 forks of Bench.run[size=1] thrpt, 2 threads, its \"forks\" says 3: re-run this benchmark"),
        arguments(
            "\"forks\": 2,",
            "",
            "2:3: an entry without \"forks\", so this is not JMH's JSON: give a file that JMH wrote with -rf json"),
        arguments(
            "\"score\": 2.5",
            "\"score\": {\"mean\": 2.5}",
            "11:16: primaryMetric.score is an object, not a number: use the file as JMH wrote it"),
        arguments(
            "\"score\": 2.5",
            "\"score\": \"fast\"",
            "11:16: primaryMetric.score is \"fast\", not a number: use the file as JMH wrote it"),
        arguments(
            "\"score\": 2.5",
            "\"score\": \"NaN\"",
            "11:16: primaryMetric.score is \"NaN\", not a finite number: re-run this benchmark"),
        arguments(
            "\"score\": 2.5",
            "\"score\": NaN",
            "11:16: primaryMetric.score is NaN, not a finite number: re-run this benchmark"),
        arguments(
            "\"score\": 2.5",
            "\"score\": \"+INF\"",
            "11:16: primaryMetric.score is \"+INF\", not a finite number: re-run this benchmark"),
        arguments(
            "\"score\": 2.5",
            "\"score\": 1e999",
            "11:16: primaryMetric.score is 1e999, not a finite number: re-run this benchmark"),
        arguments(
            "\"score\": 2.5,",
            "",
            "10:22: primaryMetric without a \"score\": use the file as JMH wrote it"),
        arguments(
            "\"scoreUnit\": \"ops/us\",",
            "",
            "10:22: primaryMetric without a \"scoreUnit\": use the file as JMH wrote it"),
        arguments(
            "\"scoreUnit\": \"ops/us\"",
            "\"scoreUnit\": 7",
            "13:20: primaryMetric.scoreUnit is 7, not a text: use the file as JMH wrote it"),
        arguments(
            "[3.0, 4.0]",
            "[3.0, \"NaN\"]",
            "14:37: a value in primaryMetric.rawData is \"NaN\", not a finite number: re-run this benchmark"),
        arguments(
            "[3.0, 4.0]",
            "[3.0, \"-INF\"]",
            "14:37: a value in primaryMetric.rawData is \"-INF\", not a finite number: re-run this benchmark"),
        arguments(
            "[3.0, 4.0]",
            "[3.0, null]",
            "14:37: a value in primaryMetric.rawData is null, not a number: use the file as JMH wrote it"),
        arguments(
            "[3.0, 4.0]",
            "[3.0, -9.0]",
            "14:37: a value in primaryMetric.rawData is -9.0, too small: re-run this benchmark"),
        arguments(
            "[3.0, 4.0]",
            "[4.0, -0.5]",
            "14:37: a value in primaryMetric.rawData is -0.5, too small: re-run this benchmark"),
        arguments(
            "[3.0, 4.0]",
            "[3.0]",
            "14:18: forks of 2 and of 1 iteration in Bench.run[size=1] thrpt, 2 threads: re-run this benchmark"),
        arguments(
            "[3.0, 4.0]",
            "[]",
            "14:18: a fork of Bench.run[size=1] thrpt, 2 threads without a value: re-run this benchmark"),
        arguments(
            "[3.0, 4.0]",
            "5",
            "14:31: a fork in primaryMetric.rawData is 5, not an array: use the file as JMH wrote it"),
        arguments(
            ", [3.0, 4.0]",
            "",
            "14:18: raw data of 1 fork of Bench.run[size=1] thrpt, 2 threads, its \"forks\" says 2: re-run this benchmark"),
        arguments(
            "[[1.0, 2.0], [3.0, 4.0]]",
            "[]",
            "14:18: no raw data of Bench.run[size=1] thrpt, 2 threads, so there is nothing to take an interval from: re-run JMH without -Djmh.json.rawData=false"),
        arguments(
            "[[1.0, 2.0], [3.0, 4.0]]",
            "{}",
            "14:18: primaryMetric.rawData is an object, not an array: use the file as JMH wrote it"),
        arguments(
            "\"scoreUnit\": \"ops/us\",\n      \"rawData\": [[1.0, 2.0], [3.0, 4.0]]",
            "\"scoreUnit\": \"ops/us\"",
            "10:22: no raw data of Bench.run[size=1] thrpt, 2 threads, so there is nothing to take an interval from: re-run JMH without -Djmh.json.rawData=false"),
        arguments(
            "\"benchmark\": \"example.Bench.run\",",
            "",
            "2:3: an entry without \"benchmark\", so this is not JMH's JSON: give a file that JMH wrote with -rf json"),
        arguments(
            "\"example.Bench.run\"",
            "\" \"",
            "4:18: benchmark is blank: use the file as JMH wrote it"),
        arguments(
            "\"example.Bench.run\"",
            "null",
            "4:18: benchmark is null, not a text: use the file as JMH wrote it"),
        arguments(
            "\"mode\": \"thrpt\",",
            "",
            "2:3: an entry without \"mode\", so this is not JMH's JSON: give a file that JMH wrote with -rf json"),
        arguments(
            "\"thrpt\"",
            "\"fastest\"",
            "5:13: mode is \"fastest\", not one of thrpt, avgt, sample, ss: use the file as JMH wrote it"),
        arguments(
            "\"primaryMetric\"",
            "\"primary\"",
            "2:3: an entry without \"primaryMetric\", so this is not JMH's JSON: give a file that JMH wrote with -rf json"),
        arguments(
            "{\"size\": \"1\"}",
            "{\"size\": [\"1\"]}",
            "9:24: params.size is an array, not a text: use the file as JMH wrote it"),
        arguments(
            "{\"size\": \"1\"}",
            "[]",
            "9:15: params is an array, not an object: use the file as JMH wrote it"),
        arguments(
            "{\"size\": \"1\"}",
            "{\"size\": \"1\", \"size\": \"2\"}",
            "9:29: \"size\" comes twice in one object: use the file as JMH wrote it"),
        arguments(
            "\"forks\": 2",
            "\"forks\": 2, \"forks\": 2",
            "7:17: \"forks\" comes twice in one object: use the file as JMH wrote it"),
        arguments(
            "\"jdkVersion\": \"17.0.15\"",
            "\"jdkVersion\": 17",
            "8:19: jdkVersion is 17, not a text: use the file as JMH wrote it"),
        arguments(
            "\"scoreError\": \"NaN\",",
            "\"scoreError\": \"NaN\"",
            "13:8: not JSON: Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries: use the file as JMH wrote it"),
        arguments(
            "\"rawData\": [[1.0, 2.0], [3.0, 4.0]]",
            "\"rawDataHistogram\": [[[[1.0, 2], [2.0, -1]]]]",
            "14:46: a count in primaryMetric.rawDataHistogram is -1, which cannot be: use the file as JMH wrote it"),
        arguments(
            "\"rawData\": [[1.0, 2.0], [3.0, 4.0]]",
            "\"rawDataHistogram\": [[[[1.0, 1.5]]]]",
            "14:36: a count in primaryMetric.rawDataHistogram is 1.5, not a whole number: use the file as JMH wrote it"),
        arguments(
            "\"rawData\": [[1.0, 2.0], [3.0, 4.0]]",
            "\"rawDataHistogram\": [[[[1.0, 1, 1]]]]",
            "14:39: a value in primaryMetric.rawDataHistogram with more than its count: use the file as JMH wrote it"),
        arguments(
            "\"rawData\": [[1.0, 2.0], [3.0, 4.0]]",
            "\"rawDataHistogram\": [[[[\"NaN\", 1]]]]",
            "14:31: a value in primaryMetric.rawDataHistogram is \"NaN\", not a finite number: re-run this benchmark"),
        arguments(
            "\"rawData\": [[1.0, 2.0], [3.0, 4.0]]",
            "\"rawDataHistogram\": [[[]], [[]]]",
            "14:27: a fork of Bench.run[size=1] thrpt, 2 threads without a value: re-run this benchmark"),
        arguments(
            "\"rawData\": [[1.0, 2.0], [3.0, 4.0]]",
            "\"rawDataHistogram\": [[[[1.0, 9223372036854775807], [2.0, 1]]]]",
            "14:64: a count in primaryMetric.rawDataHistogram is 1, which cannot be: use the file as JMH wrote it"),
        arguments(
            "\"gc.count\": {",
            "\"gc.count\": 5, \"x\": {",
            "17:19: secondaryMetrics.gc.count is 5, not an object: use the file as JMH wrote it"),
        arguments(
            "[[1.0, 1.0], [1.0, 1.0]]",
            "[[1.0, 1.0], [true, 1.0]]",
            "17:82: a value in secondaryMetrics.gc.count.rawData is true, not a number: use the file as JMH wrote it"));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("changes")
  void refusesWithPlaceReasonAndRemedy(String text, String replacement, String message) {
    assertRefused(Samples.smallWith(text, replacement), message);
  }

  @Test
  void refusesAnEmptyFile() {
    assertRefused("", "1:1: the file is empty: re-run what was to write it");
    assertRefused(" \n ", "1:1: the file is empty: re-run what was to write it");
  }

  @Test
  void refusesAnEmptyArray() {
    assertRefused(
        "[\n]",
        "2:1: an array without a result: JMH writes that when every benchmark failed:"
            + " re-run JMH with -foe true to see why");
  }

  @Test
  void refusesAnObject() {
    assertRefused(
        "{\"schema\": \"other\"}",
        "1:1: JMH's JSON is an array of results, this is an object:"
            + " give a file that JMH wrote with -rf json, or the folder of a run");
  }

  @Test
  void refusesAnArrayOfOtherThings() {
    assertRefused(
        "[{\"name\": \"x\", \"value\": 1}]",
        "1:2: an entry without \"benchmark\", so this is not JMH's JSON:"
            + " give a file that JMH wrote with -rf json");
    assertRefused("[1, 2]", "1:2: an entry is 1, not an object: use the file as JMH wrote it");
  }

  @Test
  void refusesWhatIsNotJson() {
    assertRefused(
        "Benchmark  Mode  Cnt  Score\n",
        "1:11: not JSON: Unrecognized token 'Benchmark': use the file as JMH wrote it");
  }

  @Test
  void refusesEveryTruncation() {
    for (int length = 1; length < Samples.SMALL.strip().length(); length++) {
      Path file = Samples.write(folder, "cut.json", Samples.SMALL.substring(0, length));
      UnreadableInput refused = catchThrowableOfType(UnreadableInput.class, () -> Runs.read(file));
      assertThat(refused).as("the first %s characters", length).isNotNull();
      // A number that is cut behind its point is wrong before it is at its end.
      assertThat(refused.reason())
          .matches("the file ends in the middle of its JSON|not JSON: .* not followed by a digit");
      assertThat(refused.line()).isPositive();
    }
  }

  @Test
  void refusesMoreTextBehindTheArray() {
    assertRefused(
        Samples.SMALL + Samples.SMALL,
        "21:1: more text after the end of the JSON: keep one JSON document in the file");
  }

  @Test
  void refusesTheSameCellTwiceOnOneJdk() {
    String entry = Samples.SMALL.strip().substring(1, Samples.SMALL.strip().length() - 1);
    assertRefused(
        "[" + entry + "," + entry + "]",
        "21:3: Bench.run[size=1] thrpt, 2 threads comes twice on one JDK, first in line 2:"
            + " keep one of the two, or give each a file of its own");
  }

  @Test
  void refusesAbsurdNesting() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertRefused(
        Samples.smallWith("\"jmhVersion\": \"1.37\"", "\"jmhVersion\": " + deep),
        "3:82: nested too deeply, or with a name or number too long, to be JMH's:"
            + " use the file as JMH wrote it");
  }

  @Test
  void refusesAMissingFile() {
    Path file = folder.resolve("nowhere.json");
    assertThat(catchThrowableOfType(UnreadableInput.class, () -> Runs.read(file)))
        .hasMessage(file + ": no such file or folder: check the path");
  }

  @Test
  void refusesAFolderWithoutARun() {
    assertThat(catchThrowableOfType(UnreadableInput.class, () -> Runs.read(folder)))
        .hasMessage(
            folder
                + ": no run.json in it, so this is not the folder of a run:"
                + " give a run's folder, or a file of JMH's JSON");
  }

  @Test
  void refusesJmhWithoutRawData() {
    Path file = Samples.resource("no-raw-data.json");
    assertThat(catchThrowableOfType(UnreadableInput.class, () -> Runs.read(file)))
        .hasMessage(
            file
                + ":44:25: no raw data of SmallBenchmark.copy[size=1] avgt, 1 thread, so there is"
                + " nothing to take an interval from: re-run JMH without -Djmh.json.rawData=false");
  }

  @Test
  void refusesBytesThatAreNoText() throws IOException {
    Path file = folder.resolve("binary.json");
    Files.write(file, new byte[] {0, 0, 0, 1, 2, 3});
    UnreadableInput refused = catchThrowableOfType(UnreadableInput.class, () -> Runs.read(file));
    assertThat(refused.line()).isEqualTo(1);
    assertThat(refused.reason()).startsWith("not JSON: ");
  }

  @Test
  void keepsAMessageOnOneLineWhateverTheFileHolds() {
    String hostile = "\"thr\\npt\\u001b[31m\\u202e" + "x".repeat(10_000) + "\"";
    Path file = Samples.write(folder, "hostile.json", Samples.smallWith("\"thrpt\"", hostile));
    UnreadableInput refused = catchThrowableOfType(UnreadableInput.class, () -> Runs.read(file));
    assertThat(refused.getMessage())
        .doesNotContain("\n", "\u001b", "\u202e")
        .hasSizeLessThan(file.toString().length() + 700);
  }

  private void assertRefused(String content, String message) {
    Path file = Samples.write(folder, "result.json", content);
    assertThat(catchThrowableOfType(UnreadableInput.class, () -> Runs.read(file)))
        .hasMessage(file + ":" + message);
  }
}
