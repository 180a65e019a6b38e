package org.counterpoint.sharing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * Answers to one thread, the one that made this, which asks for one at a time and waits for it.
 *
 * <p>Answers are counted, so that one that was given need not be taken back before the next
 * question: the asker writes nothing here unless it parks. Thus the cache line travels once for an
 * answer, from the one who gives it to the asker.
 */
final class Reply {

  private static final VarHandle GIVEN = Fields.handle(MethodHandles.lookup(), "given", long.class);

  private static final long REFUSED = -1;

  private final Waiter asker = new Waiter(Thread.currentThread());

  // Written before the count, read after it.
  private long answer;
  private volatile long given;

  /** By the asker, before it asks: what {@link #await} is to be told. */
  long given() {
    return given;
  }

  /** By one other thread at a time. */
  void give(long value) {
    answer = value;
    GIVEN.setVolatile(this, (long) GIVEN.get(this) + 1);
    asker.wake();
  }

  /** There will be no answer, to this question or any other. */
  void refuse() {
    given = REFUSED;
    asker.wake();
  }

  /**
   * By the asker: waits for the answer. An interrupt doesn't end the wait; it is kept.
   *
   * @param before how many were given before it asked
   * @throws IllegalStateException if it was refused
   */
  long await(long before) {
    int looks = 0;
    while (given == before && Patience.allows(looks)) {
      looks++;
    }
    if (given == before) {
      park(before);
    }
    if (given == REFUSED) {
      throw new IllegalStateException("the counter's owner failed before it could answer");
    }
    return answer;
  }

  private void park(long before) {
    boolean interrupted = false;
    while (given == before) {
      asker.announce();
      if (given == before) {
        LockSupport.park(this);
      }
      asker.awake();
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
