package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.counterpoint.analysis.jmh.ForkJson;
import org.counterpoint.analysis.jmh.ForkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whatever ends a run, nothing that it has measured is lost, and it can go on. */
class JobTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static void assertWhole(Path folder) throws IOException {
    List<Slot> measured = new ArrayList<>();
    for (Path file : JobProcess.journal(folder)) {
      ForkRecord fork = ForkJson.read(file);
      assertThat(fork).as("%s", file).isInstanceOf(ForkRecord.Measured.class);
      measured.add(
          new Slot(
              fork.header().block(),
              new org.counterpoint.analysis.stats.Arm(fork.header().cell(), fork.header().jdk())));
    }
    assertThat(measured).hasSize(JobProcess.FORKS).doesNotHaveDuplicates();

    Path run = JobProcess.run(folder);
    try (Stream<Path> children = Files.list(run)) {
      List<Path> merged =
          children.map(child -> child.resolve("jmh-result.json")).filter(Files::exists).toList();
      assertThat(merged).hasSize(1);
      JsonNode entries = JSON.readTree(merged.get(0).toFile());
      assertThat(entries).hasSize(5);
      for (JsonNode entry : entries) {
        assertThat(entry.at("/primaryMetric/rawData")).hasSize(2);
      }
    }
    assertThat(run.resolve("report").resolve("index.html")).isNotEmptyFile();
  }

  private static void assertGone(List<ProcessHandle> processes) throws Exception {
    for (ProcessHandle process : processes) {
      process.onExit().get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void aRunThatIsKilledGoesOnWhereItWas(@TempDir Path folder) throws Exception {
    Random random = new Random();
    JobProcess job = JobProcess.begin(folder);
    for (int forks = 1; forks < JobProcess.FORKS; forks += 3) {
      job.awaitForks(forks);
      // Somewhere in the next fork.
      Thread.sleep(random.nextInt(600));
      List<ProcessHandle> children = job.children();
      job.kill();
      List<Path> finished = JobProcess.journal(folder);
      assertThat(finished).hasSizeGreaterThanOrEqualTo(forks);
      assertGone(children);
      job = JobProcess.resume(folder);
      assertThat(JobProcess.journal(folder)).containsAll(finished);
    }
    assertThat(job.exitCode()).as("%s", job.output()).isZero();
    assertThat(job.output()).contains("Goes on: ");
    assertWhole(folder);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // No signal to send.
  void aRunThatIsInterruptedReportsAndGoesOn(@TempDir Path folder) throws Exception {
    JobProcess job = JobProcess.begin(folder);
    job.awaitForks(5);
    List<ProcessHandle> children = job.children();
    job.interrupt();
    assertThat(job.exitCode()).as("%s", job.output()).isEqualTo(130);
    assertGone(children);
    assertThat(job.output()).contains("-Dbench.resume=" + JobProcess.run(folder));
    assertThat(JobProcess.run(folder).resolve("report").resolve("index.html")).isNotEmptyFile();

    JobProcess again = JobProcess.resume(folder);
    assertThat(again.exitCode()).as("%s", again.output()).isZero();
    assertWhole(folder);
  }

  @Test
  void whatIsMissingIsMeasuredAgainAndWhatIsCutOffIsNamed(@TempDir Path folder) throws Exception {
    JobProcess job = JobProcess.begin(folder);
    job.awaitForks(4);
    job.kill();
    Path second = JobProcess.journal(folder).get(1);
    byte[] whole = Files.readAllBytes(second);
    Files.write(
        second,
        new String(whole, StandardCharsets.UTF_8)
            .substring(0, 300)
            .getBytes(StandardCharsets.UTF_8));

    JobProcess refused = JobProcess.resume(folder);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.output()).contains(second.toString()).doesNotContain("\tat ");

    Files.delete(second);
    JobProcess again = JobProcess.resume(folder);
    assertThat(again.exitCode()).as("%s", again.output()).isZero();
    assertWhole(folder);
  }

  @Test
  void aRunOfOtherCodeOrAnotherMachineIsRefused(@TempDir Path folder) throws Exception {
    JobProcess job = JobProcess.begin(folder);
    job.awaitForks(1);
    job.kill();
    Path description = JobProcess.run(folder).resolve("run.json");
    String text = Files.readString(description);
    Files.writeString(
        description,
        text.replaceFirst("\"cores\" : \\d+", "\"cores\" : 77")
            .replaceFirst("\"program\" : \"[0-9a-f]+\"", "\"program\" : \"0123456789abcdef\""));

    JobProcess refused = JobProcess.resume(folder);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.output())
        .contains("the benchmarks' code was 0123456789abcdef and is ")
        .contains("the number of cores was 77 and is ");
  }

  /** On JDK 17 the rest is measured, and the run and its report say what is not. */
  @Test
  void whatTheJdkIsTooOldForIsSaidAndTheRestMeasured(@TempDir Path folder) throws Exception {
    Path suite =
        Files.writeString(
            folder.resolve("virtual.yaml"),
            """
            verdicts: no
            controls: no
            workloads: [increment, virtual threads: {number: 10, sleep: outside}]
            strategies: ATOMIC_INTEGER
            threads: 1
            forks: 1
            warm-up: 1 x 10 ms
            measurement: 2 x 20 ms
            """);
    JobProcess job = JobProcess.start(folder, "--suite=" + suite);
    assertThat(job.exitCode()).as("%s", job.output()).isZero();
    int feature = Runtime.version().feature();
    boolean tooOld = feature < 21;
    assertThat(JobProcess.journal(folder)).hasSize(tooOld ? 1 : 2);
    String sentence = "VirtualThreadBenchmark: not on JDK " + feature + " (needs 21).";
    assertThat(job.output())
        .contains(tooOld ? "cores: 1 cells" : "cores: 2 cells")
        .contains(tooOld ? "At most 1 forks" : "At most 2 forks");
    assertThat(job.output().contains(sentence)).isEqualTo(tooOld);
    Path run = JobProcess.run(folder);
    assertThat(Files.readString(run.resolve("run.json"))).contains("\"sinceJdk\" : 21");
    String report = Files.readString(run.resolve("report").resolve("report.md"));
    assertThat(report.contains(sentence)).isEqualTo(tooOld);
    assertThat(report).doesNotContain("fewer forks than");
  }

  @Test
  void anotherRunOnTheMachineIsRefused(@TempDir Path folder) throws Exception {
    JobProcess job = JobProcess.begin(folder);
    job.awaitForks(1);
    JobProcess second = JobProcess.start(folder, "--suite=smoke");
    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(second.output()).contains("another run measures on this machine");
    job.kill();
  }
}
