package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;

class FamilyTest {

  private static Measurement entry(int threads, String... params) {
    return Runs.entry(
        "p.B.m", Runs.params(params), Mode.AVERAGE_TIME, threads, "ns/op", Runs.around(10, 5));
  }

  private static List<String> families(Measurement... measurements) {
    return Summary.of(Runs.foreign("f", measurements)).families().stream()
        .map(
            family ->
                family.title()
                    + " by "
                    + family.axis()
                    + ": "
                    + family.contests().stream().map(family::position).toList())
        .toList();
  }

  @Test
  void runAlongThreadsFirst() {
    assertThat(families(entry(4, "size", "1"), entry(1, "size", "1"), entry(16, "size", "1")))
        .containsExactly("B.m, size=1 by threads: [1, 4, 16]");
  }

  @Test
  void runAlongTheOneNumberThatVaries() {
    assertThat(
            families(
                entry(1, "size", "1000", "x", "1"),
                entry(1, "size", "9", "x", "1"),
                entry(1, "size", "10", "x", "1")))
        .containsExactly("B.m, x=1 by size: [9, 10, 1000]");
  }

  @Test
  void standAloneWhereSeveralNumbersVary() {
    assertThat(
            families(
                entry(1, "a", "1", "b", "1"),
                entry(1, "a", "2", "b", "1"),
                entry(1, "a", "1", "b", "2")))
        .hasSize(3)
        .allMatch(text -> text.endsWith(" by : [1]"));
  }

  @Test
  void sayWhereTheyStand() {
    Family threads = Summary.of(Runs.foreign("f", entry(1), entry(2), entry(4))).families().get(0);
    assertThat(threads.where(threads.contests())).isEqualTo("1, 2 and 4 threads");
    assertThat(threads.where(threads.contests().subList(0, 1))).isEqualTo("1 thread");
    Family sizes =
        Summary.of(Runs.foreign("f", entry(1, "size", "1"), entry(1, "size", "2")))
            .families()
            .get(0);
    assertThat(sizes.where(sizes.contests())).isEqualTo("size 1 and 2");
  }

  @Test
  void sayHowManyVirtualThreadsWork() {
    Family virtual =
        Summary.of(
                Runs.foreign(
                    "f", entry(1, "virtualThreads", "10"), entry(1, "virtualThreads", "1000")))
            .families()
            .get(0);
    assertThat(virtual.where(virtual.contests())).isEqualTo("10 and 1000 virtual threads");
    assertThat(virtual.sameThreads()).isEmpty();
    assertThat(virtual.first().setting().threadsText()).isEqualTo("10 virtual threads");
    Run run = Runs.foreign("f", entry(1, "virtualThreads", "10"), entry(2));
    assertThat(
            Circumstances.ofSettings(
                run,
                run.jdks(),
                List.of(
                    virtual.first().setting(), Summary.of(run).families().get(0).first().setting()),
                IntStream.of(5)))
        .contains("cores unknown; 2 threads; 10 virtual threads; 5 forks");
  }
}
