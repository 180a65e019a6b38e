package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.counterpoint.analysis.jmh.Blackhole;
import org.counterpoint.analysis.jmh.RunDescription;
import org.counterpoint.analysis.jmh.RunJdk;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.model.Platform;
import org.junit.jupiter.api.Test;

class ChangesTest {

  private static final RunJdk JDK =
      new RunJdk("17.0.1", "17.0.1", "A VM", "17.0.1+1", "/opt/jdk-17", Blackhole.COMPILER);

  private static Environment machine(String cpu, int cores, String program) {
    return new Environment(
        cpu,
        cores,
        8L << 30,
        "Linux 6.1",
        "none seen",
        "performance",
        0.1,
        0.2,
        "0123abc",
        "2026-01-01T00:00:00Z",
        "",
        Platform.UNKNOWN,
        program);
  }

  private static RunDescription run(Environment environment) {
    PlannedCell cell = new PlannedCell(new Cell("a.B.c", new TreeMap<>(), Mode.THROUGHPUT, 1), 5);
    return new RunDescription(Plans.of(List.of(cell), List.of(), 0), environment, List.of(JDK));
  }

  @Test
  void theSameIsNoChangeWhateverTheLoadAndTheTime() {
    Environment now = machine("A CPU", 2, "abc").finished(1.5, "2026-01-02T00:00:00Z");
    assertThat(Changes.since(run(machine("A CPU", 2, "abc")), now, List.of(JDK))).isEmpty();
  }

  @Test
  void everyChangeIsNamedWithBothValues() {
    RunJdk updated =
        new RunJdk("17.0.2", "17.0.2", "A VM", "17.0.2+8", "/opt/jdk-17", Blackhole.COMPILER);
    assertThat(
            Changes.since(
                run(machine("A CPU", 2, "abc")), machine("B CPU", 4, "def"), List.of(updated)))
        .containsExactly(
            "the benchmarks' code was abc and is def",
            "the processor was A CPU and is B CPU",
            "the number of cores was 2 and is 4",
            "JDK 17.0.1 in /opt/jdk-17: its version was 17.0.1 and is 17.0.2",
            "JDK 17.0.1 in /opt/jdk-17: its build was 17.0.1+1 and is 17.0.2+8");
  }
}
