package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Three threads add one each. */
@JCStressTest
@State
@Outcome(id = "3", expect = Expect.ACCEPTABLE, desc = "nothing is lost")
@Outcome(expect = Expect.FORBIDDEN, desc = "two were inside at once")
public class MutexThree extends Locked {

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
  public void end(I_Result r) {
    r.r1 = super.end();
  }
}
