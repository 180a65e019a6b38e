package org.counterpoint.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A bounded ring from one sender to the owner of a {@link Channel}, first in, first out.
 *
 * <p><b>What a message costs.</b> The sender puts it into its slot by a plain store, and publishes
 * it by one volatile store of how many it has sent. It reads nothing that the owner writes until
 * the room that it knows of is used up; the owner reads how many were sent, and publishes how many
 * it has taken, once a batch. So the two processors fetch each other's cache lines once a batch.
 * That needs batches: see {@link Channel} on the owner's naps.
 *
 * <p><b>The usual message.</b> The one that the lane began with is left in its slot when it has
 * been taken, and not stored again over itself. A sender that sends one constant, as a counter's
 * does, then leaves the ring alone but for reading it: no slot's line travels, and no store of a
 * reference into an old ring pays for the garbage collector's barrier. The owner empties the slot
 * of any other message, so that a lane keeps one message alive, and only one.
 *
 * <p><b>Memory model.</b> A slot is touched by one side at a time. The sender writes it, then
 * stores the number sent, which the owner reads before it reads the slot; the owner empties it,
 * then stores the number taken, which the sender reads before it uses the slot again. Both numbers
 * are volatile, so that each side sees what the other has done to the slot, and the handler sees
 * what the sender did before it sent, even if the slot already held the same message.
 *
 * <p><b>A sender that waits for room is not left waiting.</b> It makes itself known by a volatile
 * store, looks for room once more, and parks; the owner publishes the room by a volatile store, and
 * then looks who waits. Of the two looks at least one sees what the other side stored before its
 * own (Dekker's argument, as in {@link Waiter}).
 *
 * <p><b>The end of a lane</b> is how many of its messages are taken in all, once the channel is
 * closing. Whoever comes first fixes it, by one compare-and-set: the owner when it looks for the
 * last time, or a sender that put a message in and then saw the channel close. Neither waits for
 * the other, and both know what has become of the message.
 *
 * <p>The thread is held weakly: no lane keeps a thread from being collected, unless its messages
 * do.
 */
final class Lane extends LaneLines.After {

  private static final VarHandle END = Fields.handle(MethodHandles.lookup(), "end", long.class);

  private static final long OPEN = -1;

  private final WeakReference<Thread> sender;
  private final long opensAt;

  private volatile @Nullable Waiter waiting;
  private volatile long end = OPEN;

  /**
   * @param sender the only thread that will send
   * @param slots a power of two
   * @param opensAt how many messages of the shared mailbox come before the first of this lane
   * @param usual the message that is probably sent most
   */
  Lane(Thread sender, int slots, long opensAt, Object usual) {
    super(sender.getId(), new @Nullable Object[slots], usual);
    this.sender = new WeakReference<>(sender);
    this.opensAt = opensAt;
  }

  boolean isOf(long threadId) {
    return senderId == threadId;
  }

  /** By the owner: whether all that its sender sent before, by the shared mailbox, is settled. */
  boolean isOpen(long settledInMailbox) {
    return settledInMailbox >= opensAt;
  }

  /** By the sender: false if there is no room. Ends with a volatile store. */
  boolean offer(Object message) {
    long number = sent;
    if (number == roomUntil && !learnsOfRoom()) {
      return false;
    }
    int slot = slot(number);
    if (ring[slot] != message) {
      ring[slot] = message;
    }
    SENT.setVolatile(this, number + 1);
    return true;
  }

  private boolean learnsOfRoom() {
    roomUntil = (long) TAKEN.getVolatile(this) + ring.length;
    return sent < roomUntil;
  }

  private int slot(long number) {
    return (int) number & (ring.length - 1);
  }

  /**
   * By the sender: spins briefly, then parks, until there is room or the condition holds. An
   * interrupt doesn't end the wait; it is kept.
   *
   * @return whether there is room
   */
  boolean awaitRoomUnless(BooleanSupplier over) {
    for (int look = 0; look < Spin.LOOKS; look++) {
      if (over.getAsBoolean()) {
        return false;
      }
      if (learnsOfRoom()) {
        return true;
      }
      Thread.onSpinWait();
    }
    return park(over);
  }

  private boolean park(BooleanSupplier over) {
    Waiter me = new Waiter(Thread.currentThread());
    boolean interrupted = false;
    waiting = me;
    try {
      while (true) {
        me.announce();
        if (over.getAsBoolean()) {
          return false;
        }
        if (learnsOfRoom()) {
          return true;
        }
        LockSupport.park(this);
        me.awake();
        interrupted |= Thread.interrupted();
      }
    } finally {
      waiting = null;
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** By anybody, after what the sender waits for has come about. */
  void wakeSender() {
    Waiter waiter = waiting;
    if (waiter != null) {
      waiter.wake();
    }
  }

  /** By the owner: gives away up to so many messages, then lets the sender have the room. */
  int drain(Consumer<Object> settle, int most) {
    return take(settle, (int) Math.min(most, sentByNow() - taken));
  }

  /** By the owner, once it has fixed the end: gives away what is left. */
  void finish(Consumer<Object> settle) {
    take(settle, (int) (end - taken));
  }

  private int take(Consumer<Object> settle, int count) {
    if (count == 0) {
      return 0;
    }
    long next = taken;
    long until = next + count;
    while (next < until) {
      int run = usualsFrom(next, (int) (until - next));
      // A loop of its own, with one message, so that what depends on the message alone is done once
      // for all of them.
      for (int i = 0; i < run; i++) {
        settle.accept(usual);
      }
      next += run;
      if (next < until) {
        settle.accept(takeOut(slot(next)));
        next++;
      }
    }
    TAKEN.setVolatile(this, until);
    wakeSender();
    return count;
  }

  private int usualsFrom(long first, int most) {
    int run = 0;
    while (run < most && ring[slot(first + run)] == usual) {
      run++;
    }
    return run;
  }

  @SuppressWarnings("NullAway") // A slot that was sent is filled.
  private Object takeOut(int slot) {
    Object message = ring[slot];
    ring[slot] = null;
    return message;
  }

  private long sentByNow() {
    return (long) SENT.getVolatile(this);
  }

  /** By the owner. */
  boolean isEmpty() {
    return sentByNow() == taken;
  }

  /**
   * By the owner or the sender, which knows that the channel closes: fixes the end, if it isn't.
   */
  void end() {
    END.compareAndSet(this, OPEN, sentByNow());
  }

  /** By the sender, when the end is fixed: whether the last message comes before it. */
  boolean lastIsTaken() {
    return sent <= end;
  }

  /** By the owner: nothing is in it, and nothing will ever be. */
  boolean isDone() {
    Thread thread = sender.get();
    // In this order: what a thread has sent is visible to whoever found it ended.
    return (thread == null || !thread.isAlive()) && isEmpty();
  }
}
