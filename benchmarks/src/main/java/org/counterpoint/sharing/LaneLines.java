package org.counterpoint.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the fields of a {@link Lane}: what a message touches at its sender lies on one cache
 * line, what the owner writes on another, and no neighbour on the heap shares either of them or the
 * one beside it, which processors fetch with it.
 *
 * <p>A hierarchy, since the JVM may reorder the fields of one class but puts those of a subclass
 * behind them, except for small ones that fill a gap.
 */
final class LaneLines {

  private LaneLines() {}

  /** 128 bytes that nobody reads. */
  abstract static class Before {
    /** Fills the gap behind the object's header, or the ring would. */
    int gap;

    long b00, b01, b02, b03, b04, b05, b06, b07, b08, b09, b10, b11, b12, b13, b14, b15;
  }

  /** The sender's line; the owner reads it once a batch. */
  abstract static class SenderLine extends Before {
    static final VarHandle SENT = Fields.handle(MethodHandles.lookup(), "sent", long.class);

    final long senderId;
    final @Nullable Object[] ring;

    /** See {@link Lane} on the usual message. */
    final Object usual;

    /** How many messages were sent; written by the sender, volatile where the owner may read it. */
    long sent;

    /** The sender's alone: it has room for what comes before. */
    long roomUntil;

    SenderLine(long senderId, @Nullable Object[] ring, Object usual) {
      this.senderId = senderId;
      this.ring = ring;
      this.usual = usual;
      roomUntil = ring.length;
    }
  }

  /** 128 more. */
  abstract static class Between extends SenderLine {
    long m00, m01, m02, m03, m04, m05, m06, m07, m08, m09, m10, m11, m12, m13, m14, m15;

    Between(long senderId, @Nullable Object[] ring, Object usual) {
      super(senderId, ring, usual);
    }
  }

  /** The owner's line. */
  abstract static class OwnerLine extends Between {
    static final VarHandle TAKEN = Fields.handle(MethodHandles.lookup(), "taken", long.class);

    /**
     * How many messages were taken out; written by the owner, volatile where others may read it.
     */
    long taken;

    OwnerLine(long senderId, @Nullable Object[] ring, Object usual) {
      super(senderId, ring, usual);
    }
  }

  /** 128 more. */
  abstract static class After extends OwnerLine {
    long a00, a01, a02, a03, a04, a05, a06, a07, a08, a09, a10, a11, a12, a13, a14, a15;

    After(long senderId, @Nullable Object[] ring, Object usual) {
      super(senderId, ring, usual);
    }
  }
}
