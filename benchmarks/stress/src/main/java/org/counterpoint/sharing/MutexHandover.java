package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Two threads take turns, three each. */
@JCStressTest
@State
@Outcome(id = "6", expect = Expect.ACCEPTABLE, desc = "nothing is lost")
@Outcome(expect = Expect.FORBIDDEN, desc = "two were inside at once")
public class MutexHandover extends Locked {

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
