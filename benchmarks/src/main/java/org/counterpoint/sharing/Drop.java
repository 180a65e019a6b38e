package org.counterpoint.sharing;

/** What becomes of a value when its last handle goes. */
final class Drop {

  private Drop() {}

  /**
   * Closes the value if it can be closed.
   *
   * @throws IllegalStateException with the cause, if it throws a checked exception; unchecked ones
   *     go on as they are
   */
  static void value(Object value) {
    if (value instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        if (e instanceof InterruptedException) {
          Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("the value was dropped, but failed to close: " + e, e);
      }
    }
  }
}
