package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJJ_Result;

/**
 * Two threads increment twice each, and each looks: the result is what the one saw, what the other
 * saw, and the value when both have finished. Whoever looks last sees all; twice, since a first
 * increment may do more than increment.
 */
@JCStressTest
@State
@Outcome(
    id = {"4, [234], 4", "[234], 4, 4"},
    expect = Expect.ACCEPTABLE,
    desc = "each sees its own, and nothing is lost")
@Outcome(
    id = "[23], [23], 4",
    expect = Expect.FORBIDDEN,
    desc = "neither sees all of the other: each began to look before the other had incremented")
@Outcome(id = ".*, .*, [123]", expect = Expect.FORBIDDEN, desc = "lost update")
@Outcome(expect = Expect.FORBIDDEN, desc = "a value that the contract rules out")
public class TwoIncrement extends Counting {

  @Actor
  public void one(JJJ_Result r) {
    increment();
    r.r1 = incrementAndLook();
  }

  @Actor
  public void other(JJJ_Result r) {
    increment();
    r.r2 = incrementAndLook();
  }

  @Arbiter
  public void end(JJJ_Result r) {
    r.r3 = end();
  }
}
