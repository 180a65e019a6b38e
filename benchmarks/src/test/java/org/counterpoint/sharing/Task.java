package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

/** A daemon thread that keeps what its work threw. */
final class Task {

  interface Work {
    void run() throws Exception;
  }

  private final Thread thread;
  private volatile @Nullable Throwable thrown;

  private Task(Work work) {
    thread = new Thread(() -> run(work));
    thread.setDaemon(true);
  }

  static Task start(Work work) {
    Task task = new Task(work);
    task.thread.start();
    return task;
  }

  Thread thread() {
    return thread;
  }

  void interrupt() {
    thread.interrupt();
  }

  /** Waits until the thread is parked. */
  Task awaitParked() {
    Await.until(thread + " parks", () -> isParked(thread));
    return this;
  }

  boolean isDone() {
    return !thread.isAlive();
  }

  /** Waits for the end; what the work threw, or null. */
  @Nullable Throwable outcome() {
    Await.until(thread + " ends", this::isDone);
    return thrown;
  }

  void join() {
    assertThat(outcome()).isNull();
  }

  private void run(Work work) {
    try {
      work.run();
    } catch (Throwable t) {
      thrown = t;
    }
  }

  /** Whether the thread sleeps, with a time limit or without. */
  static boolean isParked(Thread thread) {
    Thread.State state = thread.getState();
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }
}
