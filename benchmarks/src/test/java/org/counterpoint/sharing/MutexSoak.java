package org.counterpoint.sharing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Many threads that lock in all ways, fail, interrupt each other and give up, and what must hold
 * all the same: one in the critical section at a time, each stay counted once, no poison lost or
 * made up, everybody gets through, and the lock is left as it was.
 */
@SuppressWarnings("MustBeClosed") // Guards are held across steps and threads here, on purpose.
final class MutexSoak {

  /** When a thread may stop. */
  interface Stint {
    boolean isOver(int turns);

    static Stint ofTurns(int number) {
      return turns -> turns >= number;
    }

    /** From now on. */
    static Stint of(Duration length) {
      long start = System.nanoTime();
      return turns -> System.nanoTime() - start >= length.toNanos();
    }
  }

  /**
   * @param stuck the threads that had not ended when the time was over, and where they were
   * @param tallies of the threads, platform ones first
   * @param counted stays, as the plain fields under the mutexes counted them
   * @param poisonings as counted there
   * @param breaches of what must hold, and exceptions that should not be
   */
  record Result(
      List<String> stuck,
      List<Tally> tallies,
      long counted,
      long poisonings,
      List<String> breaches) {

    boolean holds() {
      return allEnded() && stays() == counted && breaches.isEmpty();
    }

    /** Within the time limit: no wake-up was lost. */
    boolean allEnded() {
      return stuck.isEmpty();
    }

    /** In critical sections, as the threads counted them apart. */
    long stays() {
      return tallies.stream().mapToLong(tally -> tally.stays).sum();
    }
  }

  /** What one thread came across. Its own until it has ended. */
  static final class Tally {
    int turns;
    long stays;
    long refused;
    long interrupted;
    long failed;
    long foundPoison;
    long longestWaitNanos;
  }

  /** One mutex and what only it protects. */
  private static final class Site {
    final MutexLock lock;
    final Mutex<Site> mutex;

    // Not atomic: only exclusion makes them exact.
    long count;
    long poisonings;
    boolean sound = true;

    // Opaque, so that it orders nothing that the lock should have ordered.
    final AtomicLong inside = new AtomicLong();

    Site(MutexLock lock) {
      this.lock = lock;
      this.mutex = new Mutex<>(this, lock);
    }

    void spoil() {
      poisonings++;
      sound = false;
    }
  }

  private static final class Mishap extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final List<Site> sites;
  private final Thread[] threads;
  private final Tally[] tallies;
  private final Stint stint;
  private final List<String> breaches = new CopyOnWriteArrayList<>();

  private MutexSoak(List<MutexLock> locks, int threads, Stint stint) {
    this.sites = locks.stream().map(Site::new).toList();
    this.threads = new Thread[threads];
    this.tallies = new Tally[threads];
    this.stint = stint;
  }

  /**
   * Ends in any case, at the latest when the limit is over; threads that hang are daemons.
   *
   * @param locks of a mutex each; the first is used about as much as all others
   * @param limit from the start on
   */
  static Result run(
      List<MutexLock> locks,
      long seed,
      int platformThreads,
      int virtualThreads,
      Stint stint,
      Duration limit) {
    return new MutexSoak(locks, platformThreads + virtualThreads, stint)
        .run(seed, platformThreads, limit);
  }

  private Result run(long seed, int platformThreads, Duration limit) {
    // All park at first, so that nobody gets through without being woken.
    List<Guard<Site>> gates = new ArrayList<>();
    sites.forEach(site -> gates.add(site.mutex.lock()));
    SplittableRandom seeds = new SplittableRandom(seed);
    for (int i = 0; i < threads.length; i++) {
      SplittableRandom random = seeds.split();
      Site first = sites.get(i % sites.size());
      Tally tally = new Tally();
      tallies[i] = tally;
      Runnable work = () -> work(first, random, tally);
      threads[i] = i < platformThreads ? startDaemon(work) : VirtualThreads.start(work);
    }
    for (Thread thread : threads) {
      Await.until("all wait", () -> Task.isParked(thread));
    }
    gates.forEach(Guard::close);
    if (Await.comesTrue(this::allEnded, limit)) {
      sites.forEach(this::checkEnd);
    }
    return new Result(
        stuck(),
        List.of(tallies),
        sites.stream().mapToLong(site -> site.count).sum(),
        sites.stream().mapToLong(site -> site.poisonings).sum(),
        List.copyOf(breaches));
  }

  private static Thread startDaemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private boolean allEnded() {
    return Arrays.stream(threads).noneMatch(Thread::isAlive);
  }

  private void checkEnd(Site site) {
    if (site.lock.isHeld()) {
      breaches.add("left locked");
    }
    if (site.lock.queueLength() != 0) {
      breaches.add("left in the queue: " + site.lock.queueLength());
    }
    if (site.mutex.isPoisoned() == site.sound) {
      breaches.add("left poisoned: " + site.mutex.isPoisoned() + ", sound: " + site.sound);
    }
  }

  private List<String> stuck() {
    return Arrays.stream(threads).filter(Thread::isAlive).map(MutexSoak::describe).toList();
  }

  /** As jstack does. */
  private static String describe(Thread thread) {
    StringBuilder text = new StringBuilder(thread + " " + thread.getState());
    Object blocker = LockSupport.getBlocker(thread);
    if (blocker instanceof MutexLock lock) {
      text.append(", waits for a mutex that is held: ").append(lock.isHeld());
      text.append(", in its queue: ").append(lock.queueLength());
    }
    for (StackTraceElement frame : thread.getStackTrace()) {
      text.append("\n\tat ").append(frame);
    }
    return text.toString();
  }

  private void work(Site first, SplittableRandom random, Tally tally) {
    try {
      // Others may have passed the gate, and failed, before this one.
      repair(first, random, tally);
      while (!stint.isOver(tally.turns)) {
        turn(random, tally);
        tally.turns++;
      }
    } catch (Throwable t) {
      breaches.add(t.toString());
    }
  }

  private void turn(SplittableRandom random, Tally tally) {
    if (random.nextInt(8) == 0) {
      threads[random.nextInt(threads.length)].interrupt();
    }
    Site site = sites.get(random.nextBoolean() ? 0 : random.nextInt(sites.size()));
    Mutex<Site> mutex = site.mutex;
    long start = System.nanoTime();
    try {
      switch (random.nextInt(6)) {
        case 0, 1 -> use(mutex.lock(), start, random, tally);
        case 2 -> use(mutex.lockInterruptibly(), start, random, tally);
        case 3 -> use(mutex.tryLock(), start, random, tally);
        case 4 -> {
          Duration limit = Duration.ofNanos(random.nextInt(300_000));
          use(mutex.tryLock(limit), start, random, tally);
        }
        default -> mutex.with(value -> stayAndPerhapsFail(value, start, random, tally));
      }
    } catch (InterruptedException e) {
      tally.interrupted++;
    } catch (Mishap e) {
      tally.failed++;
    } catch (PoisonedException e) {
      tally.foundPoison++;
      repair(site, random, tally);
    }
  }

  private void use(@Nullable Guard<Site> taken, long start, SplittableRandom random, Tally tally) {
    if (taken == null) {
      tally.refused++;
      return;
    }
    try (Guard<Site> guard = taken) {
      Site site = guard.get();
      stay(site, start, random, tally);
      if (random.nextInt(20) == 0) {
        site.spoil();
        guard.poison();
      }
    }
  }

  private boolean stayAndPerhapsFail(Site site, long start, SplittableRandom random, Tally tally) {
    stay(site, start, random, tally);
    if (random.nextInt(10) == 0) {
      site.spoil();
      throw new Mishap();
    }
    return true;
  }

  private void repair(Site site, SplittableRandom random, Tally tally) {
    long start = System.nanoTime();
    try (Guard<Site> guard = site.mutex.lockPoisoned()) {
      if (site.mutex.isPoisoned() == site.sound) {
        breaches.add("poisoned: " + site.mutex.isPoisoned() + ", sound: " + site.sound);
      }
      site.sound = true;
      site.mutex.clearPoison();
      stay(guard.get(), start, random, tally);
    }
  }

  private void stay(Site site, long start, SplittableRandom random, Tally tally) {
    tally.longestWaitNanos = Math.max(tally.longestWaitNanos, System.nanoTime() - start);
    long me = Thread.currentThread().getId();
    if (site.inside.getOpaque() != 0) {
      breaches.add("came in on another");
    }
    site.inside.setOpaque(me);
    if (!site.sound) {
      breaches.add("came in on poison");
    }
    site.count++;
    // Some stay so long that the others queue up behind them, and give up waiting.
    if (random.nextInt(8) == 0) {
      LockSupport.parkNanos(20_000 + random.nextInt(200_000));
    }
    if (site.inside.getOpaque() != me) {
      breaches.add("another came in");
    }
    site.inside.setOpaque(0);
    tally.stays++;
  }
}
