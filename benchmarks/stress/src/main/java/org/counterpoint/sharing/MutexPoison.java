package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;

/** One thread fails and poisons the mutex; the other sees the old value or the poison. */
@JCStressTest
@State
@Outcome(id = "0, false", expect = Expect.ACCEPTABLE, desc = "came first")
@Outcome(id = "-2, false", expect = Expect.ACCEPTABLE, desc = "came second and is refused")
@Outcome(
    id = "1, .*",
    expect = Expect.FORBIDDEN,
    desc = "sees the half-changed value without the poison")
@Outcome(expect = Expect.FORBIDDEN, desc = "two were inside at once")
public class MutexPoison extends Locked {

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
