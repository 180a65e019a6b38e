package org.counterpoint.sharing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of several handles to a value that goes when the last of them does, all within one thread;
 * after Rust's {@code std::rc::Rc}. {@link Arc} is the one for several threads.
 *
 * <p><b>Dropping.</b> When the last handle is closed, the value is dropped, once: if it is {@link
 * AutoCloseable}, it is closed. What its {@code close()} throws reaches whoever closed the last
 * handle, a checked exception as the cause of an {@link IllegalStateException}; the value counts as
 * dropped all the same. A handle that is forgotten keeps the value from being closed, though not
 * from being collected. So do handles in a circle, each inside the value of the next: make one of
 * them a {@link Weak}.
 *
 * <p><b>Confinement.</b> The counts are plain fields. Rust refuses to compile a program that gives
 * an {@code Rc} to another thread; here every use by a thread other than the one that called the
 * constructor throws {@link IllegalStateException}, names both and changes nothing.
 *
 * <p><b>Mistakes.</b> Any use of a closed handle, closing again included, throws {@link
 * IllegalStateException}: a second release could only be that of another handle.
 *
 * <p>Values are not null.
 */
public final class Rc<T> implements AutoCloseable {

  private final Box<T> box;
  private boolean open = true;

  /** The first handle to the value. */
  public Rc(T value) {
    this(new Box<>(Objects.requireNonNull(value, "value")));
  }

  private Rc(Box<T> box) {
    this.box = box;
  }

  /** The value. It must not be used after {@link #close()}. */
  public T get() {
    check();
    return box.value();
  }

  /** One more handle to the same value. */
  public Rc<T> cloneHandle() {
    check();
    box.strong++;
    return new Rc<>(box);
  }

  /** A way to the value that doesn't keep it. */
  public Weak<T> downgrade() {
    check();
    return new Weak<>(box);
  }

  /** How many handles are open, this one included. */
  public long strongCount() {
    check();
    return box.strong;
  }

  /** Gives the handle up; the last one drops the value. */
  @Override
  public void close() {
    check();
    open = false;
    box.strong--;
    if (box.strong == 0) {
      Drop.value(box.take());
    }
  }

  private void check() {
    box.check();
    if (!open) {
      throw new IllegalStateException("this Rc is closed, it has given its value up");
    }
  }

  /**
   * A way to the value of an {@link Rc} that doesn't keep it; after Rust's {@code std::rc::Weak}.
   *
   * <p>It owns nothing and needs no closing, so there is no count of them: Rust counts them to know
   * when the memory can go, which is the garbage collector's work here. It is confined to the
   * thread of the {@code Rc}.
   */
  public static final class Weak<T> {

    private final Box<T> box;

    private Weak(Box<T> box) {
      this.box = box;
    }

    /** A new handle, or null if the value has been dropped. */
    public @Nullable Rc<T> upgrade() {
      box.check();
      if (box.strong == 0) {
        return null;
      }
      box.strong++;
      return new Rc<>(box);
    }
  }

  /** What the handles share. */
  private static final class Box<T> {

    final Thread owner = Thread.currentThread();
    long strong = 1;

    // Null once dropped, so that a weak doesn't keep it from being collected.
    private @Nullable T value;

    Box(T value) {
      this.value = value;
    }

    void check() {
      Confined.check(owner, "Rc");
    }

    T value() {
      return Objects.requireNonNull(value);
    }

    T take() {
      T taken = value();
      value = null;
      return taken;
    }
  }
}
