package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;

/** What one thread wrote under the lock, in the mutex and beside it, the next holder sees. */
@JCStressTest
@State
@Outcome(id = "0, false", expect = Expect.ACCEPTABLE, desc = "came first")
@Outcome(id = "11, false", expect = Expect.ACCEPTABLE, desc = "came second and sees all")
@Outcome(
    id = {"1, .*", "10, .*"},
    expect = Expect.FORBIDDEN,
    desc = "sees half: unlock does not order what precedes it")
@Outcome(expect = Expect.FORBIDDEN, desc = "two were inside at once")
public class MutexMessage extends Locked {

  @Actor
  public void one() {
    tell();
  }

  @Actor
  public void other(IZ_Result r) {
    r.r1 = hear();
  }

  @Arbiter
  public void end(IZ_Result r) {
    r.r2 = wasRobbed();
  }
}
