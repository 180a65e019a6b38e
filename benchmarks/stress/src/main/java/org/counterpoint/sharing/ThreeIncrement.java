package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.J_Result;

/** Three threads increment once each. */
@JCStressTest
@State
@Outcome(id = "3", expect = Expect.ACCEPTABLE, desc = "nothing is lost")
@Outcome(
    id = {"1", "2"},
    expect = Expect.FORBIDDEN,
    desc = "lost update")
@Outcome(expect = Expect.FORBIDDEN, desc = "a value that the contract rules out")
public class ThreeIncrement extends Counting {

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
  public void end(J_Result r) {
    r.r1 = end();
  }
}
