package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * One thread closes its guard twice while the other is inside: refused, and releases nobody else.
 */
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "the second close is refused")
@Outcome(id = "0, .*", expect = Expect.FORBIDDEN, desc = "the second close is taken")
@Outcome(
    expect = Expect.FORBIDDEN,
    desc = "the second close released the other, or an update was lost")
public final class MutexDoubleClose {

  private MutexDoubleClose() {}

  /** The lock as it is. */
  @JCStressTest
  @JCStressMeta(MutexDoubleClose.class)
  @State
  public static class AsItIs extends Locked {
    public AsItIs() {
      super(new MutexLock());
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = incrementAndReleaseTwice();
    }

    @Actor
    public void other() {
      increment();
    }

    @Arbiter
    public void end(II_Result r) {
      r.r2 = super.end();
    }
  }

  /** Parks at once, and hands over whenever it can. */
  @JCStressTest
  @JCStressMeta(MutexDoubleClose.class)
  @State
  public static class HandsOver extends Locked {
    public HandsOver() {
      super(new MutexLock(0, -1));
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = incrementAndReleaseTwice();
    }

    @Actor
    public void other() {
      increment();
    }

    @Arbiter
    public void end(II_Result r) {
      r.r2 = super.end();
    }
  }

  /** Must fail. */
  @JCStressTest
  @JCStressMeta(MutexDoubleClose.class)
  @State
  public static class Broken extends Locked {
    public Broken() {
      super(new RacyLock());
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = incrementAndReleaseTwice();
    }

    @Actor
    public void other() {
      increment();
    }

    @Arbiter
    public void end(II_Result r) {
      r.r2 = super.end();
    }
  }
}
