package org.counterpoint.experiment.jdks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.counterpoint.analysis.jmh.Blackhole;
import org.counterpoint.analysis.jmh.RunJdk;
import org.junit.jupiter.api.Test;

class LabelsTest {

  private static List<String> labels(String... versionsAndVendors) {
    List<Identity> jdks =
        Stream.of(versionsAndVendors)
            .map(text -> text.split("/", -1))
            .map(parts -> FakeMachine.identity(parts[0], parts[1], "amd64"))
            .toList();
    List<String> labels = Labels.of(jdks);
    // Each must be fit for a run.
    labels.forEach(label -> new RunJdk(label, "", "", "", "", Blackhole.COMPILER));
    return labels;
  }

  @Test
  void aVersionIsEnoughWhereOneJdkHasIt() {
    assertThat(labels("17.0.15/Debian", "26-ea/Oracle Corporation"))
        .containsExactly("17.0.15", "26-ea");
  }

  @Test
  void whereVersionsAreTheSameTheVendorIsAdded() {
    assertThat(labels("17.0.15/Debian", "25/Oracle", "17.0.15/Azul Systems, Inc."))
        .containsExactly("17.0.15-debian", "25", "17.0.15-azul-systems-inc");
  }

  @Test
  void whereVendorsAreTheSameTooANumberIsAdded() {
    assertThat(labels("17/Nobody", "17/Debian", "17/Debian", "17/Debian", "17/!"))
        .containsExactly("17-nobody", "17-debian", "17-debian-2", "17-debian-3", "17-other");
  }

  @Test
  void noTwoAreTheSameWhereCaseDoesNotMatter() {
    assertThat(labels("26-EA/Debian", "26-ea/Debian"))
        .containsExactly("26-EA-debian", "26-ea-debian-2");
  }
}
