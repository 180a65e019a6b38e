package org.counterpoint.analysis.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.counterpoint.analysis.jmh.RunFixture.MUTEX;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forks whose threads had several roles, in the journal of a run. */
class RoleJournalTest {

  private final Path folder;
  private final RunFixture run;
  private int sequence;

  RoleJournalTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.run = new RunFixture(folder);
  }

  private Path fork(int block, double increment, double read) throws IOException {
    String roles =
        "\"increment\": %s, \"read\": %s, "
            .formatted(
                GroupEntry.metric(new double[][] {{increment, increment}}, "ops/us"),
                GroupEntry.metric(new double[][] {{read, read}}, "ops/us"));
    String jmh = RunFixture.jmh(MUTEX, "17.0.15", increment + read, increment + read);
    return ForkJson.writeMeasured(
        run.journal,
        RunFixture.header(sequence++, block, 1, "17", MUTEX),
        jmh.replace("\"serviceTime.p50\"", roles + "\"serviceTime.p50\""));
  }

  @Test
  void eachRoleIsJoinedOverTheForksAndTheForksCountOnce() throws IOException {
    fork(1, 3, 30);
    fork(0, 2, 20);
    Run read = Runs.read(folder);
    assertThat(read.measurements())
        .extracting(
            one -> one.cell(), one -> one.primary().forkMeans().toString(), one -> one.secondary())
        .containsExactly(
            tuple(MUTEX.in("increment"), "[2.0, 3.0]", Map.of()),
            tuple(MUTEX.in("read"), "[20.0, 30.0]", Map.of()));
    assertThat(read.groups())
        .extracting(one -> one.cell(), one -> one.primary().forkMeans().toString())
        .containsExactly(tuple(MUTEX, "[22.0, 33.0]"));
    assertThat(read.warnings())
        .noneMatch(warning -> warning.contains("MUTEX] thrpt, 2 threads on 17"));
  }

  @Test
  void aForkOfTwoRolesIsOneFork() throws IOException {
    fork(0, 2, 20);
    assertThat(Runs.read(folder).warnings())
        .anyMatch(
            warning ->
                warning.startsWith(
                    "Bench.increment[strategy=MUTEX] thrpt, 2 threads on 17 with 1 "));
  }

  @Test
  void forksOfWhichOnlySomeHaveRolesAreNotJoined() throws IOException {
    fork(0, 2, 20);
    Path other =
        ForkJson.writeMeasured(
            run.journal,
            RunFixture.header(1, 1, 1, "17", MUTEX),
            RunFixture.jmh(MUTEX, "17.0.15", 20, 22));
    UnreadableInput refused = catchThrowableOfType(UnreadableInput.class, () -> Runs.read(folder));
    assertThat(refused.file()).isEqualTo(other);
    assertThat(refused.line()).isPositive();
    assertThat(refused.reason())
        .isEqualTo(
            "Bench.increment[strategy=MUTEX] thrpt, 2 threads has no roles, in earlier forks the"
                + " roles increment, read");
  }
}
