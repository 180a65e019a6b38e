package org.counterpoint.experiment;

/**
 * A budget that doesn't hold the fewest forks that a verdict takes; the message has the numbers.
 */
final class BudgetTooSmall extends Exception {

  private static final long serialVersionUID = 1L;

  BudgetTooSmall(String message) {
    super(message);
  }
}
