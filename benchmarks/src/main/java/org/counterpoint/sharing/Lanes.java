package org.counterpoint.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lanes of a {@link Channel}, found by the id of the sender's thread, which is never reused: a
 * small open-addressed table, never full of the dead.
 *
 * <p>A thread gets a lane when it has sent a few messages and one of its places is free. There are
 * 8 places a processor, 64 at least, and each thread has 4 of them: beyond that, and for whoever
 * sends a message now and then, there is the shared mailbox. The owner frees the lanes of threads
 * that have ended before it parks, and every so often while it is busy.
 *
 * <p>The owner goes through a copy of what is in the table, and copies again when the number of
 * claims has changed: a sender puts its lane into the table, then counts its claim, and only then
 * sends by it, so that an owner that doesn't see the claim can't miss a message that was sent
 * before it looked.
 */
final class Lanes {

  /** How many messages a thread sends by the mailbox before it gets a lane. */
  static final int TRIAL = 64;

  private static final VarHandle PLACE = MethodHandles.arrayElementVarHandle(Lane[].class);

  private static final int PLACES =
      Integer.highestOneBit(Math.max(64, 8 * Runtime.getRuntime().availableProcessors()));
  private static final int MASK = PLACES - 1;
  private static final int PROBES = 4;

  // Far enough below zero that the claims that come too late don't count up to it.
  private static final int NO_MORE = Integer.MIN_VALUE;

  private final @Nullable Lane[] table = new @Nullable Lane[PLACES];
  private final AtomicInteger claims = new AtomicInteger();

  // Who sent by the mailbox lately, and how often in a row; racy, since it is only a hint.
  private final long[] onTrial = new long[PLACES];

  private final int slots;

  // The owner's alone.
  private int claimsKnown;
  private Lane[] known = {};
  private int longest;

  Lanes(int slots) {
    this.slots = slots;
  }

  /**
   * For {@link #find}, which is handed it so that a message's way to its lane is a step shorter.
   */
  @Nullable Lane[] table() {
    return table;
  }

  /** By the sender: its lane, or null. */
  static @Nullable Lane find(@Nullable Lane[] table, long threadId) {
    // Plain, since a thread looks for what it has put in itself; what others put in is immutable as
    // far as it is looked at here.
    Lane first = table[(int) threadId & MASK];
    return first != null && first.isOf(threadId) ? first : findFurther(table, threadId);
  }

  private static @Nullable Lane findFurther(@Nullable Lane[] table, long threadId) {
    for (int probe = 1; probe < PROBES; probe++) {
      Lane lane = table[(int) (threadId + probe) & MASK];
      if (lane != null && lane.isOf(threadId)) {
        return lane;
      }
    }
    return null;
  }

  /** By the sender, which has no lane and is about to send: whether it has earned one. */
  boolean earnsOne(long threadId) {
    int place = (int) threadId & MASK;
    long seen = onTrial[place];
    boolean again = seen / TRIAL == threadId;
    if (again && seen % TRIAL == TRIAL - 1) {
      return true;
    }
    onTrial[place] = again ? seen + 1 : threadId * TRIAL;
    return false;
  }

  /**
   * By the sender: a lane of its own, or null if its places are taken or the lanes have ended.
   *
   * @param opensAt see {@link Lane}
   * @param first the message that will be the first in it
   */
  @Nullable Lane claim(Thread sender, long opensAt, Object first) {
    for (int probe = 0; probe < PROBES; probe++) {
      int place = (int) (sender.getId() + probe) & MASK;
      if (at(place) == null) {
        Lane lane = new Lane(sender, slots, opensAt, first);
        if (PLACE.compareAndSet(table, place, null, lane)) {
          if (claims.getAndIncrement() >= 0) {
            return lane;
          }
          PLACE.setVolatile(table, place, null);
          return null;
        }
      }
    }
    return null;
  }

  /** By the owner: up to so many messages of each lane that is open. */
  int drain(Consumer<Object> settle, int mostOfEach, long settledInMailbox) {
    int count = 0;
    longest = 0;
    for (Lane lane : inUse()) {
      if (lane.isOpen(settledInMailbox)) {
        int taken = lane.drain(settle, mostOfEach);
        longest = Math.max(longest, taken);
        count += taken;
      }
    }
    return count;
  }

  /** By the owner: how many messages the longest lane had at the last {@link #drain}. */
  int longest() {
    return longest;
  }

  /** By the owner. */
  boolean areEmpty() {
    for (Lane lane : inUse()) {
      if (!lane.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /**
   * By the owner, which knows that the channel closes: no lane is added from now on, none takes a
   * message any more, and what was accepted is given away.
   */
  void end(Consumer<Object> settle) {
    claims.set(NO_MORE);
    Lane[] last = inUse();
    for (Lane lane : last) {
      lane.end();
    }
    for (Lane lane : last) {
      lane.finish(settle);
    }
  }

  /** By the owner: forgets the lanes whose threads have ended. */
  void prune() {
    boolean any = false;
    for (int place = 0; place < PLACES; place++) {
      Lane lane = at(place);
      if (lane != null && lane.isDone()) {
        PLACE.setVolatile(table, place, null);
        any = true;
      }
    }
    if (any) {
      copy();
    }
  }

  private Lane[] inUse() {
    int now = claims.get();
    if (now != claimsKnown) {
      claimsKnown = now;
      copy();
    }
    return known;
  }

  private void copy() {
    List<Lane> copy = new ArrayList<>();
    for (int place = 0; place < PLACES; place++) {
      Lane lane = at(place);
      if (lane != null) {
        copy.add(lane);
      }
    }
    known = copy.toArray(new Lane[0]);
  }

  /** By anybody: those that wait for room look whether there is still hope. */
  void wakeSenders() {
    for (int place = 0; place < PLACES; place++) {
      Lane lane = at(place);
      if (lane != null) {
        lane.wakeSender();
      }
    }
  }

  private @Nullable Lane at(int place) {
    return (Lane) PLACE.getVolatile(table, place);
  }

  /** How many there are. */
  int count() {
    int count = 0;
    for (int place = 0; place < PLACES; place++) {
      if (at(place) != null) {
        count++;
      }
    }
    return count;
  }
}
