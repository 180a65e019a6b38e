package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.NodeType;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.vm.CompileMode;

/** When a trial has failed. */
class StressVerdictTest {

  private static final String ALLOWED = "2";
  private static final String FORBIDDEN = "1";

  private static TestConfig config;

  @BeforeAll
  static void configure() throws IOException {
    Options options = new Options(new String[0]);
    assertThat(options.parse()).isTrue();
    config =
        new TestConfig(
            options,
            TestList.getInfo(MutexIncrement.class.getCanonicalName()),
            0,
            List.of(),
            CompileMode.UNIFIED,
            new SchedulingClass(AffinityMode.NONE, 2, NodeType.PACKAGE));
  }

  private static StressVerdict verdict(boolean broken, TestResult... results) {
    StressVerdict verdict =
        new StressVerdict(
            new Trial(MutexIncrement.class, "SUBJECT", broken, Trial.Stride.LONG),
            Math.max(1, results.length));
    for (TestResult result : results) {
      result.setConfig(config);
      verdict.add(result);
    }
    return verdict;
  }

  private static TestResult seen(String... outcomes) {
    TestResult result = new TestResult(Status.NORMAL);
    for (String outcome : outcomes) {
      result.addState(outcome, 3);
    }
    return result;
  }

  @Test
  void soundCodeMayDoOnlyWhatIsAllowed() {
    assertThat(verdict(false, seen(ALLOWED)).failed()).isFalse();
    assertThat(verdict(false, seen(ALLOWED), seen(ALLOWED, FORBIDDEN)).failed()).isTrue();
  }

  @Test
  void brokenCodeMustBeSeenToDoWhatIsForbidden() {
    assertThat(verdict(true, seen(ALLOWED)).failed()).isTrue();
    assertThat(verdict(true, seen(ALLOWED), seen(ALLOWED, FORBIDDEN)).failed()).isFalse();
  }

  @Test
  void anOutcomeThatNobodyThoughtOfIsForbidden() {
    assertThat(verdict(false, seen("17")).failed()).isTrue();
  }

  @Test
  void anErrorIsNoFinding() {
    assertThat(verdict(false, seen(ALLOWED), new TestResult(Status.TIMEOUT_ERROR)).failed())
        .isTrue();
    assertThat(verdict(true, seen(FORBIDDEN), new TestResult(Status.TEST_ERROR)).failed()).isTrue();
  }

  @Test
  void whatDidNotRunHasFailed() {
    assertThat(verdict(false).failed()).isTrue();
    assertThat(verdict(true).failed()).isTrue();
    assertThat(verdict(false, seen()).failed()).isTrue();
  }

  @Test
  void noRunMayBeMissing() {
    StressVerdict verdict =
        new StressVerdict(new Trial(MutexIncrement.class, "SUBJECT", false, Trial.Stride.LONG), 2);
    TestResult one = seen(ALLOWED);
    one.setConfig(config);
    verdict.add(one);

    assertThat(verdict.failed()).isTrue();
    assertThat(verdict.line()).endsWith("ran 1 times of 2");
  }

  @Test
  void printsWhatWasSeen() {
    assertThat(verdict(true, seen(ALLOWED, FORBIDDEN)).line())
        .isEqualTo(
            "caught  MutexIncrement[SUBJECT]                        6 tries,"
                + " 3 forbidden (some must be): !1: 3; 2: 3");
  }
}
