package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.model.Values;
import org.junit.jupiter.api.Test;

class DecisionMapTest {

  private static final Jdk JDK = new Jdk("17", "17.0.15", "VM", "17");
  private static final Quantity RATE = new Quantity("throughput", Unit.of("ops/us"), true);
  private static final Contender ADDER = new Contender("LONG_ADDER", "LongAdder", 0);
  private static final Contender ATOMIC = new Contender("ATOMIC_INTEGER", "AtomicInteger", 1);
  private static final Contender MUTEX = new Contender("MUTEX", "Mutex", 2);

  private static Values around(double value, int forks) {
    double[] values = new double[forks];
    for (int i = 0; i < forks; i++) {
      values[i] = value * (1 + 0.01 * (i % 3));
    }
    return Values.of(values);
  }

  private static Contest contest(
      Map<String, String> params, int threads, int forks, Map<Contender, Double> rates) {
    List<Entry> entries = new ArrayList<>();
    rates.forEach((contender, rate) -> entries.add(Entry.measured(contender, around(rate, forks))));
    return Contest.of(
        new Setting("a.b.Reads.operate", new TreeMap<>(params), Mode.THROUGHPUT, JDK, threads),
        RATE,
        entries,
        Optional.empty(),
        Optional.empty());
  }

  private static Contest at(String reads, int threads, double adder, double atomic) {
    return contest(Map.of("reads", reads), threads, 10, Map.of(ADDER, adder, ATOMIC, atomic));
  }

  private static DecisionMap only(Contest... contests) {
    List<DecisionMap> maps = DecisionMap.of(List.of(contests));
    assertThat(maps).hasSize(1);
    return maps.get(0);
  }

  @Test
  void aFieldSaysWhatItsContestSays() {
    DecisionMap map =
        only(at("100", 1, 1, 2), at("5", 1, 1, 1), at("100", 4, 3, 1), at("5", 4, 2, 1));
    assertThat(map.axis()).isEqualTo("reads");
    assertThat(map.threads()).containsExactly(1, 4);
    // By size, not by letters.
    assertThat(map.columns()).extracting(DecisionMap.Column::text).containsExactly("5", "100");
    assertThat(map.title()).isEqualTo("Reads.operate");
    assertThat(map.field(map.columns().get(0), 1).orElseThrow().leaders())
        .containsExactlyInAnyOrder(ADDER, ATOMIC);
    assertThat(map.field(map.columns().get(1), 1).orElseThrow().leaders()).containsExactly(ATOMIC);
    assertThat(map.headline())
        .isEqualTo("LongAdder wins in 2 of 4 fields; AtomicInteger in 1; not separated in 1");
  }

  /** The estimate is higher, and nothing is separated: no winner is named. */
  @Test
  void whatIsNotSeparatedNamesNobody() {
    DecisionMap map =
        only(at("0", 1, 1, 1.002), at("50", 1, 1.001, 1), at("0", 2, 1, 1.001), at("50", 2, 1, 1));
    assertThat(map.headline()).isEqualTo("Nobody wins alone in any of 4 fields");
  }

  @Test
  void tooFewForksAreNoVerdict() {
    Map<Contender, Double> rates = Map.of(ADDER, 1.0, ATOMIC, 9.0);
    DecisionMap map =
        only(
            contest(Map.of("reads", "0"), 1, 3, rates),
            contest(Map.of("reads", "50"), 1, 3, rates),
            contest(Map.of("reads", "0"), 2, 3, rates));
    assertThat(map.headline()).isEqualTo("No verdict in any field");
    assertThat(map.field(map.columns().get(1), 2)).isEmpty();
  }

  @Test
  void severalParamsThatVaryMakeTheColumnsTogether() {
    List<Contest> contests = new ArrayList<>();
    for (String inside : List.of("0", "20")) {
      for (String outside : List.of("0", "100")) {
        for (int threads : new int[] {1, 2}) {
          contests.add(
              contest(
                  Map.of("inside", inside, "outside", outside, "fixed", "7"),
                  threads,
                  5,
                  Map.of(ADDER, 1.0, MUTEX, 2.0)));
        }
      }
    }
    DecisionMap map = DecisionMap.of(contests).get(0);
    assertThat(map.axis()).isEqualTo("inside, outside");
    assertThat(map.title()).isEqualTo("Reads.operate, fixed=7");
    assertThat(map.columns())
        .extracting(DecisionMap.Column::text)
        .containsExactly("0, 0", "0, 100", "20, 0", "20, 100");
    assertThat(map.headline()).isEqualTo("Mutex wins in 8 of 8 fields");
  }

  @Test
  void whatDoesNotVaryInTwoWaysIsNoMap() {
    assertThat(DecisionMap.of(List.of(at("5", 1, 1, 2), at("5", 2, 1, 2)))).isEmpty();
    assertThat(DecisionMap.of(List.of(at("5", 1, 1, 2), at("6", 1, 1, 2)))).isEmpty();
    Map<Contender, Double> alone = Map.of(ADDER, 1.0);
    assertThat(
            DecisionMap.of(
                List.of(
                    contest(Map.of("reads", "0"), 1, 5, alone),
                    contest(Map.of("reads", "1"), 2, 5, alone))))
        .isEmpty();
  }
}
