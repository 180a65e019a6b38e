package org.counterpoint.sharing;

import java.util.concurrent.atomic.AtomicReferenceArray;
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
 */
final class Lanes {

  /** How many messages a thread sends by the mailbox before it gets a lane. */
  static final int TRIAL = 64;

  private static final int PLACES =
      Integer.highestOneBit(Math.max(64, 8 * Runtime.getRuntime().availableProcessors()));
  private static final int MASK = PLACES - 1;
  private static final int PROBES = 4;

  private final AtomicReferenceArray<@Nullable Lane> lanes = new AtomicReferenceArray<>(PLACES);

  // Who sent by the mailbox lately, and how often in a row; racy, since it is only a hint.
  private final long[] onTrial = new long[PLACES];

  private final int slots;

  Lanes(int slots) {
    this.slots = slots;
  }

  /** By the sender: its lane, or null. */
  @Nullable Lane find(long threadId) {
    // Plain, since a thread looks for what it has put in itself; what others put in is immutable as
    // far as it is looked at here.
    Lane first = lanes.getPlain((int) threadId & MASK);
    return first != null && first.isOf(threadId) ? first : findFurther(threadId);
  }

  private @Nullable Lane findFurther(long threadId) {
    for (int probe = 1; probe < PROBES; probe++) {
      Lane lane = lanes.getPlain((int) (threadId + probe) & MASK);
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
   * By the sender: a lane of its own, or null if its places are taken.
   *
   * @param opensAt see {@link Lane}
   */
  @Nullable Lane claim(Thread sender, long opensAt) {
    for (int probe = 0; probe < PROBES; probe++) {
      int place = (int) (sender.getId() + probe) & MASK;
      if (lanes.get(place) == null) {
        Lane lane = new Lane(sender, slots, opensAt);
        if (lanes.compareAndSet(place, null, lane)) {
          return lane;
        }
      }
    }
    return null;
  }

  /** By the owner: up to so many messages of each lane that is open. */
  int drain(Consumer<Object> settle, int mostOfEach, long settledInMailbox) {
    int count = 0;
    for (int place = 0; place < PLACES; place++) {
      Lane lane = lanes.getAcquire(place);
      if (lane != null && lane.isOpen(settledInMailbox)) {
        count += lane.drain(settle, mostOfEach);
      }
    }
    return count;
  }

  /** By the owner. */
  boolean areEmpty() {
    for (int place = 0; place < PLACES; place++) {
      Lane lane = lanes.get(place);
      if (lane != null && !lane.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** By the owner: forgets the lanes whose threads have ended. */
  void prune() {
    for (int place = 0; place < PLACES; place++) {
      Lane lane = lanes.get(place);
      if (lane != null && lane.isDone()) {
        lanes.set(place, null);
      }
    }
  }

  /** By anybody: those that wait for room look whether there is still hope. */
  void wakeSenders() {
    for (int place = 0; place < PLACES; place++) {
      Lane lane = lanes.get(place);
      if (lane != null) {
        lane.wakeSender();
      }
    }
  }

  /** How many there are. */
  int count() {
    int count = 0;
    for (int place = 0; place < PLACES; place++) {
      if (lanes.get(place) != null) {
        count++;
      }
    }
    return count;
  }
}
