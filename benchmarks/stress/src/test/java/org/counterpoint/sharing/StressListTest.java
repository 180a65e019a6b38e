package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jcstress.infra.runners.TestList;

/** What is written but not run fails here. */
class StressListTest {

  @Test
  void runsEveryTest() {
    assertThat(StressPlan.tests().map(Class::getCanonicalName))
        .containsExactlyInAnyOrderElementsOf(TestList.tests());
  }

  @ParameterizedTest
  @ValueSource(classes = {TwoIncrement.class, ThreeIncrement.class})
  void coversEveryStrategy(Class<?> test) {
    assertThat(StressPlan.soundSubjects(test))
        .containsExactlyElementsOf(Arrays.stream(Strategy.values()).map(Strategy::name).toList());
  }

  @Test
  void runsEveryMutexTestOnEverySoundLock() {
    EnumSet<LockKind> broken = EnumSet.of(LockKind.RACY, LockKind.UNORDERED, LockKind.FORGETFUL);
    List<String> sound = EnumSet.complementOf(broken).stream().map(LockKind::name).toList();
    for (Class<?> test : StressPlan.MUTEX_TESTS) {
      assertThat(StressPlan.soundSubjects(test)).containsExactlyElementsOf(sound);
    }
  }

  @Test
  void everyTestMustCatchSomething() {
    Set<Class<?>> withoutBroken = Set.of(ChannelClose.class);
    assertThat(StressPlan.tests().filter(test -> !withoutBroken.contains(test)))
        .allMatch(StressListTest::mustCatchSomething);
  }

  private static boolean mustCatchSomething(Class<?> test) {
    return StressPlan.trials().stream().anyMatch(t -> t.test() == test && t.broken());
  }

  // Else its trials would start ten thousand threads.
  @ParameterizedTest
  @EnumSource(Strategy.class)
  void knowsWhichCountersOwnAThread(Strategy strategy) {
    int counters = 20;
    int before = Thread.getAllStackTraces().size();
    List<SharedCounter> opened = new ArrayList<>();
    for (int i = 0; i < counters; i++) {
      opened.add(strategy.create());
    }
    boolean threads = Thread.getAllStackTraces().size() >= before + counters;
    opened.forEach(SharedCounter::close);

    assertThat(StressPlan.OWN_A_THREAD.contains(strategy)).isEqualTo(threads);
  }
}
