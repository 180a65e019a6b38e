package org.counterpoint.sharing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a turn allocates, once it is compiled. A program of its own, since what HotSpot makes of a
 * turn depends on all that its JVM has done before.
 */
final class MutexAllocationRun {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final int TURNS = 100_000;

  private final Mutex<long[]> mutex = new Mutex<>(new long[1]);

  private long sum;

  // Three of a kind, so that the call under the lock is a true call, which may throw for all that
  // the compiler knows.
  private final Runnable[] work = {() -> sum += 1, () -> sum += 2, () -> sum += 3};

  // Made once: a new one for each turn would be an allocation of the caller's.
  private final Function<long[], Object> counting = this::countAndCall;
  private final UnaryOperator<long[]> replacing = this::replace;

  private MutexAllocationRun() {}

  /**
   * Argument: which turn. Returns once it allocates nothing, or exits with 1 when 30 s are over.
   */
  public static void main(String[] args) {
    MutexAllocationRun run = new MutexAllocationRun();
    Runnable turn = Objects.requireNonNull(run.turns().get(args[0]));
    if (!Await.comesTrue(() -> allocatedBy(turn) < TURNS, Await.LIMIT)) {
      System.out.printf("%s: %d bytes by %d turns%n", args[0], allocatedBy(turn), TURNS);
      System.exit(1);
    }
  }

  private Map<String, Runnable> turns() {
    return Map.of(
        "guard",
        this::count,
        "guard-and-call",
        this::countAndCall,
        "with",
        () -> mutex.with(counting),
        "update",
        () -> mutex.update(replacing));
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
