package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;

class MachinesTest {

  private static Run on(String name, String cpu, int cores) {
    Run run = Runs.own().name(name).threads(2).make();
    Environment of = run.environment().orElseThrow();
    return with(
        run,
        Optional.of(
            new Environment(
                cpu,
                cores,
                of.memoryBytes(),
                "Linux, " + cpu,
                of.virtualization(),
                of.governor(),
                of.loadBefore(),
                of.loadAfter(),
                of.commit(),
                of.startedAt(),
                of.finishedAt(),
                of.platform(),
                of.program())));
  }

  private static Run with(Run run, Optional<Environment> environment) {
    return new Run(
        run.name(),
        run.plan(),
        environment,
        run.jdks(),
        run.measurements(),
        run.failures(),
        run.warnings(),
        run.watched());
  }

  private static String markdown(Run... runs) throws IOException {
    byte[] page = Report.files(List.of(runs)).get(Report.MARKDOWN);
    assertThat(page).isNotNull();
    return new String(page, StandardCharsets.UTF_8);
  }

  @Test
  void runsOfOneKindStandBesideEachOtherUnderItsName() throws IOException {
    String page = markdown(on("a", "Xeon", 2), on("b", "Neoverse", 4), on("c", "Xeon", 2));
    assertThat(page)
        .contains(
            "# Counterpoint report: a, c and b",
            "runs of one machine are never compared with those of another",
            "- Xeon, 2 cores, Linux, Xeon: a and c",
            "- Neoverse, 4 cores, Linux, Neoverse: b");
    List<String> headings =
        page.lines().filter(line -> line.startsWith("### ")).distinct().limit(3).toList();
    assertThat(headings)
        .containsExactly(
            "### Xeon, 2 cores: a", "### Xeon, 2 cores: c", "### Neoverse, 4 cores: b");
  }

  @Test
  void otherCoresAreAnotherMachine() {
    Run two = on("a", "Xeon", 2);
    Run four = on("b", "Xeon", 4);
    assertThat(new Machines(List.of(two, four)).lines()).hasSize(2);
    assertThat(new Machines(List.of(two, on("c", "Xeon", 2))).lines()).isEmpty();
  }

  @Test
  void oneKindAloneIsNotNamed() throws IOException {
    Run run = on("a", "Xeon", 2);
    assertThat(markdown(run, on("b", "Xeon", 2)))
        .contains("### a", "### b")
        .doesNotContain("never compared with");
    assertThat(new Machines(List.of(run)).heading(run)).isEqualTo("a");
  }

  @Test
  void aFileThatKnowsNoMachineIsOfAnUnknownOne() {
    Run file = with(Runs.own().name("f").make(), Optional.empty());
    Machines machines = new Machines(List.of(on("a", "Xeon", 2), file));
    assertThat(machines.lines())
        .containsExactly("Xeon, 2 cores, Linux, Xeon: a", "machine unknown: f");
    assertThat(machines.heading(file)).isEqualTo("CPU unknown, number of cores unknown: f");
  }
}
