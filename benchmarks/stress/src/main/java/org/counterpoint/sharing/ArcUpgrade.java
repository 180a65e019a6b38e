package org.counterpoint.sharing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * One thread upgrades a weak handle while another closes the last strong one: what came of it, how
 * often the value was dropped, and what comes of an upgrade afterwards.
 */
@JCStressTest
@State
@Outcome(id = "1, 1, -1", expect = Expect.ACCEPTABLE, desc = "a handle to the living value")
@Outcome(id = "-1, 1, -1", expect = Expect.ACCEPTABLE, desc = "nothing")
@Outcome(id = "0, .*", expect = Expect.FORBIDDEN, desc = "a handle to a dropped value")
@Outcome(id = ".*, .*, [01]", expect = Expect.FORBIDDEN, desc = "brought back to life")
@Outcome(expect = Expect.FORBIDDEN, desc = "not dropped once")
public class ArcUpgrade extends Shared {

  private final Supplier<@Nullable Handle> weak = first.downgrade();

  @Actor
  public void one() {
    first.close();
  }

  @Actor
  public void other(III_Result r) {
    r.r1 = use(weak.get());
  }

  @Arbiter
  public void end(III_Result r) {
    r.r2 = payload.drops();
    r.r3 = use(weak.get());
  }
}
