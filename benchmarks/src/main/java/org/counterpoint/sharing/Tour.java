package org.counterpoint.sharing;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The programs of the chapter on shared state in Rust's book, one after the other: {@code java -cp
 * benchmarks/target/benchmarks.jar org.counterpoint.sharing.Tour}.
 */
public final class Tour {

  private static final long DEADLOCK_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final PrintStream out;

  private Tour(PrintStream out) {
    this.out = out;
  }

  /** Takes no arguments. */
  public static void main(String[] args) throws InterruptedException {
    if (args.length > 0) {
      System.err.println("the tour takes no arguments, but was given: " + String.join(" ", args));
      System.exit(2);
    }
    run(System.out);
  }

  static void run(PrintStream out) throws InterruptedException {
    Tour tour = new Tour(out);
    tour.setToSix();
    tour.countToTen();
    tour.confinedHandle();
    tour.poisonedLock();
    tour.oppositeOrder();
  }

  private void setToSix() {
    out.println("1. A mutex set to 6");
    Mutex<Integer> m = new Mutex<>(5);
    try (Guard<Integer> num = m.lock()) {
      num.set(6);
    }
    out.println("m = " + m);
  }

  private void countToTen() throws InterruptedException {
    out.println("2. Ten threads add one each");
    try (Arc<Mutex<Integer>> counter = new Arc<>(new Mutex<>(0))) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        Arc<Mutex<Integer>> own = counter.cloneHandle();
        threads.add(start("adder " + i, () -> addOne(own)));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      out.println("Result: " + counter.get().with(count -> count));
    }
  }

  private static void addOne(Arc<Mutex<Integer>> counter) {
    try (counter) {
      counter.get().update(count -> count + 1);
    }
  }

  private void confinedHandle() throws InterruptedException {
    out.println("3. A confined handle in another thread");
    try (Rc<String> confined = new Rc<>("mine")) {
      start("other", () -> tellRefusal(confined)).join();
      out.println("still here: " + confined.get());
    }
  }

  private void tellRefusal(Rc<String> confined) {
    try {
      out.println("never printed: " + confined.get());
    } catch (IllegalStateException refusal) {
      out.println("refused: " + refusal.getMessage());
    }
  }

  private void poisonedLock() throws InterruptedException {
    out.println("4. A poisoned lock");
    Mutex<Integer> m = new Mutex<>(6);
    start("failing", () -> failHolding(m)).join();
    out.println("m = " + m);
    try (Guard<Integer> num = m.lock()) {
      out.println("never printed: " + num.get());
    } catch (PoisonedException refusal) {
      out.println("refused: " + refusal.getMessage());
    }
    try (Guard<Integer> num = m.lockPoisoned()) {
      num.set(7);
      m.clearPoison();
    }
    out.println("m = " + m);
  }

  private void failHolding(Mutex<Integer> m) {
    try {
      m.update(
          num -> {
            throw new ArithmeticException("the holder fails at " + num);
          });
    } catch (ArithmeticException failure) {
      out.println("thrown: " + failure.getMessage());
    }
  }

  private void oppositeOrder() throws InterruptedException {
    out.println("5. Two locks in opposite order");
    Mutex<String> a = new Mutex<>("a");
    Mutex<String> b = new Mutex<>("b");
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    Thread one = start("first a, then b", () -> lockBoth(a, b, bothHoldOne));
    Thread two = start("first b, then a", () -> lockBoth(b, a, bothHoldOne));
    for (ThreadInfo waiting : awaitDeadlock(one, two)) {
      out.println(
          "deadlock: thread \""
              + waiting.getThreadName()
              + "\" waits for a mutex of thread \""
              + waiting.getLockOwnerName()
              + "\"");
    }
    // Interrupted, they let go of what they hold.
    one.interrupt();
    two.interrupt();
    one.join();
    two.join();
    out.println("both let go");
  }

  private static void lockBoth(
      Mutex<String> first, Mutex<String> second, CyclicBarrier bothHoldOne) {
    try (Guard<String> held = first.lock()) {
      bothHoldOne.await();
      try (Guard<String> wanted = second.lockInterruptibly()) {
        wanted.set(held.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException("the other thread never came", e);
    }
  }

  private static List<ThreadInfo> awaitDeadlock(Thread one, Thread two)
      throws InterruptedException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    List<Long> both = List.of(one.getId(), two.getId());
    long start = System.nanoTime();
    while (!contains(threads.findDeadlockedThreads(), both)) {
      if (System.nanoTime() - start > DEADLOCK_LIMIT_NANOS) {
        throw new IllegalStateException("the JVM has not found the deadlock within 10 s");
      }
      Thread.sleep(1);
    }
    return Arrays.stream(threads.getThreadInfo(new long[] {one.getId(), two.getId()}))
        .sorted(Comparator.comparing(ThreadInfo::getThreadName))
        .toList();
  }

  private static boolean contains(long @Nullable [] deadlocked, List<Long> both) {
    return deadlocked != null && Arrays.stream(deadlocked).boxed().toList().containsAll(both);
  }

  private static Thread start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    // A tour that fails must end.
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
