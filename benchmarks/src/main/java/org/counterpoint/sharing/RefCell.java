package org.counterpoint.sharing;

import com.google.errorprone.annotations.MustBeClosed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value with Rust's borrow rules checked when the program runs, within one thread; after Rust's
 * {@code std::cell::RefCell}: any number of readers, or one writer.
 *
 * <p>It finds what a single thread does to itself, such as changing a list further down the stack
 * while a caller walks it, at the place where it happens.
 *
 * <p><b>Confinement.</b> Every use of the cell and of its guards by a thread other than the one
 * that called the constructor throws {@link IllegalStateException}, names both and changes nothing.
 * For several threads there is {@link Mutex}.
 *
 * <p><b>Mistakes.</b> Any use of a closed guard, closing again included, throws {@link
 * IllegalStateException}. A guard that is never closed leaves the cell borrowed.
 *
 * <p>Values are not null.
 */
public final class RefCell<T> {

  private static final int WRITER = -1;

  private final Thread owner = Thread.currentThread();
  private T value;

  // How many read; or WRITER.
  private int borrows;

  public RefCell(T value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  /**
   * Borrows the value to read it.
   *
   * @throws IllegalStateException if it is mutably borrowed
   */
  @MustBeClosed
  public Ref<T> borrow() {
    check();
    if (borrows == WRITER) {
      throw new IllegalStateException("already mutably borrowed: close that guard first");
    }
    return new Ref<>(this);
  }

  /**
   * Borrows the value to change it.
   *
   * @throws IllegalStateException if it is borrowed, in either way
   */
  @MustBeClosed
  public RefMut<T> borrowMut() {
    check();
    if (borrows != 0) {
      throw new IllegalStateException(
          borrows == WRITER
              ? "already mutably borrowed: close that guard first"
              : "already borrowed: close that guard first");
    }
    return new RefMut<>(this);
  }

  /**
   * As {@link #borrow()}; null, which try-with-resources passes over, if it is mutably borrowed.
   */
  @MustBeClosed
  public @Nullable Ref<T> tryBorrow() {
    check();
    return borrows == WRITER ? null : new Ref<>(this);
  }

  /** As {@link #borrowMut()}; null, which try-with-resources passes over, if it is borrowed. */
  @MustBeClosed
  public @Nullable RefMut<T> tryBorrowMut() {
    check();
    return borrows == 0 ? new RefMut<>(this) : null;
  }

  /** {@code RefCell { value: 6 }}, or {@code <borrowed>} in place of the value during a change. */
  @Override
  public String toString() {
    check();
    return "RefCell { value: " + (borrows == WRITER ? "<borrowed>" : value) + " }";
  }

  private void check() {
    Confined.check(owner, "RefCell");
  }

  private void check(boolean open) {
    check();
    if (!open) {
      throw new IllegalStateException("this guard is closed, it has ended its borrow");
    }
  }

  /** The right to read the value, from {@link #borrow()} to {@link #close()}. */
  public static final class Ref<T> implements AutoCloseable {

    private final RefCell<T> cell;
    private boolean open = true;

    @MustBeClosed
    private Ref(RefCell<T> cell) {
      this.cell = cell;
      cell.borrows++;
    }

    /** The value. It must not be used after {@link #close()}, nor changed: Java can't see to it. */
    public T get() {
      cell.check(open);
      return cell.value;
    }

    /** Ends the borrow. */
    @Override
    public void close() {
      cell.check(open);
      open = false;
      cell.borrows--;
    }
  }

  /** The right to change the value, from {@link #borrowMut()} to {@link #close()}. */
  public static final class RefMut<T> implements AutoCloseable {

    private final RefCell<T> cell;
    private boolean open = true;

    @MustBeClosed
    private RefMut(RefCell<T> cell) {
      this.cell = cell;
      cell.borrows = WRITER;
    }

    /** The value. It must not be used after {@link #close()}. */
    public T get() {
      cell.check(open);
      return cell.value;
    }

    /** Replaces the value. */
    public void set(T value) {
      cell.check(open);
      cell.value = Objects.requireNonNull(value, "value");
    }

    /** Ends the borrow. */
    @Override
    public void close() {
      cell.check(open);
      open = false;
      cell.borrows = 0;
    }
  }
}
