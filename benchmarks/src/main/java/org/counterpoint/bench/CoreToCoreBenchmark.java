package org.counterpoint.bench;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * The floor under every round trip of messages: one thread writes a number, another, which does
 * nothing but look for it, writes it back beside it, and both look without a pause. The cache line
 * travels to the other core and back; no two threads on two cores can ask and answer quicker.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Threads(1)
public class CoreToCoreBenchmark {

  private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

  // Both in one cache line, with 128 bytes on either side.
  private static final int ASKED = 16;
  private static final int ANSWERED = 17;
  private static final long NO_MORE = -1;

  private final long[] padded = new long[34];
  private @Nullable Thread echo;

  @Setup
  public void start(BenchmarkParams params) {
    if (params.getThreads() != 1) {
      throw new IllegalArgumentException(
          "one thread asks here and another answers: run it with -t 1, not " + params.getThreads());
    }
    Thread other = new Thread(this::echo, "echo");
    other.setDaemon(true);
    other.start();
    echo = other;
  }

  @Benchmark
  public void roundTrip() {
    long[] cells = padded;
    long mine = cells[ASKED] + 1;
    CELL.setVolatile(cells, ASKED, mine);
    while ((long) CELL.getAcquire(cells, ANSWERED) != mine) {
      // Without Thread.onSpinWait(): it would answer later.
    }
  }

  @TearDown
  public void stop() throws InterruptedException {
    CELL.setVolatile(padded, ASKED, NO_MORE);
    Objects.requireNonNull(echo).join();
  }

  private void echo() {
    long[] cells = padded;
    long last = 0;
    while (true) {
      long asked = (long) CELL.getAcquire(cells, ASKED);
      if (asked == NO_MORE) {
        return;
      }
      if (asked != last) {
        last = asked;
        CELL.setVolatile(cells, ANSWERED, asked);
      }
    }
  }
}
