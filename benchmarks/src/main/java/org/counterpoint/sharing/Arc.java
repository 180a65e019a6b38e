package org.counterpoint.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of several handles to a value that goes when the last of them does, in any threads; after
 * Rust's {@code std::sync::Arc}.
 *
 * <p><b>Dropping.</b> When the last handle is closed, the value is dropped, once: if it is {@link
 * AutoCloseable}, it is closed, by the thread that closed the last handle and before its {@code
 * close()} returns. What that throws reaches the same thread, a checked exception as the cause of
 * an {@link IllegalStateException}; the value counts as dropped all the same. A handle that is
 * forgotten keeps the value from being closed, though not from being collected. So do handles in a
 * circle, each inside the value of the next: make one of them a {@link Weak}.
 *
 * <p><b>Threads.</b> Handles may be passed on and even shared; the usual way is a handle of its own
 * for each thread. If one thread clones a handle while another closes it, the clone either gets an
 * open handle to the living value or throws. But {@link #get()} only hands the reference out: a
 * value that is used while another thread closes the handle may be dropped meanwhile, which Rust
 * refuses to compile. The value's own state isn't protected: that is the part of a {@link Mutex}
 * inside.
 *
 * <p><b>Memory effects.</b> What a thread did before it closed its handle happens-before the value
 * is dropped.
 *
 * <p><b>Mistakes.</b> Any use of a closed handle, closing again included, throws {@link
 * IllegalStateException}: a second release could only be that of another handle.
 *
 * <p>Values are not null.
 */
public final class Arc<T> implements AutoCloseable {

  private static final VarHandle VALUE =
      Fields.handle(MethodHandles.lookup(), "value", Object.class);

  private final Box<T> box;

  // Null once closed. A copy of the box's reference, so that get() reads nothing that others write.
  private volatile @Nullable Object value;

  /** The first handle to the value. */
  public Arc(T value) {
    this(new Box<>(Objects.requireNonNull(value, "value")), value);
  }

  private Arc(Box<T> box, T value) {
    this.box = box;
    // Only a hand-over to another thread can show this handle to others: no fence is needed yet.
    VALUE.set(this, value);
  }

  /** The value. It must not be used after {@link #close()}. */
  public T get() {
    // Only the constructor writes it, and it gets a T.
    @SuppressWarnings("unchecked")
    T open = (T) value;
    if (open == null) {
      throw closed();
    }
    return open;
  }

  /** One more handle to the same value. */
  public Arc<T> cloneHandle() {
    T open = get();
    // Not a plain increment: another thread may close this handle, the last one, just now.
    if (!box.tryRetain()) {
      throw closed();
    }
    return new Arc<>(box, open);
  }

  /** A way to the value that doesn't keep it. */
  public Weak<T> downgrade() {
    get();
    return new Weak<>(box);
  }

  /**
   * How many handles are open, this one included; while others clone and close theirs, the answer
   * may be out of date when it arrives.
   */
  public long strongCount() {
    get();
    return box.strong;
  }

  /** Gives the handle up; the last one drops the value. */
  @Override
  public void close() {
    // Of several threads that close this handle, one gets the value and releases.
    if (VALUE.getAndSet(this, (Object) null) == null) {
      throw closed();
    }
    box.release();
  }

  private static IllegalStateException closed() {
    return new IllegalStateException("this Arc is closed, it has given its value up");
  }

  /**
   * A way to the value of an {@link Arc} that doesn't keep it; after Rust's {@code
   * std::sync::Weak}.
   *
   * <p>It owns nothing and needs no closing, so there is no count of them: Rust counts them to know
   * when the memory can go, which is the garbage collector's work here. Any thread may use it.
   */
  public static final class Weak<T> {

    private final Box<T> box;

    private Weak(Box<T> box) {
      this.box = box;
    }

    /** A new handle, or null if the value has been dropped; never brings a dropped value back. */
    public @Nullable Arc<T> upgrade() {
      return box.tryRetain() ? new Arc<>(box, box.value()) : null;
    }
  }

  /**
   * What the handles share.
   *
   * <p><b>Dropped exactly once.</b> The count starts at 1, goes up only from a count that isn't 0,
   * and goes down once a handle. All three are atomic changes of one field, so they have one order,
   * and in it 0 is final: whoever brings the count to 0 is the only one ever to do so.
   *
   * <p><b>The value is a plain field.</b> It is read after a change of the count that found a
   * handle open and counted one more; and cleared after the change to 0, which comes later in the
   * one order, since the counted handle has to be closed first. So each read happens-before the
   * clearing.
   */
  private static final class Box<T> {

    private static final VarHandle STRONG =
        Fields.handle(MethodHandles.lookup(), "strong", long.class);

    volatile long strong = 1;

    // Null once dropped, so that a weak doesn't keep it from being collected.
    private @Nullable T value;

    Box(T value) {
      this.value = value;
    }

    T value() {
      return Objects.requireNonNull(value);
    }

    /** False if the count is 0, which it stays. */
    boolean tryRetain() {
      long seen = strong;
      while (seen != 0) {
        long witness = (long) STRONG.compareAndExchange(this, seen, seen + 1);
        if (witness == seen) {
          return true;
        }
        seen = witness;
      }
      return false;
    }

    void release() {
      if ((long) STRONG.getAndAdd(this, -1L) == 1) {
        T dropped = value();
        value = null;
        Drop.value(dropped);
      }
    }
  }
}
