package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** One thread adds one; the other does, unless it has waited for 1 µs in vain. */
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "both got it")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "the other gave up")
@Outcome(expect = Expect.FORBIDDEN, desc = "two were inside at once")
public final class MutexTimed {

  private MutexTimed() {}

  /** The lock as it is. */
  @JCStressTest
  @JCStressMeta(MutexTimed.class)
  @State
  public static class AsItIs extends Locked {
    public AsItIs() {
      super(new MutexLock());
    }

    @Actor
    public void one() {
      increment();
    }

    @Actor
    public void other(II_Result r) {
      r.r1 = incrementWithinMicrosecond();
    }

    @Arbiter
    public void end(II_Result r) {
      r.r2 = super.end();
    }
  }

  /** Parks at once, and hands over whenever it can. */
  @JCStressTest
  @JCStressMeta(MutexTimed.class)
  @State
  public static class HandsOver extends Locked {
    public HandsOver() {
      super(new MutexLock(0, -1));
    }

    @Actor
    public void one() {
      increment();
    }

    @Actor
    public void other(II_Result r) {
      r.r1 = incrementWithinMicrosecond();
    }

    @Arbiter
    public void end(II_Result r) {
      r.r2 = super.end();
    }
  }

  /** Must fail. */
  @JCStressTest
  @JCStressMeta(MutexTimed.class)
  @State
  public static class Broken extends Locked {
    public Broken() {
      super(new RacyLock());
    }

    @Actor
    public void one() {
      increment();
    }

    @Actor
    public void other(II_Result r) {
      r.r1 = incrementWithinMicrosecond();
    }

    @Arbiter
    public void end(II_Result r) {
      r.r2 = super.end();
    }
  }
}
