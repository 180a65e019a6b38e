package org.counterpoint.sharing;

/**
 * How long one side of a conversation looks for the other's next word before it parks.
 *
 * <p>To be woken takes several microseconds, and more on a machine whose idle processors sleep: two
 * that each park after a shorter wait than that keep finding the other one asleep. So, after the
 * looks of {@link Spin}, each lets others run between two looks, a few dozen times, some 10 µs in
 * all where nobody wants to: the time that an answer takes, but no other thread's.
 */
final class Patience {

  private static final int YIELDS = 32;

  private Patience() {}

  /**
   * Lets a moment pass, unless it is time to park.
   *
   * @param looks how often in a row there was nothing to see
   * @return whether to look again
   */
  // To yield is what is done here instead of parking; it is right without, only slower.
  @SuppressWarnings("ThreadPriorityCheck")
  static boolean allows(int looks) {
    if (looks < Spin.LOOKS) {
      Thread.onSpinWait();
      return true;
    }
    if (looks < Spin.LOOKS + YIELDS) {
      Thread.yield();
      return true;
    }
    return false;
  }
}
