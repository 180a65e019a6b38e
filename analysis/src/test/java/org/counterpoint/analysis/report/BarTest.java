package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Interval;
import org.junit.jupiter.api.Test;

class BarTest {

  private static final Bar TEN = new Bar(Glyphs.BLOCKS, 10, 100);
  private static final Bar ASCII = new Bar(Glyphs.ASCII, 10, 100);

  private static Estimate estimate(double low, double value, double high) {
    return new Estimate(5, value, Optional.of(new Interval(low, high)));
  }

  private static Estimate alone(double value) {
    return new Estimate(1, value, Optional.empty());
  }

  @Test
  void isSolidUpToTheLowEndAndHasAStrokeAtTheValue() {
    assertThat(TEN.of(estimate(42, 65, 88))).isEqualTo("████├─┼─┤");
    assertThat(ASCII.of(estimate(42, 65, 88))).isEqualTo("####[-+-]");
  }

  /** An end in the value's own column has no room of its own. */
  @Test
  void marksTheEndsThatItCan() {
    assertThat(TEN.of(estimate(61, 65, 69))).isEqualTo("██████│");
    assertThat(TEN.of(estimate(61, 65, 75))).isEqualTo("██████├┤");
    assertThat(TEN.of(estimate(51, 65, 69))).isEqualTo("█████├┤");
    assertThat(ASCII.of(estimate(61, 65, 69))).isEqualTo("######|");
  }

  @Test
  void showsEighthsWhereThereIsNoInterval() {
    assertThat(TEN.of(alone(50))).isEqualTo("█████");
    assertThat(TEN.of(alone(55))).isEqualTo("█████▌");
    assertThat(TEN.of(alone(51.3))).isEqualTo("█████▏");
    assertThat(TEN.of(alone(0))).isEmpty();
    assertThat(ASCII.of(alone(55))).isEqualTo("#####");
  }

  @Test
  void staysWithinItsColumns() {
    assertThat(TEN.of(estimate(50, 100, 1e9))).isEqualTo("█████├───┤");
    assertThat(TEN.of(estimate(50, 80, 1e9))).isEqualTo("█████├──┼→");
    assertThat(TEN.of(alone(1000))).isEqualTo("██████████");
    assertThat(TEN.of(estimate(-50, -20, 10))).isEqualTo("├┤");
    assertThat(TEN.of(alone(-20))).isEmpty();
  }

  @Test
  void isOfAsciiWhereBlocksCannotBeWritten() {
    assertThat(Glyphs.in(StandardCharsets.UTF_8)).isEqualTo(Glyphs.BLOCKS);
    assertThat(Glyphs.in(StandardCharsets.US_ASCII)).isEqualTo(Glyphs.ASCII);
    assertThat(Glyphs.in(StandardCharsets.ISO_8859_1)).isEqualTo(Glyphs.ASCII);
  }
}
