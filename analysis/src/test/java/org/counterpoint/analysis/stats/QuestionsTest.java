package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.stats.Questions.Reading;
import org.junit.jupiter.api.Test;

class QuestionsTest {

  private static final List<PlannedCell> CELLS = cells();
  private static final JvmVariant ZGC = new JvmVariant("ZGC", List.of("-XX:+UseZGC"));
  private static final JvmVariant OLD = new JvmVariant("old", List.of("-XX:LockingMode=1"));

  @Test
  void strategiesAreRankedWithinAThreadCountOnEachJdk() {
    List<Question.OfRanking> rankings = rankings(List.of("17", "25"));
    assertThat(rankings).hasSize(4);
    assertThat(rankings)
        .allSatisfy(
            ranking -> {
              assertThat(ranking.arms()).hasSize(3);
              assertThat(ranking.arms())
                  .extracting(arm -> arm.cell().threads())
                  .containsOnly(ranking.arms().get(0).cell().threads());
              assertThat(ranking.higherIsBetter()).isTrue();
              assertThat(ranking.looks()).isEqualTo(Looks.upTo(20));
            });
    assertThat(rankings)
        .extracting(ranking -> ranking.arms().get(0).jdk())
        .containsExactly("17", "17", "25", "25");
  }

  @Test
  void everyCellIsComparedBetweenEveryTwoJdks() {
    assertThat(changes(List.of("17"))).isEmpty();
    assertThat(changes(List.of("17", "25"))).hasSize(CELLS.size());
    List<Question.OfChange> three = changes(List.of("17", "21", "25"));
    assertThat(three).hasSize(3 * CELLS.size());
    assertThat(three.subList(0, 3))
        .extracting(question -> question.base().jdk() + " " + question.candidate().jdk())
        .containsExactly("17 21", "17 25", "21 25");
  }

  /** Three sets of flags: the second and the third are compared with the first, on each JDK. */
  @Test
  void everyCellIsComparedBetweenItsFirstFlagsAndAllOthers() {
    Cell plain = CELLS.get(0).cell();
    List<PlannedCell> flagged =
        List.of(
            new PlannedCell(plain, 20),
            new PlannedCell(plain.on(ZGC), 8),
            new PlannedCell(plain.on(OLD), 20));
    List<Question.OfChange> changes = changes(flagged, List.of("17", "25"));
    assertThat(changes).filteredOn(question -> !question.isOfFlags()).hasSize(3);
    assertThat(changes)
        .filteredOn(Question.OfChange::isOfFlags)
        .extracting(
            question ->
                question.candidate().cell().jvm().name()
                    + " against "
                    + question.base().cell().jvm().name()
                    + " on "
                    + question.base().jdk())
        .containsExactly(
            "ZGC against none on 17",
            "ZGC against none on 25",
            "old against none on 17",
            "old against none on 25");
    assertThat(changes)
        .filteredOn(
            question -> question.arms().stream().anyMatch(arm -> arm.cell().jvm().equals(ZGC)))
        .allMatch(question -> question.looks().equals(Looks.upTo(8)));
  }

  @Test
  void strategiesAreRankedUnderEqualFlags() {
    List<PlannedCell> cells = new ArrayList<>(CELLS);
    CELLS.forEach(planned -> cells.add(new PlannedCell(planned.cell().on(ZGC), 20)));
    List<Question> rankings =
        Questions.of(cells, List.of("17"), Reading.ofStrategies()).all().stream()
            .filter(Question.OfRanking.class::isInstance)
            .toList();
    assertThat(rankings)
        .hasSize(4)
        .allSatisfy(
            ranking -> {
              assertThat(ranking.arms()).hasSize(3);
              assertThat(ranking.arms().stream().map(arm -> arm.cell().jvm()).distinct())
                  .hasSize(1);
            });
  }

  @Test
  void aCellWithoutCompetitorsIsNotRanked() {
    List<PlannedCell> lone = List.of(planned("b.Lone.run", Map.of(), 1, 10));
    Questions questions = Questions.of(lone, List.of("17", "25"), Reading.ofStrategies());
    assertThat(questions.all()).hasSize(1).allMatch(Question.OfChange.class::isInstance);
  }

  /** Of two JDKs one may be too old: nothing is asked of it, and nothing compared with it. */
  @Test
  void aJdkThatIsTooOldIsNotAskedFor() {
    List<PlannedCell> cells =
        List.of(
            needing21(planned("b.A.run", Map.of(Cell.STRATEGY, "X"), 1, 9)),
            needing21(planned("b.A.run", Map.of(Cell.STRATEGY, "Y"), 1, 9)));
    Questions both = Questions.of(cells, List.of("17", "25"), Reading.ofStrategies());
    assertThat(both.all()).singleElement().isInstanceOf(Question.OfRanking.class);
    assertThat(both.all().get(0).arms()).extracting(Arm::jdk).containsOnly("25");
    assertThat(Questions.of(cells, List.of("17"), Reading.ofStrategies()).all()).isEmpty();
    assertThat(changes(cells, List.of("17", "21", "25")))
        .extracting(question -> question.base().jdk() + " " + question.candidate().jdk())
        .containsExactly("21 25", "21 25");
    PlannedCell flagged = new PlannedCell(cells.get(0).cell().on(ZGC), 9, cells.get(0).sinceJdk());
    assertThat(changes(List.of(cells.get(0), flagged), List.of("17", "25")))
        .filteredOn(Question.OfChange::isOfFlags)
        .extracting(question -> question.base().jdk())
        .containsExactly("25");
  }

  private static PlannedCell needing21(PlannedCell planned) {
    return new PlannedCell(planned.cell(), planned.forks(), 21);
  }

  /** Nine forks pair off with six of them at most. */
  @Test
  void theLooksOfARankingAreThoseOfItsFewestForks() {
    List<PlannedCell> uneven =
        List.of(
            planned("b.A.run", Map.of(Cell.STRATEGY, "X"), 1, 9),
            planned("b.A.run", Map.of(Cell.STRATEGY, "Y"), 1, 6));
    Questions questions = Questions.of(uneven, List.of("17"), Reading.ofStrategies());
    assertThat(questions.all().get(0).looks()).isEqualTo(Looks.upTo(6));
  }

  @Test
  void theCallerMaySayWhatCompetesAndWhichWay() {
    Reading reading =
        new Reading(cell -> cell.benchmark(), cell -> false, forks -> Looks.once(forks));
    List<Question> questions = Questions.of(CELLS, List.of("17"), reading).all();
    assertThat(questions).hasSize(1);
    assertThat(questions.get(0).arms()).hasSize(6);
    assertThat(questions.get(0).higherIsBetter()).isFalse();
    assertThat(questions.get(0).looks()).isEqualTo(Looks.once(20));
  }

  @Test
  void whatIsBrokenIsNoLongerAskedFor() {
    Questions questions = Questions.of(CELLS, List.of("17", "25"), Reading.ofStrategies());
    Arm broken = new Arm(CELLS.get(0).cell(), "25");
    Questions remaining = questions.without(List.of(broken));
    assertThat(remaining.all()).hasSize(questions.all().size() - 1);
    assertThat(remaining.all()).noneMatch(question -> question.arms().contains(broken));
    Arm partner = new Arm(CELLS.get(2).cell(), "25");
    assertThat(questions.without(List.of(broken, partner)).all())
        .hasSize(questions.all().size() - 3);
    assertThat(questions.without(List.of())).isEqualTo(questions);
  }

  @Test
  void refusesQuestionsThatMakeNoSense() {
    Arm one = new Arm(CELLS.get(0).cell(), "17");
    Arm elsewhere = new Arm(CELLS.get(1).cell(), "25");
    assertThatThrownBy(() -> new Question.OfRanking(List.of(one), true, Looks.upTo(5)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Question.OfRanking(List.of(one, one), true, Looks.upTo(5)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Question.OfRanking(List.of(one, elsewhere), true, Looks.upTo(5)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Question.OfChange(one, elsewhere, true, Looks.upTo(5)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Question.OfChange(one, one, true, Looks.upTo(5)))
        .isInstanceOf(IllegalArgumentException.class);
    Arm bothChanged = new Arm(one.cell().on(ZGC), "25");
    assertThatThrownBy(() -> new Question.OfChange(one, bothChanged, true, Looks.upTo(5)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Question.OfRanking> rankings(List<String> jdks) {
    return Questions.of(CELLS, jdks, Reading.ofStrategies()).all().stream()
        .filter(Question.OfRanking.class::isInstance)
        .map(Question.OfRanking.class::cast)
        .toList();
  }

  private static List<Question.OfChange> changes(List<String> jdks) {
    return changes(CELLS, jdks);
  }

  private static List<Question.OfChange> changes(List<PlannedCell> cells, List<String> jdks) {
    return Questions.of(cells, jdks, Reading.ofStrategies()).all().stream()
        .filter(Question.OfChange.class::isInstance)
        .map(Question.OfChange.class::cast)
        .toList();
  }

  /** Three strategies at one and at four threads: 0, 2 and 4 are at one. */
  private static List<PlannedCell> cells() {
    List<PlannedCell> cells = new ArrayList<>();
    for (String strategy : List.of("X", "Y", "Z")) {
      for (int threads : new int[] {1, 4}) {
        cells.add(planned("a.Increment.run", Map.of(Cell.STRATEGY, strategy), threads, 20));
      }
    }
    return cells;
  }

  private static PlannedCell planned(
      String benchmark, Map<String, String> params, int threads, int forks) {
    return new PlannedCell(
        new Cell(benchmark, new TreeMap<>(params), Mode.THROUGHPUT, threads), forks);
  }
}
