package org.counterpoint.experiment.jdks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaVersionTest {

  private static JavaVersion version(String text) {
    return JavaVersion.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "1.8.0_402, 8",
    "1.7.0, 7",
    "9, 9",
    "11.0.22, 11",
    "17.0.15, 17",
    "17.0.9.1, 17",
    "26-ea, 26",
    "22-internal, 22",
    "25.0.3+9-LTS, 25"
  })
  void hasAFeatureNumberInEveryStyle(String text, int feature) {
    assertThat(version(text).feature()).isEqualTo(feature);
    assertThat(version(text)).hasToString(text);
  }

  @Test
  void isOrderedByNumbersAndReleasedLast() {
    List<String> ascending =
        List.of(
            "1.8.0_92",
            "1.8.0_402",
            "9",
            "11.0.2",
            "11.0.19",
            "17-ea",
            "17",
            "17.0.9",
            "17.0.9.1",
            "17.0.15",
            "25.0.3",
            "26-ea",
            "26-internal",
            "26");
    List<String> sorted =
        ascending.stream()
            .sorted((a, b) -> b.compareTo(a))
            .map(JavaVersionTest::version)
            .sorted()
            .map(JavaVersion::text)
            .toList();
    assertThat(sorted).isEqualTo(ascending);
  }

  @Test
  void zerosAtTheEndDoNotMakeItNewer() {
    assertThat(version("17.0.0").numbers()).isEqualTo(version("17").numbers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "17.", "17..1", "99999999999", "17 0 1", "seventeen"})
  void isNotMadeOfAnyText(String text) {
    assertThat(JavaVersion.parse(text)).isEmpty();
  }
}
