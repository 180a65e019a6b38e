package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.counterpoint.experiment.Suite.Workload.INCREMENTS;
import static org.counterpoint.experiment.Suite.Workload.SECTIONS;

import java.util.List;
import org.counterpoint.sharing.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @Test
  void anEmptySettingHasItsDefault() throws Settings.Invalid {
    assertThat(Settings.suite("")).isEqualTo(Suite.STANDARD);
    assertThat(Settings.strategies(" ", INCREMENTS)).isEqualTo(Strategy.core());
    assertThat(Settings.forks("")).isEmpty();
  }

  @Test
  void threadsGoInPowersOfTwoToTwiceTheCores() throws Settings.Invalid {
    assertThat(Settings.threads("", 1)).containsExactly(1, 2);
    assertThat(Settings.threads("", 2)).containsExactly(1, 2, 4);
    assertThat(Settings.threads("", 6)).containsExactly(1, 2, 4, 8, 12);
    assertThat(Settings.threads("", 8)).containsExactly(1, 2, 4, 8, 16);
  }

  @Test
  void listsAreSortedAndFreeOfRepetition() throws Settings.Invalid {
    assertThat(Settings.threads("8, 1,2,2", 2)).containsExactly(1, 2, 8);
    assertThat(Settings.strategies("mutex,SYNCHRONIZED,mutex", INCREMENTS))
        .containsExactly(Strategy.SYNCHRONIZED, Strategy.MUTEX);
    assertThat(Settings.strategies("atomic-integer", INCREMENTS))
        .containsExactly(Strategy.ATOMIC_INTEGER);
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

  @Test
  void locksAreWhatASectionNeeds() throws Settings.Invalid {
    assertThat(Settings.strategies("", SECTIONS)).isEqualTo(Strategy.locks());
    assertThat(Settings.strategies("all", SECTIONS)).isEqualTo(Strategy.locks());
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
        .isThrownBy(() -> Settings.suite("quick"))
        .withMessage("-Dbench.suite=quick: \"quick\" is none of smoke, standard, full, locks");
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
        .isThrownBy(() -> Settings.threads(text, 2))
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
}
