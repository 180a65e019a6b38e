package org.counterpoint.sharing;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A counted handle as the models use it. */
interface Handle {

  /**
   * One more handle to the same value.
   *
   * @throws IllegalStateException if this one is closed
   */
  Handle cloneHandle();

  /** One more handle, by a weak one; null if the value was dropped. */
  @Nullable Handle upgrade();

  /**
   * Gives the handle up.
   *
   * @throws IllegalStateException if it is closed
   */
  void close();

  /** Counts how often it is dropped. */
  final class Value implements AutoCloseable {

    private final AtomicInteger drops = new AtomicInteger();
    private volatile @Nullable Thread dropper;

    int drops() {
      return drops.get();
    }

    boolean wasDroppedByCurrentThread() {
      return dropper == Thread.currentThread();
    }

    @Override
    public void close() {
      dropper = Thread.currentThread();
      drops.incrementAndGet();
    }
  }

  /** What is checked. Not a record: Lincheck doesn't follow what those hold. */
  final class OfArc implements Handle {

    private final Arc<Value> arc;
    private final Arc.Weak<Value> weak;

    private OfArc(Arc<Value> arc, Arc.Weak<Value> weak) {
      this.arc = arc;
      this.weak = weak;
    }

    static Handle to(Value value) {
      Arc<Value> arc = new Arc<>(value);
      return new OfArc(arc, arc.downgrade());
    }

    @Override
    public Handle cloneHandle() {
      return new OfArc(arc.cloneHandle(), weak);
    }

    @Override
    public @Nullable Handle upgrade() {
      Arc<Value> upgraded = weak.upgrade();
      return upgraded == null ? null : new OfArc(upgraded, weak);
    }

    @Override
    public void close() {
      arc.close();
    }
  }

  /** Broken on purpose: looks whether the count is 0, and then adds one, in two steps. */
  final class InTwoSteps implements Handle {

    private final Value value;
    private final AtomicInteger strong;
    private final AtomicInteger closes = new AtomicInteger();

    private InTwoSteps(Value value, AtomicInteger strong) {
      this.value = value;
      this.strong = strong;
    }

    static Handle to(Value value) {
      return new InTwoSteps(value, new AtomicInteger(1));
    }

    @Override
    public Handle cloneHandle() {
      Handle handle = closes.get() > 0 ? null : upgrade();
      if (handle == null) {
        throw new IllegalStateException("closed");
      }
      return handle;
    }

    @Override
    public @Nullable Handle upgrade() {
      if (strong.get() == 0) {
        return null;
      }
      strong.incrementAndGet();
      return new InTwoSteps(value, strong);
    }

    @Override
    public void close() {
      if (closes.getAndIncrement() > 0) {
        throw new IllegalStateException("closed");
      }
      if (strong.decrementAndGet() == 0) {
        value.close();
      }
    }
  }
}
