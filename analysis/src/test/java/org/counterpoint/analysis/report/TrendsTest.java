package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.counterpoint.analysis.compare.Gauge;
import org.counterpoint.analysis.compare.History;
import org.counterpoint.analysis.compare.PastRun;
import org.counterpoint.analysis.compare.Series;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.Estimate;
import org.junit.jupiter.api.Test;

class TrendsTest {

  private static final List<Series> SLOWER = Histories.of(12, i -> i < 7 ? 100 : 92);
  private static final List<Series> STEADY = Histories.of(12, i -> 100);
  private static final List<Series> MOVED =
      Histories.of(12, i -> i < 6 ? 100 : 150, "Other CPU", 6);

  @Test
  void theTitleIsTheFinding() {
    assertThat(TrendWords.headline(SLOWER.get(0)))
        .matches(
            "Mutex at 2 threads: [78](\\.\\d)? % slower \\[\\d(\\.\\d)?, \\d+(\\.\\d)?\\] since"
                + " 2026-01-08 \\(abc0007\\)");
    assertThat(TrendWords.headline(STEADY.get(0)))
        .isEqualTo("Mutex at 2 threads: no change point in 12 runs");
    assertThat(TrendWords.headline(MOVED.get(0)))
        .isEqualTo(
            "Mutex at 2 threads: no change point in 12 runs, in 2 segments that can't be"
                + " compared");
    assertThat(TrendWords.headline(Histories.of(5, i -> 100).get(0)))
        .isEqualTo(
            "Mutex at 2 threads: 5 runs are too few to find a change: it takes 6 comparable ones in"
                + " a row");
    // Twelve runs in segments of four are too few as well.
    assertThat(TrendWords.headline(Histories.of(8, i -> 100, "Other CPU", 4).get(0)))
        .contains("8 runs, in 2 segments that can't be compared, are too few");
  }

  /** The direction is that of the values; a percentage is one of the old level. */
  @Test
  void everyQuantityHasItsWords() {
    assertThat(TrendWords.finding(Histories.of(12, i -> i < 7 ? 100 : 120).get(0)))
        .contains(" % faster [");
    double[] up = {100, 101, 99, 100, 110, 111, 109, 110};
    assertThat(TrendWords.finding(Histories.times("ns/op", Optional.empty(), up)))
        .startsWith("10 % slower [")
        .endsWith(" since file-4.json");
    double[] manyTimes = {100, 101, 99, 100, 300, 303, 297, 300};
    assertThat(TrendWords.finding(Histories.times("ns/op", Optional.empty(), manyTimes)))
        .startsWith("3.00 times as slow [2.");
    String alloc = "·gc.alloc.rate.norm";
    assertThat(TrendWords.finding(Histories.times("ns/op", Optional.of(alloc), up)))
        .startsWith("10 % more [");
    assertThat(TrendWords.finding(Histories.times("ns/op", Optional.of(alloc), manyTimes)))
        .startsWith("3.00 times as much [2.");
    assertThat(TrendWords.mark(Histories.times("x", Optional.empty(), up).changes().get(0)))
        .startsWith("+10 % [+")
        .contains(", +1");
    assertThat(TrendWords.mark(SLOWER.get(0).changes().get(0)))
        .matches("−[78].*% \\[−\\d.*, −\\d.*");
  }

  @Test
  void theTextHasTheFindingsAndTheRunsOfWhatChanged() {
    List<String> lines = Trends.text(SLOWER);
    assertThat(lines.get(0))
        .isEqualTo(
            "1 cell in 12 runs, 1 with a change point (5 % chance of a false alarm in all"
                + " together)");
    assertThat(lines.get(2)).startsWith("Increment.increment, Mutex, 2 threads, JDK 21: ");
    assertThat(lines)
        .contains(
            "  run         started           commit             ops/us           95 % interval"
                + "  forks")
        .anyMatch(line -> line.matches("  nightly-0   2026-01-01 03:04  abc0000 .* 100\\.4 .*  5"));
    int mark = lines.indexOf(lines.stream().filter(l -> l.startsWith("  ----")).findFirst().get());
    assertThat(lines.get(mark))
        .contains(" % slower [", "; with it changed commit abc0006 to abc0007");
    assertThat(lines.get(mark + 1)).startsWith("  nightly-7 ");
  }

  @Test
  void theTextNamesWhyRunsAreNotCompared() {
    assertThat(Trends.text(MOVED))
        .contains("  ---- not comparable: environment.cpu")
        .contains(
            "note: not comparable from 2026-01-07 (abc0006) on: environment.cpu was \"Some CPU\""
                + " and is \"Other CPU\": other hardware has other speeds");
  }

  @Test
  void choosesCellsByTheirNames() {
    List<Series> all =
        History.of(
            List.of(
                PastRun.of(
                    Histories.run(0, 1, "c", "MUTEX", "SYNCHRONIZED", "MUTEX_STRICT"),
                    Gauge.YARDSTICK)));
    assertThat(names(all, "")).hasSize(3);
    assertThat(names(all, "mutex, 2 threads")).containsExactly("MUTEX");
    assertThat(names(all, "MUTEX_S")).containsExactly("MUTEX_STRICT");
    assertThat(names(all, "synchro,increment")).containsExactly("SYNCHRONIZED");
    assertThat(names(all, "MUTEX, 3 threads")).isEmpty();
    assertThat(names(all, "utex")).isEmpty();
  }

  private static List<String> names(List<Series> all, String text) {
    return Trends.chosen(all, text).stream().map(one -> one.cell().strategy().get()).toList();
  }

  @Test
  void theCsvHasARowForEachRunCellAndFork() throws IOException {
    String csv = new String(Trends.files(SLOWER).get("trend.csv"), StandardCharsets.UTF_8);
    List<String> lines = csv.lines().toList();
    assertThat(lines).hasSize(1 + 12 * 5);
    assertThat(lines.get(1))
        .matches(
            "1,nightly-0,2026-01-01T03:04:05Z,abc00000000,21,21\\.0\\.2,"
                + "org\\.example\\.bench\\.Increment\\.increment,thrpt,MUTEX,2,,throughput,ops/us,"
                + "0,[0-9.]+,1,1");
    assertThat(lines.get(1 + 7 * 5)).startsWith("8,nightly-7,").endsWith(",1,2");
    int columns = TrendCsv.HEADER.split(",", -1).length;
    assertThat(lines).allMatch(line -> line.split(",", -1).length == columns);
  }

  /** results/README.md has every column, in its order. */
  @Test
  void theColumnsAreDocumented() throws IOException {
    String readme = Files.readString(Path.of("..", "results", "README.md"));
    int section = readme.indexOf("## trend.csv");
    assertThat(section).isPositive();
    int at = section;
    for (String column : TrendCsv.HEADER.split(",", -1)) {
      int next = readme.indexOf("| `" + column + "` |", at);
      assertThat(next).as(column).isGreaterThanOrEqualTo(at);
      at = next;
    }
    assertThat(readme.substring(section)).contains("read_csv('trend.csv'");
  }

  @Test
  void drawsAChartACellThatNamesMarksAndRuns() throws IOException {
    SortedMap<String, byte[]> files = Trends.files(SLOWER);
    assertThat(files.keySet())
        .containsExactly(
            "charts/increment-increment-mutex-2-threads-jdk-21.png",
            "charts/increment-increment-mutex-2-threads-jdk-21.svg",
            "trend.csv");
    String svg =
        new String(
            files.get("charts/increment-increment-mutex-2-threads-jdk-21.svg"),
            StandardCharsets.UTF_8);
    assertThat(svg).contains("<title").contains(TrendWords.headline(SLOWER.get(0)));
  }

  /** Many runs that change at every eighth: nothing written below or above overlaps. */
  @Test
  void labelsDoNotOverlap() {
    List<Series> many = Histories.of(120, i -> 100 * Math.pow(1.1, Math.floorDiv(i, 8)));
    assertThat(many.get(0).changes()).hasSizeGreaterThan(8);
    List<TrendAxis.Label> below = new TrendAxis(many.get(0), point -> 80 + 6.3 * point).labels();
    assertThat(below).hasSizeBetween(5, 12);
    assertThat(below)
        .allMatch(one -> below.stream().filter(one::overlaps).toList().equals(List.of(one)));
    List<TrendMarks.Placed> above =
        TrendMarks.of(
                many.get(0).changes().stream()
                    .map(c -> new TrendMarks.Mark(c.at() / 120.0, TrendWords.mark(c), true))
                    .toList(),
                760)
            .placed();
    assertThat(above).hasSizeGreaterThan(5).allMatch(one -> one.left() >= 0 && one.right() <= 760);
    for (TrendMarks.Placed one : above) {
      assertThat(above)
          .filteredOn(o -> o.row() == one.row() && o.left() < one.right() && one.left() < o.right())
          .containsExactly(one);
    }
  }

  @Test
  void theSameRunsGiveTheSameBytesInEveryLocale() throws IOException {
    Map<String, byte[]> first = Trends.files(SLOWER);
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("de-DE", "ar-EG", "tr-TR")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        SortedMap<String, byte[]> again = Trends.files(Histories.of(12, i -> i < 7 ? 100 : 92));
        assertThat(again.keySet()).isEqualTo(first.keySet());
        again.forEach((name, bytes) -> assertThat(Arrays.equals(bytes, first.get(name))).isTrue());
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void zoomsInAndNeverMagnifiesNoise() {
    Scale scale =
        Scale.around(SLOWER.get(0).points().stream().map(Series.Point::estimate).toList(), 0.1);
    assertThat(scale.at(0)).isNegative();
    assertThat(scale.at(100) - scale.at(92)).isGreaterThan(0.5);
    Scale quiet = Scale.around(List.of(Estimate.of(Values.of(100, 100.1, 99.9))), 0.1);
    assertThat(quiet.at(100) - quiet.at(99)).isLessThan(0.15);
  }
}
