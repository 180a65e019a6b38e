package org.counterpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.counterpoint.sharing.SharedCounter;
import org.counterpoint.sharing.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Param;

class CountersTest {

  private static Counters of(Strategy strategy, int number, Counters.Layout layout) {
    Counters counters = new Counters();
    counters.strategy = strategy;
    counters.counters = number;
    counters.choice = Choice.UNIFORM;
    counters.layout = layout;
    counters.open();
    return counters;
  }

  private static List<String> strategiesOf(Class<?> state) throws NoSuchFieldException {
    return List.of(state.getField("strategy").getAnnotation(Param.class).value());
  }

  @Test
  void offersTheCoreStrategiesThatCanBeMany() throws NoSuchFieldException {
    assertThat(strategiesOf(Counters.class))
        .containsExactlyElementsOf(
            Strategy.core().stream()
                .filter(strategy -> !strategy.ownsThread())
                .map(Strategy::name)
                .toList());
  }

  @Test
  void theTallyOffersEveryStrategyThatHasOne() throws NoSuchFieldException {
    assertThat(strategiesOf(TallyState.class))
        .containsExactlyElementsOf(Strategy.tallies().stream().map(Strategy::name).toList());
  }

  @ParameterizedTest
  @EnumSource(Counters.Layout.class)
  void eachIsOneOfItsOwn(Counters.Layout layout) {
    Counters counters = of(Strategy.MUTEX, 16, layout);
    Set<SharedCounter> seen = new HashSet<>();
    for (int i = 0; i < 16; i++) {
      counters.at(i).increment();
      assertThat(counters.at(i).value()).isEqualTo(1);
      seen.add(counters.at(i));
    }
    assertThat(seen).hasSize(16);
    counters.close();
  }

  @Test
  void whatOwnsAThreadIsNoWayToHaveMany() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(Strategy.MESSAGE_PASSING, 2, Counters.Layout.PACKED))
        .withMessage("MESSAGE_PASSING has a thread a counter: not a way to have many");
  }

  @Test
  void thereMustBeOneAndMayNotBeTooMany() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(Strategy.MUTEX, 0, Counters.Layout.PACKED));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(Strategy.MUTEX, Counters.MOST + 1, Counters.Layout.PACKED));
  }
}
