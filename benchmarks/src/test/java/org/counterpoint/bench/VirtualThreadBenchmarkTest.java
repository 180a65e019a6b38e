package org.counterpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.counterpoint.sharing.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class VirtualThreadBenchmarkTest {

  private static VirtualThreadBenchmark.Crowd crowd() {
    VirtualThreadBenchmark.Crowd crowd = new VirtualThreadBenchmark.Crowd();
    crowd.strategy = Strategy.MUTEX;
    crowd.virtualThreads = 8;
    crowd.open();
    return crowd;
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void allOfThemDoTheirShare() throws InterruptedException {
    VirtualThreadBenchmark.Crowd crowd = crowd();
    crowd.gather();
    new VirtualThreadBenchmark().increment(crowd);
    assertThat(crowd.counter.value()).isEqualTo(1 << 18);
    crowd.disperse();
    crowd.close();
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_20)
  void anOlderJvmIsNamed() {
    VirtualThreadBenchmark.Crowd crowd = crowd();
    assertThatIllegalStateException()
        .isThrownBy(crowd::gather)
        .withMessage("virtual threads exist from JDK 21 on, this is " + Runtime.version());
    crowd.close();
  }
}
