package org.counterpoint.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Noise.Reading;
import org.junit.jupiter.api.Test;

class NoiseTest {

  @Test
  void absentIsNotZero() {
    Noise noise = new Noise(new TreeMap<>(Map.of(Reading.STEAL_MILLIS, 0.0)));
    assertThat(noise.of(Reading.STEAL_MILLIS)).hasValue(0);
    assertThat(noise.of(Reading.LOAD)).isEmpty();
    assertThat(noise).isNotEqualTo(Noise.UNKNOWN);
  }

  @Test
  void everyReadingIsFoundByItsName() {
    for (Reading reading : Reading.values()) {
      assertThat(Reading.ofCode(reading.code())).contains(reading);
    }
    assertThat(Reading.ofCode("weather")).isEmpty();
  }

  @Test
  void refusesWhatNoSystemCounts() {
    for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new Noise(new TreeMap<>(Map.of(Reading.LOAD, bad))))
          .hasMessage("load: " + bad);
    }
  }
}
