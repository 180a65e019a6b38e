package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Two threads take turns, three each. */
@Outcome(id = "6", expect = Expect.ACCEPTABLE, desc = "nothing is lost")
@Outcome(expect = Expect.FORBIDDEN, desc = "two were inside at once")
public final class MutexHandover {

  private MutexHandover() {}

  /** The lock as it is. */
  @JCStressTest
  @JCStressMeta(MutexHandover.class)
  @State
  public static class AsItIs extends Locked {
    public AsItIs() {
      super(new MutexLock());
    }

    @Actor
    public void one() {
      increment();
      increment();
      increment();
    }

    @Actor
    public void other() {
      increment();
      increment();
      increment();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = super.end();
    }
  }

  /** Parks at once, and hands over whenever it can. */
  @JCStressTest
  @JCStressMeta(MutexHandover.class)
  @State
  public static class HandsOver extends Locked {
    public HandsOver() {
      super(new MutexLock(0, -1));
    }

    @Actor
    public void one() {
      increment();
      increment();
      increment();
    }

    @Actor
    public void other() {
      increment();
      increment();
      increment();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = super.end();
    }
  }

  /** Must fail. */
  @JCStressTest
  @JCStressMeta(MutexHandover.class)
  @State
  public static class Broken extends Locked {
    public Broken() {
      super(new RacyLock());
    }

    @Actor
    public void one() {
      increment();
      increment();
      increment();
    }

    @Actor
    public void other() {
      increment();
      increment();
      increment();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = super.end();
    }
  }
}
