package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.experiment.yaml.InvalidYaml;
import org.counterpoint.sharing.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final Suite INCREMENTS = Suites.named("standard", 2);
  private static final Suite SECTIONS = sections();

  @Test
  void anEmptySettingHasItsDefault() throws Settings.Invalid {
    assertThat(Settings.suite("", 2)).isEqualTo(Suites.named("standard", 2));
    assertThat(Settings.threads("", INCREMENTS, 2)).isEqualTo(INCREMENTS.threads());
    assertThat(Settings.strategies(" ", INCREMENTS)).isEqualTo(Strategy.core());
    assertThat(Settings.forks("")).isEmpty();
  }

  @Test
  void threadsGoInPowersOfTwoToTwiceTheCores() throws Settings.Invalid {
    assertThat(Settings.suite("", 1).threads()).containsExactly(1, 2);
    assertThat(Settings.suite("", 2).threads()).containsExactly(1, 2, 4);
    assertThat(Settings.suite("", 6).threads()).containsExactly(1, 2, 4, 8, 12);
    assertThat(Settings.suite("", 8).threads()).containsExactly(1, 2, 4, 8, 16);
  }

  @Test
  void threadsMayRelateToTheCores() throws Settings.Invalid {
    assertThat(Settings.threads("1, 3x cores,cores", INCREMENTS, 4)).containsExactly(1, 4, 12);
    assertThat(Settings.threads("up to 2x cores", INCREMENTS, 6)).containsExactly(1, 2, 4, 8, 12);
  }

  @Test
  void whatIsSetGoesBeforeWhatTheFileSays(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("mine.yaml"),
            """
            workloads: increment
            strategies: MUTEX
            threads: 3
            forks: 7
            warm-up: 1 x 10 ms
            measurement: 1 x 10 ms
            """);
    Suite suite = Settings.suite(file.toString(), 2);
    assertThat(Settings.strategies("", suite)).containsExactly(Strategy.MUTEX);
    assertThat(Settings.threads("", suite, 2)).containsExactly(3);
    assertThat(Settings.strategies("LONG_ADDER", suite)).containsExactly(Strategy.LONG_ADDER);
    assertThat(Settings.threads("5", suite, 2)).containsExactly(5);
  }

  @Test
  void aFileThatCannotBeASuiteIsRefusedInItsOwnWords(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "forks: 0\n");
    assertThatExceptionOfType(Settings.Invalid.class)
        .isThrownBy(() -> Settings.suite(file.toString(), 2))
        .withMessage(file + ":1:8: forks is \"0\", not a whole number from 1 to 1000");
    assertThatExceptionOfType(Settings.Invalid.class)
        .isThrownBy(() -> Settings.suite(folder.resolve("none.yaml").toString(), 2))
        .withMessage(folder.resolve("none.yaml") + ": there is no such file");
    assertThatExceptionOfType(Settings.Invalid.class)
        .isThrownBy(() -> Settings.suite(folder + "/", 2))
        .withMessage(folder + ": this is a folder; name a file in it");
    assertThatExceptionOfType(Settings.Invalid.class)
        .isThrownBy(() -> Settings.suite("a\0b.yaml", 2))
        .withMessage("-Dbench.suite: no path: Nul character not allowed");
  }

  @Test
  void listsAreSortedAndFreeOfRepetition() throws Settings.Invalid {
    assertThat(Settings.threads("8, 1,2,2", INCREMENTS, 2)).containsExactly(1, 2, 8);
    assertThat(Settings.strategies("mutex,SYNCHRONIZED,mutex", INCREMENTS))
        .containsExactly(Strategy.SYNCHRONIZED, Strategy.MUTEX);
    assertThat(Settings.strategies("atomic-integer", INCREMENTS))
        .containsExactly(Strategy.ATOMIC_INTEGER);
  }

  private static Suite sections() {
    try {
      return SuiteReader.read(
          new SuiteReader.Source(
              "mine",
              "mine.yaml",
              "mine.yaml",
              """
              workloads: [section: {inside: 1, outside: 1}]
              forks: 5
              warm-up: 1 x 1 ms
              measurement: 1 x 1 ms
              """),
          2);
    } catch (InvalidYaml e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void strategiesMayBeNamedBySet() throws Settings.Invalid {
    assertThat(Settings.strategies("core", INCREMENTS)).isEqualTo(Strategy.core());
    assertThat(Settings.strategies("Extended", INCREMENTS)).isEqualTo(Strategy.extended());
    assertThat(Settings.strategies("all", INCREMENTS)).containsExactly(Strategy.values());
    assertThat(Settings.strategies("ticket-lock, core", INCREMENTS))
        .hasSize(Strategy.core().size() + 1)
        .containsAll(Strategy.core())
        .endsWith(Strategy.TICKET_LOCK);
  }

  /** Beside an increment, whatever has no lock is measured in that. */
  @Test
  void aStrategyIsTakenIfItCanDoSomeWorkload() throws Settings.Invalid {
    assertThat(Settings.strategies("MUTEX,LONG_ADDER", Suites.named("locks", 2)))
        .containsExactly(Strategy.MUTEX, Strategy.LONG_ADDER);
  }

  @Test
  void locksAreWhatASectionNeeds() throws Settings.Invalid {
    assertThat(Settings.strategies("", SECTIONS)).isEqualTo(Strategy.locks());
    assertThat(Settings.strategies("all", SECTIONS)).isEqualTo(Strategy.locks());
    assertThat(Settings.strategies("locks", INCREMENTS)).isEqualTo(Strategy.locks());
    assertThat(Settings.strategies("core", SECTIONS))
        .containsExactly(Strategy.SYNCHRONIZED, Strategy.REENTRANT_LOCK, Strategy.MUTEX);
    assertThatExceptionOfType(Settings.Invalid.class)
        .isThrownBy(() -> Settings.strategies("MUTEX,LONG_ADDER", SECTIONS))
        .withMessageStartingWith("-Dbench.strategies=LONG_ADDER: \"LONG_ADDER\" is none of ")
        .withMessageContaining("REENTRANT_LOCK");
  }

  @Test
  void anUnknownSuiteNamesTheValidOnes() {
    assertThatExceptionOfType(Settings.Invalid.class)
        .isThrownBy(() -> Settings.suite("quick", 2))
        .withMessage(
            "-Dbench.suite=quick: \"quick\" is none of smoke, standard, full, locks, and no path of"
                + " a .yaml file");
  }

  @Test
  void anUnknownStrategyNamesTheValidOnes() {
    assertThatExceptionOfType(Settings.Invalid.class)
        .isThrownBy(() -> Settings.strategies("MUTEX,SPIN", INCREMENTS))
        .withMessageStartingWith("-Dbench.strategies=SPIN: \"SPIN\" is none of SYNCHRONIZED, ")
        .withMessageContaining("LONG_ADDER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "two", "1,,2", "1;2", "5000", "99999999999", "1.5"})
  void threadsThatCannotBeAreRefused(String text) {
    assertThatExceptionOfType(Settings.Invalid.class)
        .isThrownBy(() -> Settings.threads(text, INCREMENTS, 2))
        .withMessageContaining("-Dbench.threads")
        .withMessageContaining("is not a whole number from 1 to 4096");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "ten", "1001"})
  void forksThatCannotBeAreRefused(String text) {
    assertThatExceptionOfType(Settings.Invalid.class)
        .isThrownBy(() -> Settings.forks(text))
        .withMessage("-Dbench.forks: \"" + text + "\" is not a whole number from 1 to 1000");
  }

  @Test
  void aSettingThatNobodyReadsIsRefused() throws Settings.Invalid {
    List<String> known = List.of("bench.suite", "bench.threads");
    Settings.rejectUnknown(" -B verify -Pbench -Dbench.suite=smoke -Dother=1", known);
    assertThatExceptionOfType(Settings.Invalid.class)
        .isThrownBy(() -> Settings.rejectUnknown("verify -Dbench.thread=4", known))
        .withMessage("-Dbench.thread: no such setting; there are bench.suite, bench.threads");
  }

  @Test
  void aBudgetIsATime() throws Settings.Invalid {
    assertThat(Settings.budget("")).isZero();
    assertThat(Settings.budget("10m")).isEqualTo(600);
    assertThat(Settings.budget(" 90S ")).isEqualTo(90);
    assertThat(Settings.budget("1h30m5s")).isEqualTo(5405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "m", "0m", "-5m", "1.5h", "5m1h", "10 minutes", "99999h"})
  void aBudgetThatIsNoTimeIsRefused(String text) {
    assertThatExceptionOfType(Settings.Invalid.class)
        .isThrownBy(() -> Settings.budget(text))
        .withMessage(
            "-Dbench.budget: \"%s\" is no time above zero such as 10m, 90s or 1h30m"
                .formatted(text));
  }

  @Test
  void aMarginIsAPercentage() throws Settings.Invalid {
    assertThat(Settings.margin("")).isEqualTo(0.05);
    assertThat(Settings.margin("2.5%")).isEqualTo(0.025);
    assertThat(Settings.margin("10 %")).isEqualTo(0.1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "0%", "-1%", "101%", "0.05", "five%"})
  void aMarginThatIsNoneIsRefused(String text) {
    assertThatExceptionOfType(Settings.Invalid.class)
        .isThrownBy(() -> Settings.margin(text))
        .withMessage(
            "-Dbench.margin: \"%s\" is no percentage above 0%% and up to 100%% such as 5%%"
                .formatted(text));
  }

  @Test
  void aRunThatGoesOnTakesNoOtherSetting() throws Settings.Invalid {
    Settings.requireAlone(Map.of("bench.suite", "", "bench.forks", " "));
    assertThatExceptionOfType(Settings.Invalid.class)
        .isThrownBy(
            () ->
                Settings.requireAlone(
                    Map.of("bench.suite", "full", "bench.forks", "3", "bench.jdks", "")))
        .withMessage(
            "-Dbench.resume goes on with the run's own plan: leave -Dbench.forks, -Dbench.suite"
                + " out, or begin a new run");
  }

  @Test
  void theCommandHasAllThatIsNotUsual() throws Settings.Invalid {
    Suite suite = Suites.named("smoke", 2);
    Settings settings =
        new Settings(
            suite,
            List.of(Strategy.MUTEX),
            List.of(1, 2),
            OptionalInt.of(7),
            "17,25",
            Settings.margin("2.5%"),
            Settings.budget("10m"),
            Path.of("results"),
            42);
    assertThat(settings.command())
        .isEqualTo(
            "mvn verify -Pbench -Dbench.suite=smoke -Dbench.strategies=MUTEX -Dbench.threads=1,2"
                + " -Dbench.jdks=17,25 -Dbench.forks=7 -Dbench.margin=2.5% -Dbench.budget=600s");
  }

  @Test
  void calibratingMeasuresEverythingTwice() throws Settings.Invalid {
    Suite smoke = Suites.named("smoke", 2);
    assertThat(Settings.calibrating("", smoke)).isSameAs(smoke);
    assertThat(Settings.calibrating("false", smoke)).isSameAs(smoke);
    Suite twice = Settings.calibrating("true", smoke);
    assertThat(twice.id()).isEqualTo("smoke-calibrate");
    assertThat(twice.jvms()).containsExactly(JvmVariant.NONE, JvmVariant.AGAIN);
    assertThat(twice.calibrates()).isTrue();
    assertThatExceptionOfType(Settings.Invalid.class)
        .isThrownBy(() -> Settings.calibrating("yes", smoke))
        .withMessage("-Dbench.calibrate: \"yes\" is neither true nor false");
    assertThatExceptionOfType(Settings.Invalid.class)
        .isThrownBy(() -> Settings.calibrating("true", twice))
        .withMessageContaining("the suite compares JVM flags already");
  }

  private static Settings standard(OptionalInt forks, double budgetSeconds) {
    return new Settings(
        INCREMENTS,
        INCREMENTS.strategies(),
        INCREMENTS.threads(),
        forks,
        "",
        0.05,
        budgetSeconds,
        Path.of("results"),
        42);
  }

  @Test
  void aRunHasTheSuitesPrecisionAndItsTimeLimitForEachJdk() {
    Plan plan = Start.plan(standard(OptionalInt.empty(), 0), 2);
    assertThat(plan.stopsEarly()).isTrue();
    assertThat(plan.blocks()).isEqualTo(30);
    assertThat(plan.precision()).isEqualTo(0.1);
    assertThat(plan.finerPrecision()).isEqualTo(0.04);
    assertThat(plan.limitSeconds()).isEqualTo(2 * 540);
    assertThat(Start.plan(standard(OptionalInt.empty(), 0), 1).limitSeconds()).isEqualTo(540);
  }

  @Test
  void aTimeLimitIsForEachSetOfFlags(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("mine.yaml"),
            INCREMENTS.text() + "jvm flags: {none: [], c1: -XX:TieredStopAtLevel=1, int: -Xint}");
    Suite suite = Suites.read(file, 2);
    Settings settings =
        new Settings(
            suite,
            suite.strategies(),
            List.of(1),
            OptionalInt.empty(),
            "",
            0.05,
            0,
            Path.of("results"),
            42);
    assertThat(settings.limitSeconds(2)).isEqualTo(2 * 3 * 540);
  }

  @Test
  void aBudgetReplacesTheTimeLimitAndDoublesTheForks() {
    Plan plan = Start.plan(standard(OptionalInt.empty(), 3600), 2);
    assertThat(plan.stopsEarly()).isTrue();
    assertThat(plan.blocks()).isEqualTo(60);
    assertThat(plan.budgetSeconds()).isEqualTo(3600);
    assertThat(plan.precision()).isEqualTo(0.1);
    assertThat(plan.limitSeconds()).isZero();
  }

  @Test
  void whoNamesANumberOfForksGetsThatNumber() {
    for (double budget : new double[] {0, 3600}) {
      Plan plan = Start.plan(standard(OptionalInt.of(7), budget), 2);
      assertThat(plan.stopsEarly()).isFalse();
      assertThat(plan.blocks()).isEqualTo(7);
      assertThat(plan.cells()).extracting(PlannedCell::forks).containsOnly(7);
      assertThat(plan.precision()).isZero();
      assertThat(plan.finerPrecision()).isZero();
      assertThat(plan.limitSeconds()).isZero();
    }
  }
}
