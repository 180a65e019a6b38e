package org.counterpoint.sharing;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Both numbers in one immutable object, and a compare-and-set of the reference to it: what atomics
 * can do about two fields, at the price of an object for each addition.
 */
final class CasTally implements SharedTally {

  private final AtomicReference<Totals> current = new AtomicReference<>(Totals.NONE);

  @Override
  public void add(long amount) {
    Totals seen;
    do {
      seen = totals();
    } while (!current.weakCompareAndSetVolatile(seen, seen.with(amount)));
  }

  @Override
  public Totals totals() {
    return Objects.requireNonNull(current.get());
  }
}
