package org.counterpoint.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannedCellTest {

  private static final Cell CELL = new Cell("a.B.c", new TreeMap<>(), Mode.THROUGHPUT, 1);

  @ParameterizedTest
  @CsvSource({
    "17, false",
    "17.0.15, false",
    "20.0.2-temurin, false",
    "21, true",
    "21-ea, true",
    "21.0.1-temurin-2, true",
    "25.0.1, true",
    "unknown, false"
  })
  void aCellThatNeedsAJdkIsOnThatAndNewerOnes(String jdk, boolean isOn) {
    assertThat(new PlannedCell(CELL, 5, 21).isOn(jdk)).isEqualTo(isOn);
    assertThat(new PlannedCell(CELL, 5).isOn(jdk)).isTrue();
  }

  @Test
  void moreOrFewerForksNeedTheSameJdk() {
    assertThat(new PlannedCell(CELL, 5, 21).withForks(9)).isEqualTo(new PlannedCell(CELL, 9, 21));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PlannedCell(CELL, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PlannedCell(CELL, 5, -1))
        .withMessage("since JDK -1");
  }
}
