package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;

class RepetitionTest {

  private static List<String> commands(Run run) {
    return Repetition.of(run).stream()
        .filter(Block.Command.class::isInstance)
        .map(block -> ((Block.Command) block).line())
        .toList();
  }

  private static String words(Run run) {
    return MarkdownPage.of(Repetition.of(run));
  }

  @Test
  void namesTheCommandThatMadeTheRunAndWhatItDoesNotFix() {
    Run run = Runs.own().threads(1).jdks(Runs.JDK_17, Runs.JDK_25).make();
    assertThat(commands(run))
        .containsExactly(
            "mvn verify -Pbench", "java -jar analysis/target/counterpoint.jar report run-1");
    assertThat(words(run))
        .contains(
            "commit 0123abc", "the seed 20260102", "17.0.15+6-Debian-1deb12u1", "25.0.1+8-LTS")
        .contains("Another machine gives other figures")
        .doesNotContain("may make more forks");
    assertThat(words(Runs.own().threads(1).forks(5).planned(30).make()))
        .contains("may make more forks");
  }

  @Test
  void saysWhereTheCommandIsNotKnown() {
    Run run =
        Runs.foreign(
            "it's.json",
            Runs.entry("p.B.a", Runs.params(), Mode.AVERAGE_TIME, 1, "ns/op", 1, 2, 3));
    assertThat(words(run)).contains("The command is not known");
    assertThat(commands(run))
        .containsExactly("java -jar analysis/target/counterpoint.jar report 'it'\\''s.json'");
  }
}
