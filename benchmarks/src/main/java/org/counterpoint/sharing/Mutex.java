package org.counterpoint.sharing;

import com.google.errorprone.annotations.MustBeClosed;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A value that is reachable only by the thread that holds its lock, after Rust's {@code
 * std::sync::Mutex}.
 *
 * <pre>{@code
 * try (Guard<Account> account = mutex.lock()) {
 *   account.get().deposit(6);
 * }
 * }</pre>
 *
 * <p><b>Who gets it.</b> One thread at a time, platform or virtual; no thread is pinned to a
 * carrier by waiting. Threads in the queue get it first in, first out, but a thread that comes at
 * the right moment may overtake them, for at most 1 ms a place: who has been head of the queue for
 * longer is handed the lock by the next unlock that sees it. So with n threads before it in the
 * queue, a wait lasts at most n + 1 times 1 ms and a turn, a turn being the time in which the
 * scheduler runs two woken threads, and two critical sections. A wake-up may be overlooked, and
 * then comes up to 10 ms late ({@link ReleaseMutexLock} says why, why no later, and how seldom);
 * with {@link #strict} none is.
 *
 * <p><b>Memory effects.</b> What a thread did before it released the mutex happens-before what the
 * next holder does.
 *
 * <p><b>Poison.</b> If a function given to {@link #with} or {@link #update} throws, or a holder
 * calls {@link Guard#poison()}, the mutex is poisoned, and all ways to lock it, except {@link
 * #lockPoisoned()}, throw {@link PoisonedException}, without holding it. A guard that is closed on
 * the way of an exception doesn't poison by itself: it can't see the exception.
 *
 * <p><b>Mistakes.</b> A thread that locks a mutex that it holds gets an {@link
 * IllegalStateException} rather than wait for itself. Threads that wait for each other in a circle
 * wait for ever, but, unless they are virtual, are named by thread dumps and by {@link
 * java.lang.management.ThreadMXBean#findDeadlockedThreads()}. A thread that ends without closing
 * its guard leaves the mutex locked for ever.
 *
 * <p>Values are not null.
 */
public final class Mutex<T> {

  // With the value and the poison in it: see LockLine.
  private final MutexLock lock;

  /** A free mutex that holds this value. */
  public Mutex(T value) {
    this(value, new ReleaseMutexLock());
  }

  Mutex(T value, MutexLock lock) {
    lock.value = Objects.requireNonNull(value, "value");
    this.lock = lock;
  }

  /**
   * A free mutex that holds this value and frees itself by the strict protocol: no wake-up comes
   * late, and each turn costs a second locked instruction.
   */
  public static <T> Mutex<T> strict(T value) {
    return new Mutex<>(value, new MutexLock());
  }

  /**
   * Waits for the mutex. An interrupt doesn't end the wait; it is kept.
   *
   * @throws PoisonedException if a holder failed
   * @throws IllegalStateException if this thread holds it already, or the value was taken out
   */
  @MustBeClosed
  public Guard<T> lock() {
    lock.lock();
    return soundGuard();
  }

  /**
   * Waits for the mutex, unless interrupted before or meanwhile.
   *
   * @throws PoisonedException as {@link #lock()}
   * @throws IllegalStateException as {@link #lock()}
   */
  @MustBeClosed
  public Guard<T> lockInterruptibly() throws InterruptedException {
    lock.lockInterruptibly();
    return soundGuard();
  }

  /**
   * Takes the mutex if it is free, and never waits. Null, which try-with-resources passes over, if
   * it is held, by this thread too: an {@code Optional} would be one more object a call.
   *
   * @throws PoisonedException if it is free, and a holder failed
   * @throws IllegalStateException if it is free, and the value was taken out
   */
  @MustBeClosed
  public @Nullable Guard<T> tryLock() {
    return lock.tryLock() ? soundGuard() : null;
  }

  /**
   * Waits for the mutex for at most so long, unless interrupted before or meanwhile; null if the
   * time is over. Of a limit of zero or less, doesn't wait.
   *
   * @throws PoisonedException as {@link #lock()}
   * @throws IllegalStateException as {@link #lock()}
   */
  @MustBeClosed
  public @Nullable Guard<T> tryLock(Duration limit) throws InterruptedException {
    return lock.tryLock(TimeUnit.NANOSECONDS.convert(limit)) ? soundGuard() : null;
  }

  /**
   * As {@link #lock()}, poisoned or not: Rust's {@code into_inner} of the error. Between a {@link
   * PoisonedException} and this call others may have held the mutex.
   *
   * @throws IllegalStateException as {@link #lock()}
   */
  @MustBeClosed
  public Guard<T> lockPoisoned() {
    lock.lock();
    checkPresent();
    return new Guard<>(this);
  }

  /**
   * What the function makes of the value, under the lock. If it throws, the mutex is poisoned and
   * released, and the exception goes on.
   *
   * @throws PoisonedException as {@link #lock()}
   * @throws IllegalStateException as {@link #lock()}
   */
  public <R extends @Nullable Object> R with(Function<? super T, ? extends R> function) {
    lock.lock();
    checkSound();
    try {
      return function.apply(read());
    } catch (Throwable failure) {
      poison();
      throw failure;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Replaces the value by what the function makes of it, under the lock. If it throws, the mutex is
   * poisoned and released with its old value, and the exception goes on.
   *
   * @throws PoisonedException as {@link #lock()}
   * @throws IllegalStateException as {@link #lock()}
   */
  public void update(UnaryOperator<T> function) {
    lock.lock();
    checkSound();
    try {
      write(function.apply(read()));
    } catch (Throwable failure) {
      poison();
      throw failure;
    } finally {
      lock.unlock();
    }
  }

  /** Whether a holder failed. Without the lock, the answer may be out of date when it arrives. */
  public boolean isPoisoned() {
    return lock.poisoned;
  }

  /** Declares the value sound. */
  public void clearPoison() {
    lock.poisoned = false;
  }

  /**
   * Waits for the mutex and takes the value out for good: from then on, all ways to lock it throw
   * {@link IllegalStateException}. Of a poisoned one, {@link #clearPoison()} first.
   *
   * @throws PoisonedException as {@link #lock()}
   * @throws IllegalStateException as {@link #lock()}
   */
  public T intoInner() {
    try (Guard<T> guard = lock()) {
      T taken = guard.get();
      lock.value = null;
      return taken;
    }
  }

  /**
   * {@code Mutex { data: 6, poisoned: false, .. }}, or {@code <locked>} in place of the data while
   * somebody holds it: never waits. It holds the mutex while it prints the value.
   */
  @Override
  public String toString() {
    return "Mutex { data: " + data() + ", poisoned: " + lock.poisoned + ", .. }";
  }

  private String data() {
    if (!lock.tryLock()) {
      return "<locked>";
    }
    try {
      return lock.value == null ? "<taken>" : lock.value.toString();
    } finally {
      lock.unlock();
    }
  }

  private Guard<T> soundGuard() {
    checkSound();
    return new Guard<>(this);
  }

  // Of a lock that was just taken; whoever can't have a guard gives it back.

  private void checkSound() {
    if (lock.poisoned) {
      lock.unlock();
      throw new PoisonedException();
    }
    checkPresent();
  }

  private void checkPresent() {
    if (lock.value == null) {
      lock.unlock();
      throw new IllegalStateException("intoInner() has taken the value out of this mutex");
    }
  }

  // For a guard, which has made sure that its thread holds the lock.

  // Only values of type T are ever written.
  @SuppressWarnings("unchecked")
  T read() {
    return (T) Objects.requireNonNull(lock.value);
  }

  void write(T replacement) {
    lock.value = Objects.requireNonNull(replacement, "value");
  }

  void poison() {
    lock.poisoned = true;
  }

  void unlock() {
    lock.unlock();
  }
}
