package org.counterpoint.experiment.jdks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.counterpoint.analysis.jmh.Blackhole;
import org.counterpoint.analysis.jmh.RunJdk;
import org.junit.jupiter.api.Test;

class ChosenJdkTest {

  private static ChosenJdk jdk(int feature) {
    String version = feature + ".0.1";
    return new ChosenJdk(
        new RunJdk(version, version, "VM", version, "/jdk", Blackhole.COMPILER),
        feature,
        Path.of("/jdk/bin/java"),
        false);
  }

  @Test
  void onlyAJdkThatKnowsAnOptionIsGivenIt() {
    assertThat(jdk(17).arguments()).isEmpty();
    assertThat(jdk(23).arguments()).isEmpty();
    assertThat(jdk(24).arguments()).containsExactly("--sun-misc-unsafe-memory-access=allow");
  }
}
