package org.counterpoint.analysis.jmh;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.counterpoint.analysis.jmh.RunFixture.ATOMIC;
import static org.counterpoint.analysis.jmh.RunFixture.DESCRIPTION;
import static org.counterpoint.analysis.jmh.RunFixture.MUTEX;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Noise;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Watched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  private final Path folder;
  private final RunFixture run;

  RunFolderTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.run = new RunFixture(folder);
  }

  @Test
  void joinsTheJournalsForksByCellAndJdk() throws IOException {
    run.measured(0, "25", MUTEX, 10, 12);
    run.measured(0, "17", MUTEX, 20, 22);
    run.measured(0, "17", ATOMIC, 50, 52);
    run.measured(0, "25", ATOMIC, 60, 62);
    run.measured(1, "25", ATOMIC, 64, 66);
    run.measured(1, "17", ATOMIC, 54, 56);
    run.measured(1, "17", MUTEX, 24, 26);
    run.measured(1, "25", MUTEX, 14, 16);

    Run read = Runs.read(folder);

    assertThat(read.name()).isEqualTo(String.valueOf(folder.getFileName()));
    assertThat(read.plan()).contains(DESCRIPTION.plan());
    assertThat(read.environment()).contains(DESCRIPTION.environment());
    assertThat(read.warnings()).isEmpty();
    assertThat(read.failures()).isEmpty();
    assertThat(read.measurements())
        .extracting(m -> m.cell() + " on " + m.jdk().label() + " " + m.primary().forkMeans())
        .containsExactly(
            ATOMIC + " on 17 [51.0, 55.0]",
            ATOMIC + " on 25 [61.0, 65.0]",
            MUTEX + " on 17 [21.0, 25.0]",
            MUTEX + " on 25 [11.0, 15.0]");
    Measurement last = read.measurements().get(3);
    assertThat(last.jdk()).isEqualTo(DESCRIPTION.jdks().get(1).jdk());
    assertThat(last.primary().forks()).extracting(Fork::block).containsExactly(0, 1);
    assertThat(last.protocol().forks()).isEqualTo(DESCRIPTION.plan().blocks());
    Metric p50 = requireNonNull(last.secondary().get("serviceTime.p50"));
    assertThat(p50.forkMeans().toArray()).containsExactly(100.0, 1000.0 / 14);
  }

  @Test
  void keepsWhenEachForkRanAndWhatWentOnBesideIt() throws IOException {
    run.watched(0, "17", MUTEX, RunFixture.noise(2000, 1900));
    run.failed(0, "25", ATOMIC, "crash", "exit code 134");
    Path late = run.measured(1, "17", MUTEX, 20, 22);
    Files.writeString(late, Files.readString(late).replace("T00:00:00.500Z", "T00:01:00.750Z"));

    assertThat(Runs.read(folder).watched())
        .containsExactly(
            new Watched(MUTEX, "17", 0, 0, 1.25, RunFixture.noise(2000, 1900)),
            new Watched(ATOMIC, "25", 0, 0, 1.25, Noise.UNKNOWN),
            new Watched(MUTEX, "17", 1, 60.25, 1.25, Noise.UNKNOWN));
  }

  @Test
  void keepsASecondaryMetricThatIsCalledScoreApart() throws IOException {
    for (int block = 0; block < 2; block++) {
      Path fork = run.measured(block, "17", MUTEX, 20, 22);
      Files.writeString(fork, Files.readString(fork).replace("serviceTime.p50", Metric.PRIMARY));
    }
    Measurement read = Runs.read(folder).measurements().get(0);
    assertThat(read.primary().forkMeans().toArray()).containsExactly(21, 21);
    assertThat(requireNonNull(read.secondary().get(Metric.PRIMARY)).forkMeans().toArray())
        .containsExactly(50, 50);
  }

  @Test
  void keepsAFailureBesideTheRetryThatSucceeded() throws IOException {
    run.measured(0, "17", MUTEX, 20, 22);
    run.failed(1, "17", MUTEX, Failure.LOST_UPDATE, "expected 10, found 9");
    run.measured(1, "17", MUTEX, 24, 26);

    Run read = Runs.read(folder);

    assertThat(read.measurements()).hasSize(1);
    assertThat(read.measurements().get(0).primary().forks()).hasSize(2);
    assertThat(read.failures())
        .containsExactly(new Failure(MUTEX, "17", 1, Failure.LOST_UPDATE, "expected 10, found 9"));
    assertThat(read.failures().get(0).isLostUpdate()).isTrue();
  }

  @Test
  void readsARunInWhichEverythingFailed() throws IOException {
    run.failed(0, "17", MUTEX, "crash", "exit code 134");

    Run read = Runs.read(folder);

    assertThat(read.measurements()).isEmpty();
    assertThat(read.failures()).hasSize(1);
    assertThat(read.warnings())
        .containsExactly(
            MUTEX + " on 17 with none (and 3 more): fewer forks than the 2 that were planned");
  }

  @Test
  void warnsOfAnInterruptedRun() throws IOException {
    run.measured(0, "17", MUTEX, 20, 22);
    run.measured(0, "17", ATOMIC, 20, 22);
    run.measured(1, "17", ATOMIC, 20, 22);
    run.measured(0, "25", ATOMIC, 20, 22);

    assertThat(Runs.read(folder).warnings())
        .containsExactly(
            MUTEX + " on 17 with 1 (and 2 more): fewer forks than the 2 that were planned");
  }

  @Test
  void warnsOfADeletedFork() throws IOException {
    run.measured(0, "17", MUTEX, 20, 22);
    Path lost = run.measured(0, "17", ATOMIC, 20, 22);
    run.measured(1, "17", MUTEX, 20, 22);
    Files.delete(lost);

    assertThat(Runs.read(folder).warnings())
        .containsExactly(
            "000001.json: missing from the journal, so what was measured there counts for"
                + " nothing",
            ATOMIC + " on 17 with none (and 2 more): fewer forks than the 2 that were planned");
  }

  @Test
  void ignoresTheLeftOverOfAWriteThatWasCutShort() throws IOException {
    run.measuredAsPlanned();
    Samples.write(run.journal, ".000008.json.123.tmp", "{\"schema\": \"counterpo");
    Samples.write(run.journal, "000008.json.tmp", "{");

    assertThat(Runs.read(folder).measurements()).hasSize(4);
    assertThat(Runs.read(folder).warnings()).isEmpty();
  }

  @Test
  void refusesATruncatedFork() throws IOException {
    Path fork = run.measured(0, "17", MUTEX, 20, 22);
    Files.writeString(fork, Files.readString(fork).substring(0, 300));
    UnreadableInput refused = refused();
    assertThat(refused.file()).isEqualTo(fork);
    assertThat(refused.line()).isPositive();
    assertThat(refused.reason()).isEqualTo("the file ends in the middle of its JSON");
  }

  @Test
  void refusesAForkOfAnotherSchema() throws IOException {
    Path fork = run.measured(0, "17", MUTEX, 20, 22);
    Files.writeString(fork, Files.readString(fork).replace("fork/1", "fork/2"));
    assertThat(refused())
        .hasMessage(
            fork
                + ":2:14: schema is \"counterpoint/fork/2\", this version reads"
                + " counterpoint/fork/1: use the version of Counterpoint that wrote it");
  }

  @Test
  void refusesAForkWhoseHeaderContradictsItsMeasurement() throws IOException {
    Path fork = run.measured(0, "17", MUTEX, 20, 22);
    Files.writeString(fork, Files.readString(fork).replaceFirst("\"MUTEX\"", "\"ATOMIC_INTEGER\""));
    assertThat(refused())
        .hasMessage(
            fork
                + ":16:11: \"jmh\" is of Bench.increment[strategy=MUTEX] thrpt, 2 threads, the fork"
                + " of Bench.increment[strategy=ATOMIC_INTEGER] thrpt, 2 threads:"
                + " restore the file, or delete it to go on without this fork");
  }

  @Test
  void refusesAForkUnderAnothersName() throws IOException {
    Path fork = run.measured(0, "17", MUTEX, 20, 22);
    Path moved = Files.move(fork, run.journal.resolve("000007.json"));
    assertThat(refused())
        .hasMessage(
            moved
                + ":3:16: sequence is 0, the file of which is 000000.json:"
                + " restore the file, or delete it to go on without this fork");
  }

  @Test
  void refusesTheSameForkTwice() throws IOException {
    run.measured(0, "17", MUTEX, 20, 22);
    Path again = run.measured(0, "17", MUTEX, 24, 26);
    assertThat(refused())
        .hasMessage(
            again
                + ":16:11: block 0 of Bench.increment[strategy=MUTEX] thrpt, 2 threads is in"
                + " 000000.json, too: delete one of the two");
  }

  @Test
  void refusesAJdkThatChangedWithinTheRun() throws IOException {
    Path fork = run.measured(0, "17", MUTEX, 20, 22);
    Files.writeString(fork, Files.readString(fork).replace("17.0.15", "17.0.16"));
    assertThat(refused())
        .hasMessage(
            fork
                + ":16:11: measured on JDK 17.0.16, but run.json says that \"17\" is 17.0.15:"
                + " re-run it: JDKs must not change within a run");
  }

  @Test
  void refusesAJdkThatTheRunDoesNotHave() throws IOException {
    Path fork = run.measured(0, "17", MUTEX, 20, 22);
    Files.writeString(fork, Files.readString(fork).replace("\"jdk\" : \"17\"", "\"jdk\" : \"21\""));
    assertThat(refused())
        .hasMessage(
            fork
                + ":6:11: jdk is \"21\", which run.json does not name:"
                + " restore the file, or delete it to go on without this fork");
  }

  @Test
  void refusesForksInDifferentUnits() throws IOException {
    run.measured(0, "17", MUTEX, 20, 22);
    Path other = run.measured(1, "17", MUTEX, 24, 26);
    Files.writeString(other, Files.readString(other).replace("ops/us", "ops/ms"));
    assertThat(refused())
        .hasMessage(
            other
                + ":16:11: score is in ops/ms, in earlier forks in ops/us:"
                + " restore the file, or delete it to go on without this fork");
  }

  @Test
  void readsTheMergedFilesWhereThereIsNoJournal() throws IOException {
    Files.delete(run.journal);
    Path file = Files.createDirectories(folder.resolve("17")).resolve("jmh-result.json");
    Files.writeString(file, "[" + RunFixture.jmh(MUTEX, "17.0.15", 20, 22) + "]");

    Run read = Runs.read(folder);

    assertThat(read.measurements()).hasSize(1);
    assertThat(read.measurements().get(0).jdk().label()).isEqualTo("17");
    assertThat(read.warnings())
        .containsExactly(
            "JDK 25: no measurement on it",
            MUTEX + " on 17 with 1 (and 3 more): fewer forks than the 2 that were planned");

    Files.writeString(file, "[" + RunFixture.jmh(MUTEX, "21", 20, 22) + "]");
    assertThat(refused().reason())
        .isEqualTo("measured on JDK 21, but run.json says that \"17\" is 17.0.15");
  }

  private void needing(int sinceJdk, PlannedCell... others) throws IOException {
    RunJson.write(
        folder.resolve(RunJson.NAME),
        new RunDescription(
            DESCRIPTION
                .plan()
                .withCells(
                    Stream.concat(
                            Stream.of(new PlannedCell(ATOMIC, 2, sinceJdk)), Stream.of(others))
                        .toList()),
            DESCRIPTION.environment(),
            DESCRIPTION.jdks()));
  }

  @Test
  void whatAJdkIsTooOldForIsNotMissed() throws IOException {
    needing(21, new PlannedCell(MUTEX, 1));
    run.measured(0, "17", MUTEX, 20, 22);
    run.measured(0, "25", MUTEX, 20, 22);
    run.measured(0, "25", ATOMIC, 20, 22);
    assertThat(Runs.read(folder).warnings())
        .containsExactly(ATOMIC + " on 25 with 1: fewer forks than the 2 that were planned");
    needing(0, new PlannedCell(MUTEX, 1));
    assertThat(Runs.read(folder).warnings())
        .containsExactly(
            ATOMIC + " on 17 with none (and 1 more): fewer forks than the 2 that were planned");
  }

  @Test
  void aJdkThatIsTooOldForEverythingIsNotMissed() throws IOException {
    needing(21);
    Files.delete(run.journal);
    Path file = Files.createDirectories(folder.resolve("25")).resolve("jmh-result.json");
    Files.writeString(file, "[" + RunFixture.jmh(ATOMIC, "25.0.1", 20, 22) + "]");
    assertThat(Runs.read(folder).warnings())
        .noneMatch(warning -> warning.contains("JDK 17") || warning.contains("on 17"));
  }

  @Test
  void keepsCellsApartThatDifferInFlagsAlone() throws IOException {
    Cell zgc = MUTEX.on(new JvmVariant("ZGC", List.of("-XX:+UseZGC")));
    run.measured(0, "17", MUTEX, 20, 22);
    run.measured(0, "17", zgc, 10, 12);
    run.measured(1, "17", zgc, 14, 16);
    run.failed(1, "17", zgc, "crash", "exit code 134");

    Run read = Runs.read(folder);

    assertThat(read.measurements())
        .extracting(m -> m.cell() + " " + m.primary().forkMeans())
        .containsExactly(MUTEX + " [21.0]", zgc + " [11.0, 15.0]");
    assertThat(read.failures()).extracting(Failure::cell).containsExactly(zgc);
  }

  @Test
  void readsTheFlagsOfMergedFilesFromThePlan() throws IOException {
    Cell plain = MUTEX;
    Cell zgc = MUTEX.on(new JvmVariant("ZGC", List.of("-XX:+UseZGC")));
    Cell small = MUTEX.on(new JvmVariant("small ZGC", List.of("-XX:+UseZGC", "-Xmx64m")));
    Plan plan = DESCRIPTION.plan();
    RunJson.write(
        folder.resolve(RunJson.NAME),
        new RunDescription(
            plan.withCells(
                Stream.of(plain, zgc, small).map(cell -> new PlannedCell(cell, 1)).toList()),
            DESCRIPTION.environment(),
            List.of(DESCRIPTION.jdks().get(0))));
    Files.delete(run.journal);
    Path file = Files.createDirectories(folder.resolve("17")).resolve("jmh-result.json");
    String jmh = RunFixture.jmh(MUTEX, "17.0.15", 20, 22);
    Files.writeString(
        file,
        "["
            + RunFixture.withJvmArgs(jmh, "-Da=b", "-XX:+UseZGC", "-Xmx64m")
            + ","
            + RunFixture.withJvmArgs(jmh, "-Da=b")
            + ","
            + RunFixture.withJvmArgs(jmh, "-Da=b", "-XX:+UseZGC")
            + "]");

    Run read = Runs.read(folder);

    assertThat(read.measurements())
        .extracting(Measurement::cell)
        .containsExactly(small, plain, zgc);
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void refusesARunWithoutAFork() {
    assertThat(refused())
        .hasMessage(
            folder
                + ": neither a fork in journal/ or journal.zip nor a JDK's jmh-result.json:"
                + " run the benchmarks first");
  }

  @Test
  void saysThatARunHasNotFinished() throws IOException {
    Path description = folder.resolve(RunJson.NAME);
    Files.writeString(
        description, Files.readString(description).replace("2026-01-01T00:10:00Z", ""));
    run.measuredAsPlanned();
    assertThat(Runs.read(folder).warnings())
        .containsExactly(
            folder.getFileName()
                + ": the run has not finished; this is what it had measured by then");
  }

  private UnreadableInput refused() {
    UnreadableInput refused = catchThrowableOfType(UnreadableInput.class, () -> Runs.read(folder));
    assertThat(refused).isNotNull();
    return refused;
  }
}
