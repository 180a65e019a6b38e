package org.counterpoint.sharing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Broken on purpose: counts its fellows, and marks itself closed, in two steps. */
final class RacyHandle implements Handle {

  private static final class Box {
    final Payload payload;
    volatile long strong;

    Box(Payload payload) {
      this.payload = payload;
    }

    @Nullable Handle retain() {
      long seen = strong;
      if (seen == 0) {
        return null;
      }
      strong = seen + 1;
      return new RacyHandle(this);
    }
  }

  private final Box box;
  private volatile boolean closed;

  RacyHandle(Payload payload) {
    this(new Box(payload));
    box.strong = 1;
  }

  private RacyHandle(Box box) {
    this.box = box;
  }

  @Override
  public Payload get() {
    return box.payload;
  }

  @Override
  public Handle cloneHandle() {
    Handle clone = closed ? null : box.retain();
    if (clone == null) {
      throw new IllegalStateException("closed");
    }
    return clone;
  }

  @Override
  public Supplier<@Nullable Handle> downgrade() {
    return box::retain;
  }

  @Override
  public void close() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    closed = true;
    long left = box.strong - 1;
    box.strong = left;
    if (left == 0) {
      box.payload.close();
    }
  }
}
