package org.counterpoint.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;

/** The check for lost updates: several threads increment at once, then the value is read. */
final class ConcurrentIncrements {

  private ConcurrentIncrements() {}

  /**
   * On a counter that is new. Each thread makes at least so many increments, and goes on until all
   * have: else the first could be done before the last is scheduled, and there would be nothing to
   * lose.
   */
  static CountCheck run(SharedCounter counter, int threads, int atLeastPerThread) {
    CyclicBarrier start = new CyclicBarrier(threads);
    CountDownLatch unfinished = new CountDownLatch(threads);
    AtomicLong made = new AtomicLong();
    List<Task> writers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      writers.add(
          Task.start(
              () -> {
                start.await();
                long own = 0;
                while (own < atLeastPerThread || unfinished.getCount() > 0) {
                  counter.increment();
                  own++;
                  if (own == atLeastPerThread) {
                    unfinished.countDown();
                  }
                }
                made.addAndGet(own);
              }));
    }
    writers.forEach(Task::join);
    return CountCheck.of(counter, made.get());
  }
}
