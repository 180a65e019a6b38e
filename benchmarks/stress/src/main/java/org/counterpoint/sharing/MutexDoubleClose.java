package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * One thread closes its guard twice while the other is inside: refused, and releases nobody else.
 */
@JCStressTest
@State
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "the second close is refused")
@Outcome(id = "0, .*", expect = Expect.FORBIDDEN, desc = "the second close is taken")
@Outcome(
    expect = Expect.FORBIDDEN,
    desc = "the second close released the other, or an update was lost")
public class MutexDoubleClose extends Locked {

  @Actor
  public void one(II_Result r) {
    r.r1 = incrementAndReleaseTwice();
  }

  @Actor
  public void other() {
    increment();
  }

  @Arbiter
  public void end(II_Result r) {
    r.r2 = super.end();
  }
}
