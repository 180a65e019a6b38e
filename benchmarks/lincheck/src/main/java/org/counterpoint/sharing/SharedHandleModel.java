package org.counterpoint.sharing;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share one handle. Its closing is two steps, and may be seen half-done: a thread that
 * finds the handle closed may still find the value by a weak one. But the value is dropped once,
 * and never while somebody has an open handle.
 */
public abstract class SharedHandleModel {

  private final Handle.Value value = new Handle.Value();
  private final Handle shared;
  private final AtomicInteger droppedWhileOpen = new AtomicInteger();

  SharedHandleModel(Function<Handle.Value, Handle> handleTo) {
    shared = handleTo.apply(value);
  }

  @Operation
  public void closeIt() {
    closeShared();
  }

  @Operation
  public void cloneIt() {
    try {
      use(shared.cloneHandle());
    } catch (IllegalStateException e) {
      // Closed before.
    }
  }

  @Operation
  public void upgrade() {
    use(shared.upgrade());
  }

  @Validate
  public void isDroppedOnce() {
    closeShared();
    if (value.drops() != 1 || droppedWhileOpen.get() != 0) {
      throw new IllegalStateException(
          value.drops() + " drops, while a handle was open: " + droppedWhileOpen);
    }
  }

  private void use(@Nullable Handle handle) {
    if (handle != null) {
      if (value.drops() != 0) {
        droppedWhileOpen.incrementAndGet();
      }
      handle.close();
    }
  }

  private void closeShared() {
    try {
      shared.close();
    } catch (IllegalStateException e) {
      // Closed before.
    }
  }

  public static final class Sound extends SharedHandleModel {
    public Sound() {
      super(Handle.OfArc::to);
    }
  }

  public static final class InTwoSteps extends SharedHandleModel {
    public InTwoSteps() {
      super(Handle.InTwoSteps::to);
    }
  }
}
