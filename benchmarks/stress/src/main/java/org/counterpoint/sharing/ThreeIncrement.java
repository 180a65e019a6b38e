package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.J_Result;

/** Three threads increment once each. Needs three cores: jcstress runs one actor a core. */
@Outcome(id = "3", expect = Expect.ACCEPTABLE, desc = "nothing is lost")
@Outcome(
    id = {"1", "2"},
    expect = Expect.FORBIDDEN,
    desc = "lost update")
@Outcome(expect = Expect.FORBIDDEN, desc = "a value that the contract rules out")
public final class ThreeIncrement {

  private ThreeIncrement() {}

  /** {@link Strategy#SYNCHRONIZED}. */
  @JCStressTest
  @JCStressMeta(ThreeIncrement.class)
  @State
  public static class Synchronized extends Counting {
    public Synchronized() {
      super(Strategy.SYNCHRONIZED);
    }

    @Actor
    public void one() {
      increment();
    }

    @Actor
    public void other() {
      increment();
    }

    @Actor
    public void third() {
      increment();
    }

    @Arbiter
    public void end(J_Result r) {
      r.r1 = end();
    }
  }

  /** {@link Strategy#REENTRANT_LOCK}. */
  @JCStressTest
  @JCStressMeta(ThreeIncrement.class)
  @State
  public static class ReentrantLock extends Counting {
    public ReentrantLock() {
      super(Strategy.REENTRANT_LOCK);
    }

    @Actor
    public void one() {
      increment();
    }

    @Actor
    public void other() {
      increment();
    }

    @Actor
    public void third() {
      increment();
    }

    @Arbiter
    public void end(J_Result r) {
      r.r1 = end();
    }
  }

  /** {@link Strategy#MUTEX}. */
  @JCStressTest
  @JCStressMeta(ThreeIncrement.class)
  @State
  public static class MutexStrategy extends Counting {
    public MutexStrategy() {
      super(Strategy.MUTEX);
    }

    @Actor
    public void one() {
      increment();
    }

    @Actor
    public void other() {
      increment();
    }

    @Actor
    public void third() {
      increment();
    }

    @Arbiter
    public void end(J_Result r) {
      r.r1 = end();
    }
  }

  /** {@link Strategy#ATOMIC_INTEGER}. */
  @JCStressTest
  @JCStressMeta(ThreeIncrement.class)
  @State
  public static class AtomicInteger extends Counting {
    public AtomicInteger() {
      super(Strategy.ATOMIC_INTEGER);
    }

    @Actor
    public void one() {
      increment();
    }

    @Actor
    public void other() {
      increment();
    }

    @Actor
    public void third() {
      increment();
    }

    @Arbiter
    public void end(J_Result r) {
      r.r1 = end();
    }
  }

  /** {@link Strategy#LONG_ADDER}. */
  @JCStressTest
  @JCStressMeta(ThreeIncrement.class)
  @State
  public static class LongAdder extends Counting {
    public LongAdder() {
      super(Strategy.LONG_ADDER);
    }

    @Actor
    public void one() {
      increment();
    }

    @Actor
    public void other() {
      increment();
    }

    @Actor
    public void third() {
      increment();
    }

    @Arbiter
    public void end(J_Result r) {
      r.r1 = end();
    }
  }

  /** {@link Strategy#MESSAGE_PASSING}. */
  @JCStressTest
  @JCStressMeta(ThreeIncrement.class)
  @State
  public static class MessagePassing extends Counting {
    public MessagePassing() {
      super(Strategy.MESSAGE_PASSING);
    }

    @Actor
    public void one() {
      increment();
    }

    @Actor
    public void other() {
      increment();
    }

    @Actor
    public void third() {
      increment();
    }

    @Arbiter
    public void end(J_Result r) {
      r.r1 = end();
    }
  }

  /** Must fail. */
  @JCStressTest
  @JCStressMeta(ThreeIncrement.class)
  @State
  public static class Broken extends Counting {
    public Broken() {
      super("RACY", new RacyCounter());
    }

    @Actor
    public void one() {
      increment();
    }

    @Actor
    public void other() {
      increment();
    }

    @Actor
    public void third() {
      increment();
    }

    @Arbiter
    public void end(J_Result r) {
      r.r1 = end();
    }
  }
}
