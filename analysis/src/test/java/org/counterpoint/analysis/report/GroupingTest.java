package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Mode;
import org.junit.jupiter.api.Test;

class GroupingTest {

  private static final JvmVariant NONE = JvmVariant.NONE;
  private static final JvmVariant ZGC = new JvmVariant("ZGC", List.of("-XX:+UseZGC"));

  private static Measurement entry(String benchmark, int threads, String... params) {
    return Runs.entry(
        benchmark, Runs.params(params), Mode.AVERAGE_TIME, threads, "ns/op", Runs.around(10, 5));
  }

  private static List<String> contests(Measurement... measurements) {
    return Summary.of(Runs.foreign("f", measurements)).contests().stream()
        .map(
            contest ->
                contest.setting().title()
                    + " "
                    + contest.setting().threads()
                    + ": "
                    + contest.entries().stream()
                        .map(entry -> entry.contender().label())
                        .sorted()
                        .toList())
        .toList();
  }

  @Test
  void strategiesCompeteAndOtherParamsAreHeldEqual() {
    assertThat(
            contests(
                entry("p.B.m", 1, "strategy", "X", "load", "5"),
                entry("p.B.m", 1, "strategy", "Y", "load", "5"),
                entry("p.B.m", 1, "strategy", "X", "load", "50"),
                entry("p.B.m", 2, "strategy", "X", "load", "5")))
        .containsExactly("B.m, load=5 1: [X, Y]", "B.m, load=5 2: [X]", "B.m, load=50 1: [X]");
  }

  @Test
  void methodsOfAClassCompeteWhereThereIsNoStrategy() {
    assertThat(
            contests(
                entry("p.B.get", 1, "size", "10"),
                entry("p.B.put", 1, "size", "10"),
                entry("p.B.get", 1, "size", "9"),
                entry("p.C.get", 1)))
        .containsExactly("B, size=9 1: [get]", "B, size=10 1: [get, put]", "C.get 1: [get]");
  }

  @Test
  void wordsCompeteAndNumbersDoNotWhereThereIsOneMethod() {
    assertThat(
            contests(
                entry("p.B.m", 1, "impl", "fast", "size", "1", "same", "s"),
                entry("p.B.m", 1, "impl", "slow", "size", "1", "same", "s"),
                entry("p.B.m", 1, "impl", "slow", "size", "2", "same", "s")))
        .containsExactly("B.m, same=s, size=1 1: [fast, slow]", "B.m, same=s, size=2 1: [slow]");
  }

  @Test
  void whatAFileHoldsTwiceDoesNotCompeteWithItself() {
    assertThat(contests(entry("p.B.m", 1), entry("p.B.m", 1)))
        .containsExactly("B.m 1: [m]", "B.m, repeat=2 1: [m]");
  }

  @Test
  void flagsOfTheJvmAreHeldEqualLikeAJdk() {
    Summary summary =
        Summary.of(
            Runs.own().strategies("MUTEX", "LONG_ADDER").threads(1, 2).jvms(NONE, ZGC).make());
    assertThat(summary.contests())
        .extracting(contest -> contest.setting().title() + " " + contest.setting().threads())
        .containsExactly(
            "Increment.increment, JVM flags=none 1",
            "Increment.increment, JVM flags=none 2",
            "Increment.increment, JVM flags=ZGC 1",
            "Increment.increment, JVM flags=ZGC 2");
    assertThat(summary.contests()).allMatch(contest -> contest.entries().size() == 2);
    assertThat(summary.families()).hasSize(2);
    assertThat(summary.serviceTimesByWorkload()).hasSize(2);
  }

  @Test
  void controlsStandBesideContendersOfTheSameFlags() {
    Summary summary = Summary.of(Runs.own().threads(1).jvms(NONE, ZGC).make());
    for (Contest contest : summary.contests()) {
      boolean zgc = contest.setting().title().endsWith("=ZGC");
      assertThat(summary.controlsBeside(contest.setting()))
          .extracting(Control::name)
          .containsExactlyInAnyOrder(
              zgc ? "direct, JVM flags=ZGC" : "direct", zgc ? "nothing, JVM flags=ZGC" : "nothing");
    }
    assertThat(summary.serviceTimes())
        .hasSize(2)
        .extracting(time -> time.floor().orElseThrow().quantiles())
        .doesNotHaveDuplicates();
  }

  @Test
  void oneSetOfFlagsIsShownAsWell() {
    assertThat(Summary.of(Runs.own().threads(2).jvms(ZGC).make()).contests())
        .extracting(contest -> contest.setting().title())
        .containsExactly("Increment.increment, JVM flags=ZGC");
    assertThat(Summary.of(Runs.own().threads(2).make()).contests())
        .extracting(contest -> contest.setting().title())
        .containsExactly("Increment.increment");
  }

  @Test
  void aRegistryDecidesOrderAndLabelEvenOfWhatWasNotMeasured() {
    Summary summary = Summary.of(Runs.own().strategies("LONG_ADDER", "MUTEX").make());
    assertThat(summary.contests().get(0).entries())
        .extracting(Entry::contender)
        .containsExactlyInAnyOrder(
            new Contender("MUTEX", "Mutex", 2), new Contender("LONG_ADDER", "LongAdder", 4));
  }

  @Test
  void controlsAreNeverContenders() {
    Summary summary = Summary.of(Runs.own().make());
    assertThat(summary.contests())
        .flatExtracting(Contest::entries)
        .extracting(entry -> entry.contender().id())
        .doesNotContain("nothing", "direct", "timer");
    assertThat(summary.controls()).extracting(Control::name).containsExactly("direct", "nothing");
  }

  @Test
  void theThroughputOfATimedLoopIsNoThroughput() {
    assertThat(Summary.of(Runs.own().make()).contests())
        .extracting(contest -> contest.setting().workload())
        .containsOnly(Runs.INCREMENT);
  }
}
