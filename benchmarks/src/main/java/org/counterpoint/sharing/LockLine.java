package org.counterpoint.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the fields of a {@link MutexLock}: what a turn touches lies on one cache line, and no
 * neighbour on the heap shares that line or the one beside it, which processors fetch with it.
 *
 * <p>A hierarchy, since the JVM may reorder the fields of one class but never mixes those of two.
 */
final class LockLine {

  private LockLine() {}

  /** 128 bytes that nobody reads. */
  abstract static class Before extends AbstractOwnableSynchronizer {
    private static final long serialVersionUID = 1;

    transient long b00, b01, b02, b03, b04, b05, b06, b07, b08, b09, b10, b11, b12, b13, b14, b15;
  }

  /** The line. */
  abstract static class Line extends Before {
    static final VarHandle STATE = Fields.handle(MethodHandles.lookup(), "state", long.class);
    static final VarHandle TURNS = Fields.handle(MethodHandles.lookup(), "turns", long.class);
    static final VarHandle SIGNAL = Fields.handle(MethodHandles.lookup(), "signal", int.class);

    private static final long serialVersionUID = 1;

    /** 0, or the id of the thread that holds the lock. */
    transient volatile long state;

    /** Turns that have ended; written by holders, so that who waits can tell busy from stuck. */
    transient long turns;

    /** What those who wait want of the next unlock, in bits. */
    transient volatile int signal;

    /** Turns end so quickly that looking costs more than it gains; a guess of those who wait. */
    transient boolean busy;

    /** A holder failed. Beside the state, since every lock reads it. */
    transient volatile boolean poisoned;

    /** What the lock guards; null once it was taken out. Guarded by the lock. */
    transient @Nullable Object value;
  }

  /** 128 more. */
  abstract static class After extends Line {
    private static final long serialVersionUID = 1;

    transient long a00, a01, a02, a03, a04, a05, a06, a07, a08, a09, a10, a11, a12, a13, a14, a15;
  }
}
