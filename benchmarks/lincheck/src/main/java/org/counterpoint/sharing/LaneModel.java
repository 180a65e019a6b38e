package org.counterpoint.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A sender and the owner at the two ends of a {@link Lane} that is too small: both wait for each
 * other, as {@link Channel} has them wait, and all messages arrive in order.
 */
public abstract class LaneModel {

  private static final int MESSAGES = 3;

  private static final Integer USUAL = 0;

  private final Lane lane = new Lane(Thread.currentThread(), 1, 0, USUAL);
  private volatile @Nullable Waiter owner;

  @Operation(runOnce = true, nonParallelGroup = "sender")
  public void send() {
    for (int number = 0; number < MESSAGES; number++) {
      // By turns the usual one, which stays in its place, and another, which doesn't.
      Integer message = number % 2;
      while (!lane.offer(message)) {
        lane.awaitRoomUnless(() -> false);
      }
      Waiter waiter = owner;
      // Who has not begun will look before it parks.
      if (waiter != null) {
        waiter.wake();
      }
    }
  }

  @Operation(runOnce = true, nonParallelGroup = "owner")
  public String receive() {
    Waiter me = new Waiter(Thread.currentThread());
    owner = me;
    List<Object> received = new ArrayList<>();
    while (received.size() < MESSAGES) {
      if (lane.drain(received::add, MESSAGES) == 0) {
        awaitMail(me);
      }
    }
    return received.toString();
  }

  abstract void awaitMail(Waiter me);

  final boolean isEmpty() {
    return lane.isEmpty();
  }

  public static final class Sound extends LaneModel {
    @Override
    void awaitMail(Waiter me) {
      me.announce();
      if (isEmpty()) {
        LockSupport.park(this);
      }
      me.awake();
    }
  }

  /** Broken on purpose. */
  public static final class LooksFirst extends LaneModel {
    @Override
    void awaitMail(Waiter me) {
      if (isEmpty()) {
        me.announce();
        LockSupport.park(this);
        me.awake();
      }
    }
  }

  /** What the operations must come to, in any order. */
  public static final class Expected {
    @Operation
    public void send() {}

    @Operation
    public String receive() {
      return "[0, 1, 0]";
    }
  }
}
