package org.counterpoint.analysis.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

  @Test
  void readsWhateverAnInstantWrites() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      long digits = (long) Math.pow(10, random.nextInt(10));
      Instant instant =
          Instant.ofEpochSecond(
              random.nextLong(-62_000_000_000L, 250_000_000_000L),
              random.nextLong(1_000_000_000) / digits * digits);
      assertThat(Instants.parse(instant.toString())).isEqualTo(instant);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-26T05:00:00Z",
        "2026-11-26T05:00:00.5Z",
        "2026-11-26T05:00:00.123456789Z",
        "2024-02-29T23:59:59Z",
        "2026-11-26T24:00:00Z",
        "2016-12-31T23:59:60Z",
        "+12026-11-26T05:00:00Z",
        "-0001-11-26T05:00:00Z"
      })
  void agreesWithTheJdk(String text) {
    assertThat(Instants.parse(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-11-26",
        "2026-11-26T05:00:00",
        "2026-11-26T05:00:0xZ",
        "2026-13-26T05:00:00Z",
        "2026-02-29T05:00:00Z",
        "2026-11-26T05:60:00Z",
        "2026-11-26T25:00:00Z",
        "2026-11-26T05:00:61Z",
        "2026-11-26 05:00:00Z",
        "2026-11-26T05:00:00.1234567890Z",
        "2026-11-26T05:00:00,5Z",
        "2026-11-26T05:00:00.5xZ",
        "٢٠٢٦-11-26T05:00:00Z"
      })
  void refusesWhatIsNoTime(String text) {
    assertThatThrownBy(() -> Instants.parse(text)).isInstanceOf(DateTimeException.class);
  }
}
