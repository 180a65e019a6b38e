package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Two threads add one each under the lock, by a guard and by the scoped form. */
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "nothing is lost")
@Outcome(id = "1", expect = Expect.FORBIDDEN, desc = "lost update")
@Outcome(expect = Expect.FORBIDDEN, desc = "two were inside at once")
public final class MutexIncrement {

  private MutexIncrement() {}

  /** The lock as it is. */
  @JCStressTest
  @JCStressMeta(MutexIncrement.class)
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
    public void other() {
      incrementScoped();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = super.end();
    }
  }

  /** Parks at once, and hands over whenever it can. */
  @JCStressTest
  @JCStressMeta(MutexIncrement.class)
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
    public void other() {
      incrementScoped();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = super.end();
    }
  }

  /** Must fail. */
  @JCStressTest
  @JCStressMeta(MutexIncrement.class)
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
    public void other() {
      incrementScoped();
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = super.end();
    }
  }
}
