package org.counterpoint.sharing;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Many threads that lock in all ways, fail, interrupt each other and give up, and what must hold
 * all the same: one in the critical section at a time, each stay counted once, everybody gets
 * through.
 */
@SuppressWarnings("MustBeClosed") // Guards are held across steps and threads here, on purpose.
final class MutexSoak {

  /**
   * @param allEnded within the time limit: no wake-up was lost
   * @param stays in the critical section, as the threads counted them apart
   * @param counted as the plain field under the mutex counted them
   * @param breaches of exclusion, and exceptions that should not be
   */
  record Result(boolean allEnded, long stays, long counted, List<String> breaches) {

    boolean holds() {
      return allEnded && stays == counted && breaches.isEmpty();
    }
  }

  private static final class Section {
    // Not atomic: only exclusion makes it exact.
    long count;
    // Opaque, so that it orders nothing that the lock should have ordered.
    final AtomicLong inside = new AtomicLong();
  }

  private static final class Mishap extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final Mutex<Section> mutex;
  private final Section section = new Section();
  private final Thread[] workers;
  private final int turns;
  private final AtomicLong stays = new AtomicLong();
  private final List<String> breaches = new CopyOnWriteArrayList<>();

  private MutexSoak(MutexLock lock, int threads, int turns) {
    this.mutex = new Mutex<>(section, lock);
    this.workers = new Thread[threads];
    this.turns = turns;
  }

  /** Ends in any case, at the latest when the limit is over; threads that hang are daemons. */
  static Result run(MutexLock lock, long seed, int threads, int turns, Duration limit) {
    return new MutexSoak(lock, threads, turns).run(seed, limit);
  }

  private Result run(long seed, Duration limit) {
    SplittableRandom seeds = new SplittableRandom(seed);
    for (int i = 0; i < workers.length; i++) {
      SplittableRandom random = seeds.split();
      workers[i] = new Thread(() -> work(random));
      workers[i].setDaemon(true);
    }
    startBehindGate();
    boolean ended = Await.comesTrue(this::allEnded, limit);
    return new Result(ended, stays.get(), section.count, List.copyOf(breaches));
  }

  // All park at first, so that nobody gets through without being woken.
  private void startBehindGate() {
    Guard<Section> gate = mutex.lock();
    for (Thread worker : workers) {
      worker.start();
    }
    for (Thread worker : workers) {
      Await.until("all wait", () -> worker.getState() == Thread.State.WAITING);
    }
    gate.close();
  }

  private boolean allEnded() {
    for (Thread worker : workers) {
      if (worker.isAlive()) {
        return false;
      }
    }
    return true;
  }

  private void work(SplittableRandom random) {
    try {
      // Others may have passed the gate, and failed, before this one.
      try (Guard<Section> guard = mutex.lockPoisoned()) {
        stay(guard.get(), random);
      }
      for (int turn = 0; turn < turns; turn++) {
        turn(random);
      }
    } catch (Throwable t) {
      breaches.add(t.toString());
    }
  }

  private void turn(SplittableRandom random) {
    if (random.nextInt(8) == 0) {
      workers[random.nextInt(workers.length)].interrupt();
    }
    try {
      switch (random.nextInt(6)) {
        case 0, 1 -> use(mutex.lock(), random);
        case 2 -> use(mutex.lockInterruptibly(), random);
        case 3 -> use(mutex.tryLock(), random);
        case 4 -> use(mutex.tryLock(Duration.ofNanos(random.nextInt(300_000))), random);
        default -> mutex.with(value -> stayAndPerhapsFail(value, random));
      }
    } catch (InterruptedException | Mishap e) {
      // Part of the game.
    } catch (PoisonedException e) {
      try (Guard<Section> guard = mutex.lockPoisoned()) {
        stay(guard.get(), random);
        mutex.clearPoison();
      }
    }
  }

  private void use(@Nullable Guard<Section> taken, SplittableRandom random) {
    try (Guard<Section> guard = taken) {
      if (guard != null) {
        stay(guard.get(), random);
      }
    }
  }

  private boolean stayAndPerhapsFail(Section value, SplittableRandom random) {
    stay(value, random);
    if (random.nextInt(10) == 0) {
      throw new Mishap();
    }
    return true;
  }

  private void stay(Section value, SplittableRandom random) {
    long me = Thread.currentThread().getId();
    if (value.inside.getOpaque() != 0) {
      breaches.add("came in on another");
    }
    value.inside.setOpaque(me);
    value.count++;
    // Some stay so long that the others queue up behind them, and give up waiting.
    if (random.nextInt(8) == 0) {
      LockSupport.parkNanos(20_000 + random.nextInt(200_000));
    }
    if (value.inside.getOpaque() != me) {
      breaches.add("another came in");
    }
    value.inside.setOpaque(0);
    stays.incrementAndGet();
  }
}
