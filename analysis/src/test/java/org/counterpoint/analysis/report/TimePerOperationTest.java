package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Interval;
import org.junit.jupiter.api.Test;

class TimePerOperationTest {

  private static final Estimate ESTIMATE =
      new Estimate(5, 200, Optional.of(new Interval(100, 400)));

  @Test
  void turnsARateOver() {
    Estimate time = TimePerOperation.of(ESTIMATE, Unit.of("ops/us")).orElseThrow();
    assertThat(time.center()).isCloseTo(5, within(1e-9));
    assertThat(time.interval().orElseThrow().low()).isCloseTo(2.5, within(1e-9));
    assertThat(time.interval().orElseThrow().high()).isCloseTo(10, within(1e-9));
  }

  @Test
  void scalesATime() {
    Estimate time = TimePerOperation.of(ESTIMATE, Unit.of("us/op")).orElseThrow();
    assertThat(time.center()).isCloseTo(200_000, within(1e-6));
  }

  @Test
  void isNothingOfAnotherUnit() {
    assertThat(TimePerOperation.of(ESTIMATE, Unit.of("B/op"))).isEmpty();
    assertThat(TimePerOperation.of(new Estimate(1, 0, Optional.empty()), Unit.of("ops/s")))
        .isEmpty();
  }
}
