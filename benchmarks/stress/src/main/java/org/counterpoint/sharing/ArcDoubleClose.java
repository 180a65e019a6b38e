package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * Two threads close the same handle, and there is another: which close was accepted, and how often
 * the value was dropped before the other handle was closed, and after.
 */
@JCStressTest
@State
@Outcome(
    id = {"1, 0, 0, 1", "0, 1, 0, 1"},
    expect = Expect.ACCEPTABLE,
    desc = "one is refused")
@Outcome(id = "1, 1, .*", expect = Expect.FORBIDDEN, desc = "both are accepted")
@Outcome(expect = Expect.FORBIDDEN, desc = "the other handle was closed with it, or none")
public class ArcDoubleClose extends Shared {

  private final Handle second = first.cloneHandle();

  @Actor
  public void one(IIII_Result r) {
    r.r1 = close(first);
  }

  @Actor
  public void other(IIII_Result r) {
    r.r2 = close(first);
  }

  @Arbiter
  public void end(IIII_Result r) {
    r.r3 = payload.drops();
    second.close();
    r.r4 = payload.drops();
  }
}
