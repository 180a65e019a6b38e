package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.model.Values;
import org.junit.jupiter.api.Test;

class PriceListTest {

  /** 1, 10, 5 and 4000 ns: the third step is cheaper than the second. */
  private static Runs.OwnRun ladder() {
    return Runs.own()
        .strategies("MUTEX", "LONG_ADDER")
        .threads(2)
        .forks(5)
        .step("PLAIN_FIELD", "plain field", 1000)
        .step("LOCK", "lock", 100)
        .step("ATOMIC", "atomic", 200)
        .step("ROUND_TRIP", "round trip", 0.25);
  }

  private static Contest listed(Run run) {
    return Summary.of(run).contests().stream()
        .filter(contest -> contest.setting().workload().equals(Runs.PRICE))
        .findFirst()
        .orElseThrow();
  }

  private static PriceList list(Run run) {
    return PriceList.of(listed(run)).orElseThrow();
  }

  private static List<Block> document(Run run) {
    Exhibits exhibits = Exhibits.of(Summary.of(run), new Slugs());
    return ReportDocument.of(List.of(new ReportDocument.Part(exhibits, Charts.of(exhibits))));
  }

  @Test
  void itsRowsKeepTheLaddersOrderAndItsWordsAndAreNotRanked() {
    Contest contest = listed(ladder().make());
    assertThat(contest.entries())
        .extracting(entry -> entry.contender().label())
        .containsExactly("plain field", "lock", "atomic", "round trip");
    assertThat(contest.entries()).allMatch(entry -> entry.rank().isEmpty());
    assertThat(contest.ladder()).contains("guarantee");
    assertThat(contest.isDecided()).isFalse();
    assertThat(contest.why()).isEmpty();
  }

  @Test
  void itAsksWhatEachStepCostsAndNotWhichIsFastest() {
    Findings findings = Findings.of(new Family("", List.of(listed(ladder().noise(0).make()))));
    assertThat(findings.question()).isEqualTo("What does each guarantee cost one thread?");
    assertThat(findings.headline())
        .isEqualTo(
            "What does each guarantee cost one thread? From 1.000 ns/op (plain field) to 4000 ns/op"
                + " (round trip)");
    assertThat(findings.sentences())
        .containsExactly(
            "plain field: 1.000 ns/op [1.000, 1.000].",
            "lock: 10.00 ns/op [10.00, 10.00], 10.00 [10.00, 10.00] times plain field.",
            "atomic: 5.000 ns/op [5.000, 5.000], 0.5000 [0.5000, 0.5000] times lock.",
            "round trip: 4000 ns/op [4000, 4000], 800.0 [800.0, 800.0] times atomic.");
  }

  @Test
  void aStepThatWasNotMeasuredLeavesNoGap() {
    Run run = ladder().step("LAST", "the last", 0).forks(2).noise(0).make();
    assertThat(list(run).sentences())
        .startsWith("plain field: 1.000 ns/op.", "lock: 10.00 ns/op.")
        .hasSize(4);
    assertThat(PriceList.question("guarantee", "1 and 2 threads"))
        .isEqualTo("What does each guarantee cost at 1 and 2 threads?");
  }

  @Test
  void timesAreOfCostWhateverTheUnit() {
    Setting setting =
        new Setting("a.B.c", Runs.params(), Mode.AVERAGE_TIME, new Jdk("17", "17", "VM", "17"), 2);
    PriceList list =
        PriceList.of(
                Contest.listed(
                    setting,
                    new Quantity("average time", Unit.of("ns/op"), false),
                    List.of(
                        Entry.measured(new Contender("B", "b", 1), Values.of(30, 30, 30)),
                        Entry.measured(new Contender("A", "a", 0), Values.of(10, 10, 10))),
                    "step"))
            .orElseThrow();
    assertThat(list.sentences())
        .containsExactly(
            "a, 2 threads: 10.00 ns/op [10.00, 10.00].",
            "b, 2 threads: 30.00 ns/op [30.00, 30.00], 3.000 [3.000, 3.000] times a.");
  }

  @Test
  void theReportShowsItInThatOrderEverywhere() {
    Run run = ladder().make();
    String page = MarkdownPage.of(document(run));
    assertThat(page)
        .contains("### Price.increment, JDK 17.0.15: What does each guarantee cost one thread?")
        .contains("| Guarantee | ns/op | 95 % interval | Forks | B/op | Times the one before |")
        .contains(MarkdownPage.of(List.of(new Block.Bullets(List.of(PriceList.METHOD)))).strip())
        .doesNotContain("plain field is fastest", "PLAIN_FIELD");
    for (Block block : Block.flat(document(run)).toList()) {
      if (block instanceof Block.Table table && table.toString().contains("plain field")) {
        assertThat(table.rows())
            .extracting(row -> row.get(0).text())
            .startsWith("plain field", "lock", "atomic", "round trip");
        assertThat(table.columns()).extracting(Block.Column::name).doesNotContain("Rank");
      }
    }
    assertThat(page.lines().filter(line -> line.startsWith("| plain field"))).hasSize(2);
    assertThat(String.join("\n", Ranked.text(run)))
        .containsSubsequence("plain field", "lock", "atomic", "round trip")
        .doesNotContain("PLAIN_FIELD", "()");
  }

  /** Else a step would be taken for the strategy whose colour it has. */
  @Test
  void itsChartHasTheColourOfNoStrategy() throws IOException {
    Exhibits exhibits = Exhibits.of(Summary.of(ladder().make()), new Slugs());
    Chart chart =
        Charts.of(exhibits).charts().stream()
            .filter(one -> one.title().startsWith("What does each guarantee cost one thread?"))
            .findFirst()
            .orElseThrow();
    BufferedImage image =
        ImageIO.read(
            new ByteArrayInputStream(
                Optional.ofNullable(
                        Report.files(List.of(ladder().make())).get("charts/" + chart.id() + ".png"))
                    .orElseThrow()));
    Set<Integer> colors = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colors.add(image.getRGB(x, y));
      }
    }
    assertThat(colors).contains(Palette.TEXT.getRGB(), Palette.FLOOR.getRGB());
    for (int order = 0; order < 6; order++) {
      assertThat(colors).doesNotContain(Palette.color(order).getRGB());
    }
  }

  @Test
  void withoutALadderWordsCompeteAsBefore() {
    Run own = ladder().make();
    Contest contest = listed(Runs.foreign("f", own.measurements().toArray(new Measurement[0])));
    assertThat(contest.ladder()).isEmpty();
    assertThat(contest.entries())
        .extracting(entry -> entry.contender().label())
        .containsExactly("PLAIN_FIELD", "ATOMIC", "LOCK", "ROUND_TRIP");
    assertThat(PriceList.of(contest)).isEmpty();
  }

  @Test
  void programsReadTheOrderAndTheTimes() throws IOException {
    String json =
        new String(
            Optional.ofNullable(Report.files(List.of(ladder().make())).get("summary.json"))
                .orElseThrow(),
            StandardCharsets.UTF_8);
    JsonNode run = new ObjectMapper().readTree(json).at("/runs/0");
    JsonNode entries = run.at("/timePerOperationAtOneThread/0/entries");
    assertThat(entries.findValuesAsText("label"))
        .containsExactly("plain field", "lock", "atomic", "round trip");
    assertThat(entries.get(0).has("timesTheOneBefore")).isFalse();
    assertThat(entries.get(1).at("/timesTheOneBefore/low").asDouble()).isBetween(8.0, 10.0);
    assertThat(entries.get(1).at("/timesTheOneBefore/high").asDouble()).isBetween(10.0, 12.0);
    assertThat(run.path("contests").findValuesAsText("listedBy")).containsExactly("guarantee");
  }
}
