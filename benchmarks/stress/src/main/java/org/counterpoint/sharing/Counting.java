package org.counterpoint.sharing;

/** The state under a counter's tests: a new counter for each try. */
abstract class Counting {

  private final String name;
  private final SharedCounter counter;

  Counting(Strategy strategy) {
    this(strategy.name(), strategy.create());
  }

  Counting(String name, SharedCounter counter) {
    this.name = name;
    this.counter = counter;
  }

  /** The strategy's, so that the list of tests can be compared with the registry. */
  final String name() {
    return name;
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
