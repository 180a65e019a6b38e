package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;

class QuietWordsTest {

  private static String sentence(Run run) {
    return QuietWords.sentence(Summary.of(run));
  }

  @Test
  void saysItInOnePlainSentence() {
    Runs.OwnRun run =
        Runs.own().control(1, 1.001, 1.002, 1.001, 1.003, 1.004, 1.002, 1.004, 1.003, 1.004);
    for (int block = 0; block < 10; block++) {
      run.watched(0.012, 0);
    }
    assertThat(sentence(run.make()))
        .isEqualTo(
            "The machine was quiet: others used 1.2 % of the processors, the control loop drifted"
                + " by 0.4 % over 9 minutes, 0 of 10 blocks disturbed.");
    assertThat(QuietWords.disturbed(Summary.of(run.make()).quietness())).isEmpty();
  }

  @Test
  void saysWhatIsNotKnown() {
    assertThat(sentence(Runs.foreign("plain.json")))
        .isEqualTo("How quiet the machine was is not known: a plain JMH file does not say.");
    assertThat(sentence(Runs.own().make()))
        .isEqualTo(
            "How quiet the machine was is not known: the run says neither what others used nor how"
                + " a control loop fared.");
    assertThat(sentence(Runs.own().control(1, 1, 1, 1).make()))
        .isEqualTo(
            "The machine was quiet as far as is known: what others used is not known, the control"
                + " loop drifted by 0 %, 0 of 4 blocks disturbed.");
    assertThat(sentence(Runs.own().watched(0.01, 0).make()))
        .isEqualTo(
            "The machine was quiet as far as is known: others used 1 % of the processors, the drift"
                + " is not known, 1 block is too few to tell a disturbed one (it takes 3).");
  }

  @Test
  void percentsHaveOneDigitBehindThePointWhereItMatters() {
    assertThat(Numbers.percent(0)).isEqualTo("0 %");
    assertThat(Numbers.percent(0.004)).isEqualTo("0.4 %");
    assertThat(Numbers.percent(0.0999)).isEqualTo("10 %");
    assertThat(Numbers.percent(0.123)).isEqualTo("12 %");
  }
}
