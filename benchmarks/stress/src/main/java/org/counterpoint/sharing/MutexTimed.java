package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** One thread adds one; the other does, unless it has waited for 1 µs in vain. */
@JCStressTest
@State
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "both got it")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "the other gave up")
@Outcome(expect = Expect.FORBIDDEN, desc = "two were inside at once")
public class MutexTimed extends Locked {

  @Actor
  public void one() {
    incrementSlowly();
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
