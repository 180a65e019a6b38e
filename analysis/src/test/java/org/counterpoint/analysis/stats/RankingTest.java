package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.counterpoint.analysis.stats.Ranking.Competitor;
import org.counterpoint.analysis.stats.Ranking.Entry;
import org.junit.jupiter.api.Test;

class RankingTest {

  @Test
  void clearDifferencesGiveClearRanks() {
    List<Competitor> three = List.of(at("slow", 1), at("fast", 3), at("middle", 2));
    assertThat(Ranking.of(three, true).entries())
        .containsExactly(
            new Entry("fast", 1, 1), new Entry("middle", 2, 2), new Entry("slow", 3, 3));
    assertThat(Ranking.of(three, false).entries())
        .containsExactly(
            new Entry("slow", 1, 1), new Entry("middle", 2, 2), new Entry("fast", 3, 3));
  }

  /** An interval reaches 0.21 either way: the neighbours are 0.2 apart, the ends 0.4. */
  @Test
  void tiesAreNotTransitive() {
    Ranking ranking = Ranking.of(List.of(wide("a", 1.4), wide("b", 1.2), wide("c", 1.0)), true);
    assertThat(ranking.entries())
        .containsExactly(new Entry("a", 1, 2), new Entry("b", 1, 3), new Entry("c", 2, 3));
    assertThat(ranking.leaders()).containsExactly("a", "b");
  }

  /** p is 0.033 for the pair: enough for two, but not for the first of three pairs. */
  @Test
  void thePairsAreOneFamily() {
    List<Competitor> two = List.of(wide("a", 1.45), wide("b", 1.22));
    assertThat(Ranking.of(two, true).leaders()).containsExactly("a");
    List<Competitor> three = List.of(two.get(0), two.get(1), wide("c", 1.335));
    assertThat(Ranking.of(three, true).leaders()).containsExactly("a", "c", "b");
  }

  @Test
  void tooFewForksSeparateNobody() {
    Competitor four = new Competitor("four", new LogSample(4, 9, 1e-6));
    assertThat(Ranking.of(List.of(at("five", 1), four), true).entries())
        .containsExactly(new Entry("four", 1, 2), new Entry("five", 1, 2));
  }

  @Test
  void theEqualAreListedByName() {
    assertThat(Ranking.of(List.of(at("b", 1), at("a", 1)), true).leaders())
        .containsExactly("a", "b");
  }

  @Test
  void aloneIsFirst() {
    assertThat(Ranking.of(List.of(at("a", 1)), true).entries())
        .containsExactly(new Entry("a", 1, 1));
    assertThat(Ranking.of(List.of(), true).leaders()).isEmpty();
  }

  @Test
  void refusesTwoOfOneName() {
    assertThatThrownBy(() -> Ranking.of(List.of(at("a", 1), at("a", 2)), true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one name");
  }

  private static Competitor at(String name, double mean) {
    return new Competitor(name, new LogSample(5, mean, 0.0001));
  }

  private static Competitor wide(String name, double mean) {
    return new Competitor(name, new LogSample(5, mean, 0.02));
  }
}
