package org.counterpoint.sharing;

/**
 * The right to the value of a {@link Mutex}, from lock to {@link #close()}; made for
 * try-with-resources.
 *
 * <p>It belongs to the thread that took it. Any use by another thread, and any use after {@code
 * close()}, closing again included, throws {@link IllegalStateException} and changes nothing: a
 * second release could only be somebody else's.
 */
public final class Guard<T> implements AutoCloseable {

  private final Mutex<T> mutex;
  // Not asked of the lock: its line may be on its way to another thread that wants it.
  private final Thread holder = Thread.currentThread();
  private boolean open = true;

  Guard(Mutex<T> mutex) {
    this.mutex = mutex;
  }

  /** The value. What it refers to must not be used after {@link #close()}. */
  public T get() {
    check();
    return mutex.read();
  }

  /** Replaces the value. */
  public void set(T value) {
    check();
    mutex.write(value);
  }

  /**
   * Marks the value as possibly half-changed: from the release on, locking throws {@link
   * PoisonedException}. To be called when something failed under this guard, since {@code close()}
   * can't know whether it ends a block normally or by an exception.
   */
  public void poison() {
    check();
    mutex.poison();
  }

  /** Releases the mutex. What was done under this guard happens-before the next lock. */
  // In no more than six bytes of code: so small a method is inlined even where it is never called,
  // in the handler of an exception that nobody throws. Before JDK 22, HotSpot compiles those, and
  // would otherwise allocate every guard for the sake of that call.
  @Override
  public void close() {
    closeOnce();
  }

  private void closeOnce() {
    check();
    open = false;
    mutex.unlock();
  }

  private void check() {
    if (Thread.currentThread() != holder) {
      throw new IllegalStateException("this guard belongs to the thread that took it");
    }
    if (!open) {
      throw new IllegalStateException("this guard is closed, it has released its mutex");
    }
  }
}
