package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJJ_Result;

/**
 * Two threads increment once each, and each looks: the result is what the one saw, what the other
 * saw, and the value when both have finished. One class a strategy, since jcstress's tests are
 * classes.
 */
@Outcome(
    id = {"1, 2, 2", "2, 1, 2", "2, 2, 2"},
    expect = Expect.ACCEPTABLE,
    desc = "each sees its own, and nothing is lost")
@Outcome(
    id = "1, 1, 2",
    expect = Expect.FORBIDDEN,
    desc = "neither sees the other: each began to look before the other had incremented")
@Outcome(id = ".*, .*, 1", expect = Expect.FORBIDDEN, desc = "lost update")
@Outcome(expect = Expect.FORBIDDEN, desc = "a value that the contract rules out")
public final class TwoIncrement {

  private TwoIncrement() {}

  /** {@link Strategy#SYNCHRONIZED}. */
  @JCStressTest
  @JCStressMeta(TwoIncrement.class)
  @State
  public static class Synchronized extends Counting {
    public Synchronized() {
      super(Strategy.SYNCHRONIZED);
    }

    @Actor
    public void one(JJJ_Result r) {
      r.r1 = incrementAndLook();
    }

    @Actor
    public void other(JJJ_Result r) {
      r.r2 = incrementAndLook();
    }

    @Arbiter
    public void end(JJJ_Result r) {
      r.r3 = end();
    }
  }

  /** {@link Strategy#REENTRANT_LOCK}. */
  @JCStressTest
  @JCStressMeta(TwoIncrement.class)
  @State
  public static class ReentrantLock extends Counting {
    public ReentrantLock() {
      super(Strategy.REENTRANT_LOCK);
    }

    @Actor
    public void one(JJJ_Result r) {
      r.r1 = incrementAndLook();
    }

    @Actor
    public void other(JJJ_Result r) {
      r.r2 = incrementAndLook();
    }

    @Arbiter
    public void end(JJJ_Result r) {
      r.r3 = end();
    }
  }

  /** {@link Strategy#MUTEX}. */
  @JCStressTest
  @JCStressMeta(TwoIncrement.class)
  @State
  public static class MutexStrategy extends Counting {
    public MutexStrategy() {
      super(Strategy.MUTEX);
    }

    @Actor
    public void one(JJJ_Result r) {
      r.r1 = incrementAndLook();
    }

    @Actor
    public void other(JJJ_Result r) {
      r.r2 = incrementAndLook();
    }

    @Arbiter
    public void end(JJJ_Result r) {
      r.r3 = end();
    }
  }

  /** {@link Strategy#ATOMIC_INTEGER}. */
  @JCStressTest
  @JCStressMeta(TwoIncrement.class)
  @State
  public static class AtomicInteger extends Counting {
    public AtomicInteger() {
      super(Strategy.ATOMIC_INTEGER);
    }

    @Actor
    public void one(JJJ_Result r) {
      r.r1 = incrementAndLook();
    }

    @Actor
    public void other(JJJ_Result r) {
      r.r2 = incrementAndLook();
    }

    @Arbiter
    public void end(JJJ_Result r) {
      r.r3 = end();
    }
  }

  /** {@link Strategy#LONG_ADDER}. */
  @JCStressTest
  @JCStressMeta(TwoIncrement.class)
  @State
  public static class LongAdder extends Counting {
    public LongAdder() {
      super(Strategy.LONG_ADDER);
    }

    @Actor
    public void one(JJJ_Result r) {
      r.r1 = incrementAndLook();
    }

    @Actor
    public void other(JJJ_Result r) {
      r.r2 = incrementAndLook();
    }

    @Arbiter
    public void end(JJJ_Result r) {
      r.r3 = end();
    }
  }

  /** {@link Strategy#MESSAGE_PASSING}. */
  @JCStressTest
  @JCStressMeta(TwoIncrement.class)
  @State
  public static class MessagePassing extends Counting {
    public MessagePassing() {
      super(Strategy.MESSAGE_PASSING);
    }

    @Actor
    public void one(JJJ_Result r) {
      r.r1 = incrementAndLook();
    }

    @Actor
    public void other(JJJ_Result r) {
      r.r2 = incrementAndLook();
    }

    @Arbiter
    public void end(JJJ_Result r) {
      r.r3 = end();
    }
  }

  /** Must fail. */
  @JCStressTest
  @JCStressMeta(TwoIncrement.class)
  @State
  public static class Broken extends Counting {
    public Broken() {
      super("RACY", new RacyCounter());
    }

    @Actor
    public void one(JJJ_Result r) {
      r.r1 = incrementAndLook();
    }

    @Actor
    public void other(JJJ_Result r) {
      r.r2 = incrementAndLook();
    }

    @Arbiter
    public void end(JJJ_Result r) {
      r.r3 = end();
    }
  }
}
