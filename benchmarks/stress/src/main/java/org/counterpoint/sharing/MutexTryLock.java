package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Two threads add one each if the lock is free: who got it, and the count. */
@JCStressTest
@State
@Outcome(
    id = {"1, 1, 2"},
    expect = Expect.ACCEPTABLE,
    desc = "one after the other")
@Outcome(
    id = {"1, 0, 1", "0, 1, 1"},
    expect = Expect.ACCEPTABLE,
    desc = "one found it held")
@Outcome(id = "0, 0, 0", expect = Expect.FORBIDDEN, desc = "both found it held, by nobody")
@Outcome(expect = Expect.FORBIDDEN, desc = "two were inside at once")
public class MutexTryLock extends Locked {

  @Actor
  public void one(III_Result r) {
    r.r1 = tryIncrement();
  }

  @Actor
  public void other(III_Result r) {
    r.r2 = tryIncrement();
  }

  @Arbiter
  public void end(III_Result r) {
    r.r3 = super.end();
  }
}
