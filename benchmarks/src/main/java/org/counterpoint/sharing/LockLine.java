package org.counterpoint.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the fields of a {@link MutexLock} on two cache lines, and lets no neighbour on the heap
 * share either of them or the one beside it, which processors fetch with it.
 *
 * <p>The state has a line for itself. Whoever comes while the lock is held takes that line from the
 * holder; if what the holder reads lay there too, it would have to fetch it back in the middle of
 * its turn. So that lies apart, where nobody writes as long as nobody waits for long. Nor does it
 * matter then where in a cache line the JVM puts the object: the one word that each turn writes is
 * never cut in two.
 *
 * <p>A hierarchy, since the JVM may reorder the fields of one class but puts those of a subclass
 * behind them, except for small ones that fill a gap.
 */
final class LockLine {

  private LockLine() {}

  /** 128 bytes that nobody reads. */
  abstract static class Before extends AbstractOwnableSynchronizer {
    private static final long serialVersionUID = 1;

    transient long b00, b01, b02, b03, b04, b05, b06, b07, b08, b09, b10, b11, b12, b13, b14, b15;
  }

  /** What a turn writes. */
  abstract static class Line extends Before {
    static final VarHandle STATE = Fields.handle(MethodHandles.lookup(), "state", long.class);
    static final VarHandle TURNS = Fields.handle(MethodHandles.lookup(), "turns", long.class);

    private static final long serialVersionUID = 1;

    /** 0, or the id of the thread that holds the lock. */
    transient volatile long state;

    /**
     * Turns that have ended while there was a signal; written by holders, so that who waits can
     * tell busy from stuck.
     */
    transient long turns;
  }

  /** 128 more. */
  abstract static class Between extends Line {
    private static final long serialVersionUID = 1;

    transient long m00, m01, m02, m03, m04, m05, m06, m07, m08, m09, m10, m11, m12, m13, m14, m15;
  }

  /** What a turn reads. */
  abstract static class QuietLine extends Between {
    static final VarHandle SIGNAL = Fields.handle(MethodHandles.lookup(), "signal", long.class);

    private static final long serialVersionUID = 1;

    /**
     * What those who wait want of the next unlock, in bits. A long, which fits into no gap between
     * the fields of the superclasses, where the JVM would otherwise put it.
     */
    transient volatile long signal;

    /** Turns end so quickly that looking costs more than it gains; a guess of those who wait. */
    transient boolean busy;

    /** A holder failed. */
    transient volatile boolean poisoned;

    /** What the lock guards; null once it was taken out. Guarded by the lock. */
    transient @Nullable Object value;
  }

  /** 128 more. */
  abstract static class After extends QuietLine {
    private static final long serialVersionUID = 1;

    transient long a00, a01, a02, a03, a04, a05, a06, a07, a08, a09, a10, a11, a12, a13, a14, a15;
  }
}
