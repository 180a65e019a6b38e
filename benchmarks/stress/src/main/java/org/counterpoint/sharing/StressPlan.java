package org.counterpoint.sharing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which test runs on what: all tests of a kind on all that is sound, and on what they must catch.
 */
final class StressPlan {

  static final List<Class<? extends Counting>> COUNTER_TESTS =
      List.of(TwoIncrement.class, ThreeIncrement.class);

  static final List<Class<? extends Locked>> MUTEX_TESTS =
      List.of(
          MutexIncrement.class,
          MutexTryLock.class,
          MutexTimed.class,
          MutexMessage.class,
          MutexPoison.class,
          MutexDoubleClose.class,
          MutexHandover.class,
          MutexThree.class,
          MutexThreeTimed.class,
          MutexWakeUp.class);

  /** The locks that are broken, and the tests that must catch them. */
  private static final Map<LockKind, List<Class<? extends Locked>>> CATCHERS =
      Map.of(
          // All but the last: who enters without leave is seldom left behind.
          LockKind.RACY, MUTEX_TESTS.subList(0, MUTEX_TESTS.size() - 1),
          LockKind.UNORDERED, List.of(MutexWakeUp.class),
          LockKind.FORGETFUL, List.of(MutexWakeUp.class));

  static final List<Class<? extends Shared>> ARC_TESTS =
      List.of(ArcDrop.class, ArcClone.class, ArcUpgrade.class, ArcDoubleClose.class);

  static final List<Class<?>> CHANNEL_TESTS =
      List.of(ChannelOrder.class, ChannelLanes.class, ChannelClose.class);

  /**
   * In most JVMs one unlock in fifty is seen to go wrong, in one of six hardly any: each compiles
   * the unlock in an order of its own.
   */
  private static final int UNORDERED_FORKS = 4;

  /** The strategies whose counters have a thread each. */
  static final Set<Strategy> OWN_A_THREAD =
      EnumSet.of(Strategy.MESSAGE_PASSING, Strategy.MESSAGE_ROUND_TRIP, Strategy.QUEUE_PASSING);

  private StressPlan() {}

  static List<Trial> trials() {
    List<Trial> trials = new ArrayList<>();
    for (Class<?> test : COUNTER_TESTS) {
      for (Strategy strategy : Strategy.values()) {
        Trial.Stride stride =
            OWN_A_THREAD.contains(strategy) ? Trial.Stride.SHORT : Trial.Stride.LONG;
        trials.add(new Trial(test, strategy.name(), false, stride));
      }
      trials.add(new Trial(test, Counting.RACY, true, Trial.Stride.LONG));
    }
    for (LockKind kind : LockKind.values()) {
      List<Class<? extends Locked>> catchers = CATCHERS.get(kind);
      for (Class<?> test : catchers == null ? MUTEX_TESTS : catchers) {
        // Who is left behind stays so for 10 ms.
        boolean slow = catchers != null && test == MutexWakeUp.class;
        Trial.Stride stride = slow ? Trial.Stride.SHORT : Trial.Stride.LONG;
        int forks = kind == LockKind.UNORDERED ? UNORDERED_FORKS : 1;
        trials.add(new Trial(test, kind.name(), catchers != null, stride, forks));
      }
    }
    for (Class<?> test : ARC_TESTS) {
      trials.add(new Trial(test, ArcKind.AS_IT_IS.name(), false, Trial.Stride.LONG));
      trials.add(new Trial(test, ArcKind.RACY.name(), true, Trial.Stride.LONG));
    }
    for (Class<?> test : CHANNEL_TESTS) {
      trials.add(new Trial(test, ChannelKind.AS_IT_IS.name(), false, Trial.Stride.SHORT));
      // It has one sender, and nobody to race with.
      if (test != ChannelClose.class) {
        trials.add(new Trial(test, ChannelKind.RACY.name(), true, Trial.Stride.SHORT));
      }
    }
    return trials;
  }

  /** All tests, each once. */
  static Stream<Class<?>> tests() {
    return trials().stream().<Class<?>>map(Trial::test).distinct();
  }

  /** The names of what the test must find sound. */
  static List<String> soundSubjects(Class<?> test) {
    return trials().stream()
        .filter(trial -> trial.test() == test && !trial.broken())
        .map(Trial::subject)
        .toList();
  }
}
