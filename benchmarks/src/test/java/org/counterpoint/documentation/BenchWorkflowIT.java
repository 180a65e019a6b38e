package org.counterpoint.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.counterpoint.analysis.jmh.Blackhole;
import org.counterpoint.experiment.MadeRun;
import org.counterpoint.experiment.MavenLine;
import org.counterpoint.experiment.yaml.InvalidYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every script of the workflow that measures, as it is written there, on runs that were made. */
@DisabledOnOs(OS.WINDOWS) // Its machines are Linux.
class BenchWorkflowIT {

  private static final String RUN = "20260101-000000-standard";
  private static final String HISTORY = "What changed since the last good run";
  private static final int LARGEST_SUMMARY = 1 << 20;

  private final Path folder;
  private final Workflow bench;
  private final Checkout checkout;

  BenchWorkflowIT(@TempDir Path folder) throws IOException, InvalidYaml {
    this.folder = folder.toRealPath();
    this.bench = Workflow.named("bench.yml");
    this.checkout = Checkout.in(this.folder);
  }

  private JobRun measuring() {
    return new JobRun(bench, "measure", checkout, Map.of());
  }

  /** What the step says of a run that lies where the job leaves it. */
  private JobRun.Ended after(MadeRun run, String step) throws Exception {
    run.write(checkout.at("target/runs/" + RUN));
    return measuring().after("measure", "run", "target/runs/" + RUN).step(step);
  }

  private JobRun.Ended since(MadeRun base, MadeRun run) throws Exception {
    base.write(checkout.at("target/baseline/20251231-000000-standard"));
    return after(run, HISTORY);
  }

  private static JobRun.Ended named(String name, List<JobRun.Ended> steps) {
    return steps.stream().filter(step -> step.step().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void measuresReportsAndKeepsAGoodRun() throws Exception {
    new MadeRun().write(checkout.at("made/" + RUN));
    List<JobRun.Ended> steps = measuring().all();
    assertThat(steps).allSatisfy(step -> assertThat(step.exit()).as(step.log()).isZero());
    assertThat(named("JDKs", steps).outputs()).containsEntry("java", "17\n25");
    assertThat(named("Measure", steps).outputs()).containsEntry("run", "target/runs/" + RUN);
    assertThat(named("Report", steps).summary())
        .contains("AtomicInteger")
        .doesNotContain("](charts/")
        .doesNotContain("![");
    assertThat(checkout.at("target/runs/" + RUN + "/report/index.html")).isNotEmptyFile();
    assertThat(named("Gate", steps).log()).contains("::notice title=JDKs::nothing is slower");
    assertThat(named("Gate", steps).summary()).contains("Gate: pass");
    assertThat(named(HISTORY, steps).log()).contains("no earlier run of this kind of machine");
    assertThat(checkout.at("target/baseline/" + RUN + "/run.json")).exists();

    JobRun.Ended next = measuring().after("measure", "run", "target/runs/" + RUN).step(HISTORY);
    assertThat(next.exit()).as(next.log()).isZero();
    assertThat(next.summary()).contains("Since the last good run, of commit 0123abc");
    assertThat(next.log()).contains("title=JDK 17 since then::", "title=JDK 25 since then::");
    assertThat(next.outputs()).containsEntry("slower", "false");
  }

  @Test
  void mavenIsAskedWhatItTakes() throws Exception {
    new MadeRun().write(checkout.at("made/" + RUN));
    new JobRun(bench, "measure", checkout, Map.of("suite", "locks", "jdks", "21", "margin", "3%"))
        .step("Measure");
    new JobRun(bench, "join", checkout, Map.of()).step("Build");
    assertThat(checkout.maven()).hasSize(2);
    for (List<String> words : checkout.maven()) {
      MavenLine.require(words, folder);
    }
    assertThat(checkout.maven().get(0))
        .contains("-Dbench.suite=locks", "-Dbench.jdks=21", "-Dbench.margin=3%");
  }

  @Test
  void whatIsTypedForJdksMustBeSuch() throws Exception {
    for (String jdks : List.of("current", "17,", "17; echo", "$(id)", "017")) {
      JobRun.Ended ended =
          new JobRun(bench, "measure", checkout, Map.of("jdks", jdks)).step("JDKs");
      assertThat(ended.exit()).as(jdks).isEqualTo(2);
      assertThat(ended.log()).contains("::error::jdks: \"" + jdks + "\" is no list of feature");
      assertThat(ended.outputs()).isEmpty();
    }
  }

  @Test
  void theGateFailsWhereAJdkIsSlower() throws Exception {
    JobRun.Ended gate = after(new MadeRun().withLastSpeed(0.8), "Gate");
    assertThat(gate.exit()).as(gate.log()).isEqualTo(1);
    assertThat(gate.log()).contains("::error title=JDKs::something is slower");
    assertThat(gate.summary()).contains("Gate: FAIL", "slower");
  }

  @Test
  void theGateWarnsWhereItCannotTell() throws Exception {
    JobRun.Ended gate = after(new MadeRun().withNoise(0.5), "Gate");
    assertThat(gate.exit()).as(gate.log()).isZero();
    assertThat(gate.log()).contains("::warning title=JDKs::whether something is slower can't be");
  }

  @Test
  void theGateWarnsWhereNothingCanBeCompared() throws Exception {
    JobRun.Ended gate = after(new MadeRun().withLastBlackhole(Blackhole.FULL), "Gate");
    assertThat(gate.exit()).as(gate.log()).isZero();
    assertThat(gate.log())
        .contains("not comparable: jdks.blackhole", "::warning title=JDKs::not comparable");
  }

  @Test
  void theGateSaysWhereThereIsNothingToCompare() throws Exception {
    JobRun.Ended gate = after(new MadeRun().onOneJdk(), "Gate");
    assertThat(gate.exit()).as(gate.log()).isZero();
    assertThat(gate.log()).contains("::notice title=JDKs::one JDK is measured");
  }

  @Test
  void theGateFailsOnWhatItCannotRead() throws Exception {
    new MadeRun().write(checkout.at("target/runs/" + RUN));
    Path fork = checkout.at("target/runs/" + RUN + "/journal/000002.json");
    Files.writeString(fork, Files.readString(fork).substring(0, 200));
    JobRun.Ended gate = measuring().after("measure", "run", "target/runs/" + RUN).step("Gate");
    assertThat(gate.exit()).as(gate.log()).isEqualTo(2);
    assertThat(gate.log()).contains("000002.json", "::error title=JDKs::no comparison");
  }

  @Test
  void historyWarnsOfWhatBecameSlower() throws Exception {
    JobRun.Ended history = since(new MadeRun(), new MadeRun().withLastSpeed(0.8));
    assertThat(history.exit()).as(history.log()).isZero();
    assertThat(history.log())
        .contains("::notice title=JDK 17 since then::", "::warning title=JDK 25 since then::some");
    assertThat(history.outputs()).containsEntry("slower", "true");
  }

  @Test
  void historySaysThatAnotherMachineIsNotComparable() throws Exception {
    JobRun.Ended history =
        since(new MadeRun(), new MadeRun().withCpu("Another CPU").withLastSpeed(0.5));
    assertThat(history.exit()).as(history.log()).isZero();
    assertThat(history.log())
        .contains("environment.cpu was", "::warning title=JDK 25 since then::not comparable");
    assertThat(history.outputs()).containsEntry("slower", "false");
  }

  @Test
  void historyTellsOfAJdkThatIsNew() throws Exception {
    JobRun.Ended history = since(new MadeRun().onOneJdk(), new MadeRun());
    assertThat(history.exit()).as(history.log()).isZero();
    assertThat(history.log())
        .contains("::notice title=JDK 17 since then::", "JDK 25 was not measured then");
  }

  @Test
  void aRunThatIsInterruptedIsNamedAndReported() throws Exception {
    new MadeRun().write(checkout.at("made/" + RUN));
    Path output = Files.createFile(checkout.at("outputs.txt"));
    Checkout.Running running = measuring().with("MVN_WAITS", "1").begin("Measure", output);
    while (running.process().isAlive() && !Files.exists(checkout.at("waiting"))) {
      Thread.sleep(20);
    }
    // To the process of the step alone, as GitHub does.
    new ProcessBuilder("kill", "-INT", String.valueOf(running.process().pid())).start().waitFor();
    Checkout.Result result = running.await();
    assertThat(result.exit()).as(result.output()).isEqualTo(130);
    assertThat(result.output()).contains("mvn was interrupted");
    assertThat(JobRun.outputs(Files.readString(output))).containsEntry("run", "target/runs/" + RUN);
  }

  @Test
  void whereNothingWasMeasuredThatIsAllThatIsSaid() throws Exception {
    JobRun.Ended report = measuring().step("Report");
    assertThat(report.exit()).as(report.log()).isZero();
    assertThat(report.summary()).isEqualTo("Nothing was measured.\n");
  }

  @Test
  void allMachinesAreInOneReport() throws Exception {
    new MadeRun().write(checkout.at("target/runs/run-x64/" + RUN));
    new MadeRun()
        .withCpu("Another CPU")
        .write(checkout.at("target/runs/run-arm64/20260101-000001-standard"));
    List<JobRun.Ended> steps = new JobRun(bench, "join", checkout, Map.of()).all();
    assertThat(steps).allSatisfy(step -> assertThat(step.exit()).as(step.log()).isZero());
    assertThat(named("Report of all machines", steps).summary())
        .contains("Some CPU", "Another CPU");
    assertThat(checkout.at("target/report/index.html")).isNotEmptyFile();
  }

  @Test
  void aSummaryThatIsTooLargeIsCutAndSaysSo() throws Exception {
    Files.writeString(checkout.at("large.md"), "| ein Wörtchen |\n".repeat(100_000));
    Path summary = checkout.at("summary.md");
    Checkout.Result result =
        checkout.run(".ci/summary <large.md", Map.of("GITHUB_STEP_SUMMARY", summary.toString()));
    assertThat(result.exit()).isZero();
    String text = Files.readString(summary);
    assertThat(text.getBytes(StandardCharsets.UTF_8).length)
        .isBetween(900_000, LARGEST_SUMMARY - 1);
    assertThat(text).startsWith("| ein Wörtchen |\n").contains("The rest is in the artifact");
  }

  /** So that none is left that no test runs. */
  @Test
  void thereAreNoOtherJobs() {
    assertThat(bench.jobs()).containsExactly("measure", "join");
  }
}
