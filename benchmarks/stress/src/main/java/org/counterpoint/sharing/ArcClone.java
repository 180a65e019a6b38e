package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * One thread clones the last handle while another closes it: what came of the clone, and how often
 * the value was dropped.
 */
@JCStressTest
@State
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "a clone to the living value")
@Outcome(id = "-1, 1", expect = Expect.ACCEPTABLE, desc = "refused")
@Outcome(id = "0, .*", expect = Expect.FORBIDDEN, desc = "a clone to a dropped value")
@Outcome(expect = Expect.FORBIDDEN, desc = "not dropped once")
public class ArcClone extends Shared {

  @Actor
  public void one() {
    first.close();
  }

  @Actor
  public void other(II_Result r) {
    r.r1 = cloneAndUse();
  }

  @Arbiter
  public void end(II_Result r) {
    r.r2 = payload.drops();
  }
}
