package org.counterpoint.sharing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One of several handles to a value, as {@link Arc} has them: the same for sound and broken. */
interface Handle extends AutoCloseable {

  Payload get();

  Handle cloneHandle();

  /** The way to the value that doesn't keep it: a new handle, or null. */
  Supplier<@Nullable Handle> downgrade();

  @Override
  void close();

  /** A handle that {@link Arc} makes. */
  record Sound(Arc<Payload> arc) implements Handle {

    @Override
    public Payload get() {
      return arc.get();
    }

    @Override
    public Handle cloneHandle() {
      return new Sound(arc.cloneHandle());
    }

    @Override
    public Supplier<@Nullable Handle> downgrade() {
      Arc.Weak<Payload> weak = arc.downgrade();
      return () -> {
        Arc<Payload> upgraded = weak.upgrade();
        return upgraded == null ? null : new Sound(upgraded);
      };
    }

    @Override
    public void close() {
      arc.close();
    }
  }
}
