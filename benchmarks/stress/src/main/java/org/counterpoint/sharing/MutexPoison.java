package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;

/** One thread fails and poisons the mutex; the other sees the old value or the poison. */
@Outcome(id = "0, false", expect = Expect.ACCEPTABLE, desc = "came first")
@Outcome(id = "-2, false", expect = Expect.ACCEPTABLE, desc = "came second and is refused")
@Outcome(
    id = "1, .*",
    expect = Expect.FORBIDDEN,
    desc = "sees the half-changed value without the poison")
@Outcome(expect = Expect.FORBIDDEN, desc = "two were inside at once")
public final class MutexPoison {

  private MutexPoison() {}

  /** The lock as it is. */
  @JCStressTest
  @JCStressMeta(MutexPoison.class)
  @State
  public static class AsItIs extends Locked {
    public AsItIs() {
      super(new MutexLock());
    }

    @Actor
    public void one() {
      fail();
    }

    @Actor
    public void other(IZ_Result r) {
      r.r1 = look();
    }

    @Arbiter
    public void end(IZ_Result r) {
      r.r2 = wasRobbed();
    }
  }

  /** Parks at once, and hands over whenever it can. */
  @JCStressTest
  @JCStressMeta(MutexPoison.class)
  @State
  public static class HandsOver extends Locked {
    public HandsOver() {
      super(new MutexLock(0, -1));
    }

    @Actor
    public void one() {
      fail();
    }

    @Actor
    public void other(IZ_Result r) {
      r.r1 = look();
    }

    @Arbiter
    public void end(IZ_Result r) {
      r.r2 = wasRobbed();
    }
  }

  /** Must fail. */
  @JCStressTest
  @JCStressMeta(MutexPoison.class)
  @State
  public static class Broken extends Locked {
    public Broken() {
      super(new RacyLock());
    }

    @Actor
    public void one() {
      fail();
    }

    @Actor
    public void other(IZ_Result r) {
      r.r1 = look();
    }

    @Arbiter
    public void end(IZ_Result r) {
      r.r2 = wasRobbed();
    }
  }
}
