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
 * <p>A message costs its sender one volatile store and no read of what the owner writes: the owner
 * publishes how much it has taken once a batch, and the sender looks only when the room that it
 * knows of is used up. An empty slot is null, which is all that the owner polls.
 *
 * <p><b>A sender that waits for room is not left waiting.</b> It makes itself known by a volatile
 * store, looks for room once more, and parks; the owner publishes the room by a volatile store, and
 * then looks who waits. Of the two looks at least one sees what the other side stored before its
 * own (Dekker's argument, as in {@link Waiter}).
 *
 * <p>The thread is held weakly: a channel keeps no thread from being collected.
 */
final class Lane {

  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final VarHandle NUMBER = MethodHandles.arrayElementVarHandle(long[].class);

  // What the sender writes and what the owner writes, 128 bytes from each other and from whatever
  // lies beside, since processors fetch cache lines in pairs.
  private static final int APART = 16;
  private static final int SENT = APART;
  private static final int KNOWN_TAKEN = APART + 1;
  private static final int TAKEN = 2 * APART + 1;

  private final long senderId;
  private final WeakReference<Thread> sender;
  private final long opensAt;
  private final @Nullable Object[] ring;
  private final int mask;
  private final long[] numbers = new long[3 * APART + 1];

  private volatile @Nullable Waiter waiting;

  /**
   * @param sender the only thread that will send
   * @param slots a power of two
   * @param opensAt how many messages of the shared mailbox come before the first of this lane
   */
  Lane(Thread sender, int slots, long opensAt) {
    this.senderId = sender.getId();
    this.sender = new WeakReference<>(sender);
    this.opensAt = opensAt;
    ring = new @Nullable Object[slots];
    mask = slots - 1;
  }

  boolean isOf(long threadId) {
    return senderId == threadId;
  }

  /** By the owner: whether all that its sender sent before, by the shared mailbox, is settled. */
  boolean isOpen(long settledInMailbox) {
    return settledInMailbox >= opensAt;
  }

  /** By the sender: false if there is no room. The store is volatile. */
  boolean offer(Object message) {
    long sent = numbers[SENT];
    if (sent - numbers[KNOWN_TAKEN] > mask && !learnsOfRoom(sent)) {
      return false;
    }
    SLOT.setVolatile(ring, (int) sent & mask, message);
    numbers[SENT] = sent + 1;
    return true;
  }

  private boolean learnsOfRoom(long sent) {
    long taken = (long) NUMBER.getVolatile(numbers, TAKEN);
    numbers[KNOWN_TAKEN] = taken;
    return sent - taken <= mask;
  }

  /**
   * By the sender: spins briefly, then parks, until there is room or the condition holds. An
   * interrupt doesn't end the wait; it is kept.
   *
   * @return whether there is room
   */
  boolean awaitRoomUnless(BooleanSupplier over) {
    long sent = numbers[SENT];
    for (int look = 0; look < Spin.LOOKS; look++) {
      if (over.getAsBoolean()) {
        return false;
      }
      if (learnsOfRoom(sent)) {
        return true;
      }
      Thread.onSpinWait();
    }
    return park(sent, over);
  }

  private boolean park(long sent, BooleanSupplier over) {
    Waiter me = new Waiter(Thread.currentThread());
    boolean interrupted = false;
    waiting = me;
    try {
      while (true) {
        me.announce();
        if (over.getAsBoolean()) {
          return false;
        }
        if (learnsOfRoom(sent)) {
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
    long taken = numbers[TAKEN];
    int count = 0;
    while (count < most) {
      int slot = (int) (taken + count) & mask;
      Object message = SLOT.getAcquire(ring, slot);
      if (message == null) {
        break;
      }
      // Plain: the sender writes here again only after it has read the volatile number below.
      ring[slot] = null;
      count++;
      settle.accept(message);
    }
    if (count > 0) {
      NUMBER.setVolatile(numbers, TAKEN, taken + count);
      wakeSender();
    }
    return count;
  }

  /** By the owner. */
  boolean isEmpty() {
    return SLOT.getVolatile(ring, (int) numbers[TAKEN] & mask) == null;
  }

  /** By the sender, when the owner has ended: whether it took the last message first. */
  boolean lastWasTaken() {
    return (long) NUMBER.getVolatile(numbers, TAKEN) == numbers[SENT];
  }

  /** By the owner: nothing is in it, and nothing will ever be. */
  boolean isDone() {
    Thread thread = sender.get();
    // In this order: what a thread has sent is visible to whoever found it ended.
    return (thread == null || !thread.isAlive()) && isEmpty();
  }
}
