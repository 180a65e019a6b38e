package org.counterpoint.bench;

/** Whether the handles of a trial were all given back. */
final class HandleCheck {

  private HandleCheck() {}

  /**
   * @throws IllegalStateException unless the first handle is the only one
   */
  static void onlyOneLeft(long handles) {
    if (handles != 1) {
      throw new IllegalStateException(
          "at the end of the trial " + handles + " handles are counted, where one is open");
    }
  }
}
