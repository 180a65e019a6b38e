package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two threads add one; a third does, unless it has waited for 1 µs in vain and left the queue. */
@JCStressTest
@State
@Outcome(id = "1, 3", expect = Expect.ACCEPTABLE, desc = "all got it")
@Outcome(id = "0, 2", expect = Expect.ACCEPTABLE, desc = "the third gave up")
@Outcome(expect = Expect.FORBIDDEN, desc = "two were inside at once")
public class MutexThreeTimed extends Locked {

  @Actor
  public void one() {
    incrementSlowly();
  }

  @Actor
  public void other() {
    incrementSlowly();
  }

  @Actor
  public void third(II_Result r) {
    r.r1 = incrementWithinMicrosecond();
  }

  @Arbiter
  public void end(II_Result r) {
    r.r2 = super.end();
  }
}
