package org.counterpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.counterpoint.sharing.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Param;

@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD) // What is broken may hang.
class VirtualThreadBenchmarkTest {

  private static final int THREADS = 100;

  private final VirtualThreadBenchmark benchmark = new VirtualThreadBenchmark();

  private static VirtualThreadBenchmark.Outside outside(Strategy strategy) {
    VirtualThreadBenchmark.Outside crowd = new VirtualThreadBenchmark.Outside();
    crowd.strategy = strategy;
    crowd.virtualThreads = THREADS;
    return crowd;
  }

  private static VirtualThreadBenchmark.Inside inside(Strategy strategy) {
    VirtualThreadBenchmark.Inside crowd = new VirtualThreadBenchmark.Inside();
    crowd.strategy = strategy;
    crowd.virtualThreads = THREADS;
    return crowd;
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  @EnabledForJreRange(min = JRE.JAVA_21)
  void eachStrategyHasAsManyAsTheyMade(Strategy strategy) throws InterruptedException {
    VirtualThreadBenchmark.Outside crowd = outside(strategy);
    crowd.gather();
    crowd.begin();
    benchmark.sleepOutside(crowd);
    crowd.disperse();
    assertThat(LostUpdateCheck.performed(64)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("org.counterpoint.sharing.Strategy#locks")
  @EnabledForJreRange(min = JRE.JAVA_21)
  void eachLockHasAsManyAsTheyMade(Strategy strategy) throws InterruptedException {
    VirtualThreadBenchmark.Inside crowd = inside(strategy);
    crowd.gather();
    crowd.begin();
    benchmark.sleepInside(crowd);
    crowd.disperse();
    assertThat(LostUpdateCheck.performed(64)).isTrue();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void aCounterThatLosesUpdatesIsCaught() throws InterruptedException {
    RacyVirtualThreadBenchmark.Racy crowd = new RacyVirtualThreadBenchmark.Racy();
    crowd.virtualThreads = THREADS;
    crowd.gather();
    crowd.takers.await(10_000);
    crowd.disperse();
    assertThatExceptionOfType(LostUpdateException.class)
        .isThrownBy(() -> LostUpdateCheck.performed(10_000));
  }

  @Test
  void aStrategyWithoutALockIsRefusedInside() {
    assertThatIllegalArgumentException()
        .isThrownBy(inside(Strategy.LONG_ADDER)::gather)
        .withMessage("LONG_ADDER has no lock to hold");
  }

  @Test
  void insideOffersEveryLockAndOutsideEverything() throws NoSuchFieldException {
    assertThat(offered(VirtualThreadBenchmark.Inside.class))
        .containsExactlyElementsOf(Strategy.locks().stream().map(Strategy::name).toList());
    // JMH's word for all constants of an enum.
    assertThat(offered(VirtualThreadBenchmark.Outside.class)).containsExactly(Param.BLANK_ARGS);
  }

  private static String[] offered(Class<?> crowd) throws NoSuchFieldException {
    return crowd.getField("strategy").getAnnotation(Param.class).value();
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_20)
  void anOlderJvmIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(outside(Strategy.MUTEX)::gather)
        .withMessage("virtual threads exist from JDK 21 on, this is " + Runtime.version());
  }
}
