package org.counterpoint.experiment.jdks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

  @ParameterizedTest
  @ValueSource(strings = {"amd64", "x86_64", "x64", "X64", " x86-64 "})
  void hasOneNameHoweverItIsWritten(String text) {
    assertThat(Architecture.of(text)).isEqualTo(Architecture.X86_64);
  }

  @Test
  void keepsApartWhatIsNotTheSame() {
    assertThat(Architecture.of("arm64")).isEqualTo(Architecture.AARCH64);
    assertThat(Architecture.of("i586")).isEqualTo(Architecture.X86);
    assertThat(Architecture.of("ppc64le")).hasToString("ppc64le");
    assertThat(Architecture.of("arm")).isNotEqualTo(Architecture.AARCH64);
  }
}
