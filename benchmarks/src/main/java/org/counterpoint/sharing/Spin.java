package org.counterpoint.sharing;

/** How long a thread looks again before it parks. */
final class Spin {

  /**
   * About 1 µs: less than the two context switches that it may save. 0 where nobody else could run
   * meanwhile.
   */
  static final int LOOKS = Runtime.getRuntime().availableProcessors() > 1 ? 64 : 0;

  private Spin() {}
}
