package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterpoint.analysis.model.ChangedPlans;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;

class TokenTimeTest {

  private static final JvmVariant ZGC = new JvmVariant("ZGC", List.of("-XX:+UseZGC"));

  private static Runs.OwnRun loaded() {
    return Runs.own().strategies("MUTEX", "REENTRANT_LOCK").threads(1, 2).forks(5).noise(0);
  }

  /** Without noise, 50 a microsecond are 20 ns each. */
  private static Runs.OwnRun measured() {
    return loaded().load("20", "100").load("200", "0").work("200", 2).work("20", 20).work("100", 4);
  }

  private static String circumstances(Run run, String... params) {
    Summary summary = Summary.of(run);
    return summary.contests().stream()
        .filter(contest -> contest.setting().params().values().containsAll(List.of(params)))
        .map(contest -> Circumstances.of(run, List.of(contest)))
        .findFirst()
        .orElseThrow();
  }

  private static List<Block> document(Run run) {
    Exhibits exhibits = Exhibits.of(Summary.of(run), new Slugs());
    return ReportDocument.of(List.of(new ReportDocument.Part(exhibits, Charts.of(exhibits))));
  }

  private static Stream<String> captions(Run run, Class<? extends Block> kind) {
    return Block.flat(document(run))
        .filter(kind::isInstance)
        .map(
            block ->
                block instanceof Block.Figure figure
                    ? figure.chart().caption()
                    : ((Block.Table) block).caption())
        .filter(caption -> caption.contains("tokens take"));
  }

  @Test
  void tokensAreToldInTimeFewestFirst() {
    assertThat(TokenTime.sentences(measured().make()))
        .containsExactly(
            "JDK 17.0.15: 20 tokens take 50.00 ns [50.00, 50.00], 100 take 250.0 ns [250.0, 250.0],"
                + " 200 take 500.0 ns [500.0, 500.0].");
    assertThat(TokenTime.sentences(loaded().forks(2).work("1", 500).make()))
        .containsExactly("JDK 17.0.15: 1 token takes 2.000 ns.");
  }

  @Test
  void whatIsShownOfAWorkloadSaysWhatItsOwnTokensTake() {
    Run run = measured().make();
    assertThat(circumstances(run, "20", "100"))
        .endsWith("5 forks; 20 tokens take 50.00 ns, 100 take 250.0 ns");
    assertThat(circumstances(run, "200", "0")).endsWith("5 forks; 200 tokens take 500.0 ns");
    assertThat(circumstances(run)).endsWith("5 forks");
    // The map has them all, and a chart along the threads those of its own workload.
    assertThat(captions(run, Block.Figure.class))
        .anyMatch(
            caption ->
                caption.contains("20 tokens take 50.00 ns, 100 take 250.0 ns, 200 take 500.0 ns"))
        .hasSizeGreaterThan(2);
    assertThat(captions(run, Block.Table.class)).hasSizeGreaterThan(2);
    assertThat(MarkdownPage.of(document(run)))
        .contains("Measured alone, at one thread:\n\n- JDK 17.0.15: 20 tokens take 50.00 ns");
  }

  @Test
  void theAxisOfAMapHasItsUnit() {
    Run run = measured().make();
    assertThat(run.plan().orElseThrow().unitOf("inside")).isEqualTo("tokens");
    assertThat(run.plan().orElseThrow().unitOf("reads")).isEmpty();
    assertThat(Params.withUnits(run, List.of("inside", "reads")))
        .isEqualTo("inside (tokens), reads");
  }

  @Test
  void nothingIsSaidOfWhatNoControlMeasured() {
    Run some = loaded().load("20", "100").work("100", 4).make();
    assertThat(circumstances(some, "20", "100")).endsWith("5 forks; 100 tokens take 250.0 ns");
    Run none = loaded().load("20", "100").make();
    assertThat(TokenTime.sentences(none)).isEmpty();
    assertThat(circumstances(none, "20", "100")).endsWith("5 forks");
    assertThat(MarkdownPage.of(document(none))).doesNotContain("tokens take", "consumeCPU");
  }

  @Test
  void aParamThatIsNoWorkIsNotTakenForTokens() {
    Run own = measured().make();
    Run unknown =
        new Run(
            own.name(),
            own.plan().map(ChangedPlans::withoutParams),
            own.environment(),
            own.jdks(),
            own.measurements(),
            own.failures(),
            own.warnings(),
            own.watched());
    assertThat(circumstances(unknown, "20", "100")).endsWith("5 forks");
  }

  @Test
  void eachJdkAndEachSetOfFlagsHasItsOwn() {
    Run run =
        loaded().jdks(Runs.JDK_17, Runs.JDK_25).jvms(JvmVariant.NONE, ZGC).work("20", 20).make();
    assertThat(TokenTime.sentences(run))
        .extracting(sentence -> sentence.substring(0, sentence.indexOf(" tokens")))
        .containsExactly(
            "JDK 17.0.15: 20",
            "JDK 17.0.15, JVM flags ZGC: 20",
            "JDK 25.0.1: 20",
            "JDK 25.0.1, JVM flags ZGC: 20");
  }

  @Test
  void aWorkloadTakesTheTimesOfItsOwnJdkAndFlags() {
    Run noisy =
        measured().jdks(Runs.JDK_17, Runs.JDK_25).jvms(JvmVariant.NONE, ZGC).noise(0.2).make();
    for (Contest contest : Summary.of(noisy).contests()) {
      if (contest.setting().params().containsValue("200")) {
        List<String> own =
            TokenTime.of(noisy).stream()
                .filter(time -> time.tokens().equals("200"))
                .filter(time -> time.setting().isBeside(contest.setting()))
                .map(time -> "; 200 tokens take " + Numbers.of(time.time().center()) + " ns")
                .toList();
        assertThat(own).hasSize(1);
        assertThat(Circumstances.of(noisy, List.of(contest))).endsWith(own.get(0));
      }
    }
    assertThat(TokenTime.of(noisy)).extracting(TokenTime::time).doesNotHaveDuplicates();
  }

  @Test
  void workStandsBesideNoContenderButAmongTheControls() {
    Run run = measured().control(1, 1, 1, 1, 1).jvms(JvmVariant.NONE, ZGC).make();
    Summary summary = Summary.of(run);
    for (Contest contest : summary.contests()) {
      assertThat(summary.controlsBeside(contest.setting()))
          .extracting(Control::method)
          .containsExactly("direct", "nothing");
    }
    assertThat(summary.controls())
        .extracting(Control::name)
        .containsSubsequence("work, tokens=20", "work, tokens=100", "work, tokens=200")
        .contains("fixedWork, JVM flags=ZGC");
    List<Block.Cell> row =
        Block.flat(document(run))
            .filter(Block.Table.class::isInstance)
            .map(Block.Table.class::cast)
            .filter(table -> table.caption().startsWith("Controls:"))
            .flatMap(table -> table.rows().stream())
            .filter(cells -> cells.get(0).text().equals("work, tokens=20"))
            .findFirst()
            .orElseThrow();
    assertThat(row)
        .extracting(Block.Cell::text)
        .containsExactly(
            "work, tokens=20",
            "1",
            "ops/us",
            "20.00",
            "[20.00, 20.00]",
            "5",
            "50.00",
            "[50.00, 50.00]");
  }

  @Test
  void programsReadThemToo() throws IOException {
    String json =
        new String(
            Optional.ofNullable(Report.files(List.of(measured().make())).get("summary.json"))
                .orElseThrow(),
            StandardCharsets.UTF_8);
    JsonNode times = new ObjectMapper().readTree(json).at("/runs/0/tokenTimes");
    assertThat(times).hasSize(3);
    assertThat(times.get(0).path("tokens").asText()).isEqualTo("20");
    assertThat(times.get(0).path("jdk").asText()).isEqualTo("17");
    assertThat(times.get(0).path("jvmFlags").asText()).isEqualTo("none");
    assertThat(times.get(0).path("unit").asText()).isEqualTo("ns/op");
    assertThat(Numbers.of(times.get(0).path("value").asDouble())).isEqualTo("50.00");
    assertThat(times.get(0).path("forks").asInt()).isEqualTo(5);
    assertThat(times.get(0).has("low")).isTrue();
  }
}
