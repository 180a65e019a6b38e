package org.counterpoint.experiment;

import org.counterpoint.sharing.Strategy;

/** What a workload asks of a strategy, beyond counting. */
enum Demand {
  NOTHING("") {
    @Override
    boolean isMetBy(Strategy strategy) {
      return true;
    }
  },

  /** That its lock be held for longer than an increment. */
  LOCK("has no lock to hold") {
    @Override
    boolean isMetBy(Strategy strategy) {
      return Strategy.locks().contains(strategy);
    }
  },

  /** That two fields change together. */
  TALLY("cannot keep two fields in step") {
    @Override
    boolean isMetBy(Strategy strategy) {
      return Strategy.tallies().contains(strategy);
    }
  },

  /** That there can be many. */
  MANY("has a thread for each counter, so not many of them") {
    @Override
    boolean isMetBy(Strategy strategy) {
      return !strategy.ownsThread();
    }
  };

  private final String lack;

  Demand(String lack) {
    this.lack = lack;
  }

  abstract boolean isMetBy(Strategy strategy);

  /** What is wrong with a strategy that doesn't meet it; what a sentence says behind its name. */
  String lack() {
    return lack;
  }
}
