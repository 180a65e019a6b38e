package org.counterpoint.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rounds in which one thread gives the only handle up while others upgrade a weak one: each round
 * must drop its value once, and never under an open handle.
 */
final class HandleRaces {

  /** What a way of counting must offer. */
  interface Owner {
    void release();

    /** What gives the new handle up, or null if the value is gone. */
    @Nullable Runnable upgrade();
  }

  /** What was seen, over all rounds. */
  record Seen(int upgraded, int refused, int notDroppedOnce, int droppedWhileOpen) {

    boolean sound() {
      return notDroppedOnce == 0 && droppedWhileOpen == 0;
    }
  }

  private HandleRaces() {}

  static Seen run(Function<Closeable, Owner> first, int rounds, int upgraders) {
    List<Closeable> values = new ArrayList<>();
    List<Owner> owners = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      Closeable value = new Closeable();
      values.add(value);
      owners.add(first.apply(value));
    }
    AtomicInteger upgraded = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    AtomicInteger droppedWhileOpen = new AtomicInteger();
    CyclicBarrier round = new CyclicBarrier(upgraders + 1);
    List<Task> tasks = new ArrayList<>();
    tasks.add(
        Task.start(
            () -> {
              for (Owner owner : owners) {
                round.await();
                owner.release();
              }
            }));
    for (int i = 0; i < upgraders; i++) {
      tasks.add(
          Task.start(
              () -> {
                for (int r = 0; r < rounds; r++) {
                  round.await();
                  Runnable handle = owners.get(r).upgrade();
                  if (handle == null) {
                    refused.incrementAndGet();
                    continue;
                  }
                  upgraded.incrementAndGet();
                  if (values.get(r).closes() > 0) {
                    droppedWhileOpen.incrementAndGet();
                  }
                  handle.run();
                }
              }));
    }
    tasks.forEach(Task::join);
    int notOnce = (int) values.stream().filter(value -> value.closes() != 1).count();
    return new Seen(upgraded.get(), refused.get(), notOnce, droppedWhileOpen.get());
  }
}
