package org.counterpoint.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JvmVariantTest {

  private static final JvmVariant ZGC = new JvmVariant("ZGC", List.of("-XX:+UseZGC", "-Xmx1g"));
  private static final JvmVariant INT = new JvmVariant("int", List.of("-Xint"));
  private static final Cell CELL = new Cell("a.B.c", new TreeMap<>(), Mode.THROUGHPUT, 2);

  @Test
  void noneIsWithoutFlagsAndNothingElseIs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JvmVariant("none", List.of("-Xint")))
        .withMessage("\"none\" stands for no JVM flag, and \"none\" has 1");
    assertThatIllegalArgumentException().isThrownBy(() -> new JvmVariant("ZGC", List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new JvmVariant(" ", List.of("-Xint")));
  }

  @Test
  void flagsAreFoundAmongAllArgumentsOfAJvm() {
    assertThat(ZGC.isIn(List.of("-Da=b", "-XX:+UseZGC", "-Xmx1g"))).isTrue();
    assertThat(ZGC.isIn(List.of("-XX:+UseZGC", "-Da=b", "-Xmx1g"))).isFalse();
    assertThat(ZGC.isIn(List.of("-Xmx1g"))).isFalse();
    assertThat(JvmVariant.NONE.isIn(List.of())).isTrue();
  }

  @Test
  void noneComesFirst() {
    assertThat(Stream.of(INT, ZGC, JvmVariant.NONE).sorted())
        .containsExactly(JvmVariant.NONE, ZGC, INT);
  }

  @Test
  void cellsThatDifferInFlagsAreTwo() {
    assertThat(CELL.on(ZGC)).isNotEqualTo(CELL).isNotEqualByComparingTo(CELL);
    assertThat(CELL.on(ZGC).on(JvmVariant.NONE)).isEqualTo(CELL).isEqualByComparingTo(CELL);
    assertThat(CELL).hasToString("B.c thrpt, 2 threads");
    assertThat(CELL.on(ZGC)).hasToString("B.c thrpt, 2 threads, JVM flags ZGC");
  }
}
