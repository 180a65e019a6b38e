package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Two threads add one each under the lock, by a guard and by the scoped form. */
@JCStressTest
@State
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "nothing is lost")
@Outcome(id = "1", expect = Expect.FORBIDDEN, desc = "lost update")
@Outcome(expect = Expect.FORBIDDEN, desc = "two were inside at once")
public class MutexIncrement extends Locked {

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
