package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Two threads add one each, and whoever is first watches the other: whether the one, or the other,
 * saw its fellow left behind, parked at a free lock, and the count.
 */
@JCStressTest
@State
@Outcome(id = "0, 0, 2", expect = Expect.ACCEPTABLE, desc = "nobody is left behind")
@Outcome(
    id = {"2, 0, 2", "0, 2, 2"},
    expect = Expect.ACCEPTABLE_INTERESTING,
    desc = "missed by an unlock that may miss, and woken by its own time limit")
@Outcome(
    id = {"1, .*", "0, 1, .*"},
    expect = Expect.FORBIDDEN,
    desc = "the unlock missed who was about to park")
@Outcome(expect = Expect.FORBIDDEN, desc = "two were inside at once")
public class MutexWakeUp extends Locked {

  private final Part first = new Part();
  private final Part second = new Part();

  @Actor
  public void one(III_Result r) {
    r.r1 = incrementAndWatch(first, second);
  }

  @Actor
  public void other(III_Result r) {
    r.r2 = incrementAndWatch(second, first);
  }

  @Arbiter
  public void end(III_Result r) {
    r.r3 = super.end();
  }
}
