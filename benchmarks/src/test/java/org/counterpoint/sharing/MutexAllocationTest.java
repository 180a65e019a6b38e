package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a turn allocates, once it is compiled. */
class MutexAllocationTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final int TURNS = 100_000;

  /** Rounds until HotSpot must have compiled what it will compile. */
  private static final int ROUNDS = 300;

  private final Mutex<long[]> mutex = new Mutex<>(new long[1]);

  private long sum;

  // Three of a kind, so that the call under the lock is a true call, which may throw for all that
  // the compiler knows.
  private final Runnable[] work = {() -> sum += 1, () -> sum += 2, () -> sum += 3};

  // Made once: a new one for each turn would be an allocation of the caller's.
  private final Function<long[], Object> counting = this::countAndCall;
  private final UnaryOperator<long[]> replacing = this::replace;

  @TestFactory
  Stream<DynamicTest> allocatesNothing() {
    Map<String, Runnable> turns =
        Map.of(
            "a guard, and nothing else inside",
            this::count,
            "a guard, and a call inside that may throw",
            this::countAndCall,
            "with",
            () -> mutex.with(counting),
            "update",
            () -> mutex.update(replacing));
    return turns.entrySet().stream()
        .map(turn -> DynamicTest.dynamicTest(turn.getKey(), () -> check(turn.getValue())));
  }

  private void check(Runnable turn) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && least >= TURNS; round++) {
      least = Math.min(least, allocatedBy(turn));
    }
    // Less than a byte a turn; the smallest object has 16.
    assertThat(least).isLessThan(TURNS);
  }

  private static long allocatedBy(Runnable turn) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < TURNS; i++) {
      turn.run();
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private void count() {
    try (Guard<long[]> guard = mutex.lock()) {
      guard.get()[0]++;
    }
  }

  private void countAndCall() {
    try (Guard<long[]> guard = mutex.lock()) {
      guard.get()[0]++;
      call(guard.get()[0]);
    }
  }

  private Object countAndCall(long[] value) {
    value[0]++;
    call(value[0]);
    return value;
  }

  private long[] replace(long[] value) {
    call(value[0]);
    return value;
  }

  private void call(long which) {
    work[(int) (which % work.length)].run();
  }
}
