package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;

/** What is said before all else of a run that asks much. */
class AnswersTest {

  private static List<Block> inShort(Run run) {
    return Answers.inShort(Summary.of(run), family -> "");
  }

  private static List<String> answers(Run run) {
    return inShort(run).stream()
        .filter(Block.Links.class::isInstance)
        .flatMap(block -> ((Block.Links) block).items().stream())
        .map(Block.Link::text)
        .toList();
  }

  private static List<String> paragraphs(Run run) {
    return inShort(run).stream()
        .filter(Block.Paragraph.class::isInstance)
        .map(block -> ((Block.Paragraph) block).text())
        .toList();
  }

  @Test
  void everySetOfFlagsHasItsAnswer() {
    Run run =
        Runs.own()
            .threads(1, 2)
            .jvms(JvmVariant.NONE, new JvmVariant("parallel", List.of("-XX:+UseParallelGC")))
            .make();
    assertThat(answers(run))
        .hasSize(2)
        .anyMatch(text -> text.startsWith("JDK 17.0.15, JVM flags none: "))
        .anyMatch(text -> text.startsWith("JDK 17.0.15, JVM flags parallel: "));
  }

  @Test
  void theFirstWorkloadIsThePlansAndOneOfItsQuestionsIsAnswered() {
    Run run = Runs.own().threads(1, 2).load("0", "0").load("20", "0").make();
    assertThat(paragraphs(run).get(0))
        .isEqualTo("Which contender is best? First, Increment.increment:");
    assertThat(answers(run)).singleElement().asString().contains("LongAdder", "at 2 threads");
  }

  /** Two of throughput and of service time each at 1 and 2 threads; the prices rank nobody. */
  @Test
  void everyRankingCountsAndNoListOfPrices() {
    Run run =
        Runs.own()
            .threads(1, 2)
            .step("PLAIN_FIELD", "plain field", 1000)
            .step("ATOMIC", "atomic", 200)
            .make();
    assertThat(paragraphs(run).get(1)).startsWith("There are 4 rankings in all, ");
  }

  @Test
  void whereNothingCompetesNothingIsCounted() {
    assertThat(inShort(Runs.own().threads(1, 2).strategies("MUTEX").make())).isEmpty();
  }
}
