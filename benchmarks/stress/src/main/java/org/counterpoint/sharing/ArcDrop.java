package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Two threads close the last two handles: how often the value was dropped, and what could be seen
 * of their work at that time.
 */
@JCStressTest
@State
@Outcome(id = "1, 11", expect = Expect.ACCEPTABLE, desc = "once, after all work on it")
@Outcome(id = "0, .*", expect = Expect.FORBIDDEN, desc = "never")
@Outcome(
    id = {"1, 0", "1, 1", "1, 10"},
    expect = Expect.FORBIDDEN,
    desc = "before the work of the other could be seen")
@Outcome(expect = Expect.FORBIDDEN, desc = "more than once")
public class ArcDrop extends Shared {

  private final Handle second = first.cloneHandle();

  @Actor
  public void one() {
    payload.byOne = 1;
    first.close();
  }

  @Actor
  public void other() {
    payload.byOther = 1;
    second.close();
  }

  @Arbiter
  public void end(II_Result r) {
    r.r1 = payload.drops();
    r.r2 = payload.seenWhenDropped();
  }
}
