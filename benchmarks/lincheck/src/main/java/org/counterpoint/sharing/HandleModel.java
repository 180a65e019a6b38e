package org.counterpoint.sharing;

import java.util.function.Function;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Threads with a handle each, and one with a weak handle. Each operation must look as if it
 * happened at once, and tells whether it was the one that dropped the value.
 */
public abstract class HandleModel {

  private final Handle.Value value = new Handle.Value();
  private Handle first;
  private final Handle second;
  private final Handle root;
  private @Nullable Handle upgraded;

  HandleModel(Function<Handle.Value, Handle> handleTo) {
    root = handleTo.apply(value);
    first = root;
    second = root.cloneHandle();
  }

  @Operation(nonParallelGroup = "first")
  public String closeFirst() {
    return close(first);
  }

  @Operation(nonParallelGroup = "first")
  public String replaceFirst() {
    Handle next;
    try {
      next = first.cloneHandle();
    } catch (IllegalStateException e) {
      return "closed before";
    }
    String outcome = close(first);
    first = next;
    return outcome;
  }

  @Operation(nonParallelGroup = "second")
  public String closeSecond() {
    return close(second);
  }

  @Operation(nonParallelGroup = "weak")
  public String upgrade() {
    if (upgraded != null) {
      return "upgraded before";
    }
    upgraded = root.upgrade();
    if (upgraded == null) {
      return "gone";
    }
    return value.drops() == 0 ? "upgraded" : "upgraded, and dropped";
  }

  @Operation(nonParallelGroup = "weak")
  public String closeUpgraded() {
    Handle handle = upgraded;
    if (handle == null) {
      return "none";
    }
    upgraded = null;
    return close(handle);
  }

  private String close(Handle handle) {
    try {
      handle.close();
    } catch (IllegalStateException e) {
      return "closed before";
    }
    return value.wasDroppedByCurrentThread() ? "closed and dropped" : "closed";
  }

  public static final class Sound extends HandleModel {
    public Sound() {
      super(Handle.OfArc::to);
    }
  }

  public static final class InTwoSteps extends HandleModel {
    public InTwoSteps() {
      super(Handle.InTwoSteps::to);
    }
  }
}
