package org.counterpoint.sharing;

import java.util.function.Supplier;

/** The state under a counter's tests: a new counter for each try. */
abstract class Counting {

  /** The name, among the strategies', of the counter that is broken on purpose. */
  static final String RACY = "RACY";

  private static final Supplier<SharedCounter> SUBJECT = named(Subject.name(Strategy.MUTEX));

  private final SharedCounter counter = SUBJECT.get();

  private static Supplier<SharedCounter> named(String name) {
    return name.equals(RACY) ? RacyCounter::new : Strategy.valueOf(name)::create;
  }

  final void increment() {
    counter.increment();
  }

  /** What a thread sees right after an increment of its own. */
  final long incrementAndLook() {
    counter.increment();
    return counter.value();
  }

  /** The value when all writers have finished; ends what the counter owns. */
  final long end() {
    counter.close();
    return counter.value();
  }
}
