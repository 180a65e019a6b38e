package org.counterpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.counterpoint.sharing.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Param;

class LockStateTest {

  private final LockState state = new LockState();

  @ParameterizedTest
  @MethodSource("org.counterpoint.sharing.Strategy#locks")
  void worksInsideTheLockOfEach(Strategy strategy) {
    state.strategy = strategy;
    state.open();
    state.counter.increment(() -> {});
    assertThat(state.counter.value()).isEqualTo(1);
    state.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Strategy.class,
      names = {"ATOMIC_INTEGER", "MESSAGE_PASSING"})
  void refusesWhatHasNoLock(Strategy strategy) {
    state.strategy = strategy;
    assertThatIllegalArgumentException()
        .isThrownBy(state::open)
        .withMessage(strategy + " has no lock to hold");
  }

  @Test
  void offersEveryLock() throws NoSuchFieldException {
    Param param = LockState.class.getField("strategy").getAnnotation(Param.class);
    assertThat(param.value())
        .containsExactlyElementsOf(Strategy.locks().stream().map(Strategy::name).toList());
  }

  @Test
  void theCounterComesLast() {
    List<String> order = new ArrayList<>();
    LockState watched =
        new LockState() {
          @Override
          void beforeCreation() {
            order.add("before, counter " + (counter == null ? "not yet there" : "there"));
          }
        };
    watched.strategy = Strategy.MUTEX;
    watched.open();
    assertThat(order).containsExactly("before, counter not yet there");
    watched.close();
  }
}
