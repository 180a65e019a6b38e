package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD) // What is broken may hang.
class ArcRaceTest {

  @Test
  void dropsOnceAndNeverUnderAnUpgradedHandle() {
    HandleRaces.Seen seen = HandleRaces.run(ArcOwner::new, 5_000, 3);
    assertThat(seen.sound()).as(seen.toString()).isTrue();
    assertThat(seen.refused()).isPositive();
  }

  @Test
  void theRacesCatchACountThatComesBackFromZero() {
    assertThat(
            Await.comesTrue(() -> !HandleRaces.run(NaiveOwner::new, 500, 3).sound(), Await.LIMIT))
        .isTrue();
  }

  @Test
  void manyThreadsCloneAndCloseAndTheLastOneDrops() {
    Closeable value = new Closeable();
    Arc<Closeable> root = new Arc<>(value);
    int threads = 8;
    CyclicBarrier start = new CyclicBarrier(threads);
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Arc<Closeable> own = root.cloneHandle();
      tasks.add(
          Task.start(
              () -> {
                start.await();
                Arc<Closeable> held = own;
                for (int n = 0; n < 20_000; n++) {
                  Arc<Closeable> next = held.cloneHandle();
                  held.close();
                  held = next;
                  assertThat(held.get().closes()).isZero();
                }
                held.close();
              }));
    }
    root.close();
    tasks.forEach(Task::join);
    assertThat(value.closes()).isEqualTo(1);
  }

  @Test
  void ofManyThreadsThatCloseOneHandleOneDoes() {
    for (int round = 0; round < 500; round++) {
      Closeable value = new Closeable();
      Arc<Closeable> handle = new Arc<>(value);
      Arc<Closeable> other = handle.cloneHandle();
      AtomicInteger refused = new AtomicInteger();
      int threads = 3;
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Task> tasks = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        tasks.add(
            Task.start(
                () -> {
                  start.await();
                  try {
                    handle.close();
                  } catch (IllegalStateException e) {
                    refused.incrementAndGet();
                  }
                }));
      }
      tasks.forEach(Task::join);
      assertThat(refused).hasValue(threads - 1);
      assertThat(other.strongCount()).isEqualTo(1);
      assertThat(value.closes()).isZero();
      other.close();
      assertThat(value.closes()).isEqualTo(1);
    }
  }

  private static final class ArcOwner implements HandleRaces.Owner {

    private final Arc<Closeable> handle;
    private final Arc.Weak<Closeable> weak;

    ArcOwner(Closeable value) {
      handle = new Arc<>(value);
      weak = handle.downgrade();
    }

    @Override
    public void release() {
      handle.close();
    }

    @Override
    public @Nullable Runnable upgrade() {
      Arc<Closeable> upgraded = weak.upgrade();
      return upgraded == null ? null : upgraded::close;
    }
  }

  /** Looks at the count, then raises it. */
  private static final class NaiveOwner implements HandleRaces.Owner {

    private final AtomicInteger count = new AtomicInteger(1);
    private final Closeable value;

    NaiveOwner(Closeable value) {
      this.value = value;
    }

    @Override
    public void release() {
      if (count.decrementAndGet() == 0) {
        value.close();
      }
    }

    @Override
    public @Nullable Runnable upgrade() {
      if (count.get() == 0) {
        return null;
      }
      LockSupport.parkNanos(1);
      count.incrementAndGet();
      return this::release;
    }
  }
}
