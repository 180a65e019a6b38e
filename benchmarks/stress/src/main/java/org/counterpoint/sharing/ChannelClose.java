package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * One thread sends while the other closes: whether the send was accepted, what had been applied
 * when close() returned, and what has been in the end.
 */
@JCStressTest
@State
@Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "accepted, and applied before the end")
@Outcome(id = "0, 0, 0", expect = Expect.ACCEPTABLE, desc = "refused, and never applied")
@Outcome(id = "1, 0, .*", expect = Expect.FORBIDDEN, desc = "accepted, and not applied by the end")
@Outcome(id = "0, .*, 1", expect = Expect.FORBIDDEN, desc = "refused, and applied all the same")
@Outcome(expect = Expect.FORBIDDEN, desc = "neither all nor nothing")
public class ChannelClose {

  // Written by the owner, which has ended when close() returns.
  private int applied;

  private final Channel<Integer> channel = ChannelKind.channel(2, message -> applied += message);

  /** Sends one message; 1 if it was accepted. */
  @Actor
  public void send(III_Result r) {
    try {
      channel.send(1);
      r.r1 = 1;
    } catch (IllegalStateException e) {
      r.r1 = 0;
    }
  }

  /** Closes, and counts what was applied. */
  @Actor
  public void close(III_Result r) {
    channel.close();
    r.r2 = applied;
  }

  /** Counts again. */
  @Arbiter
  public void end(III_Result r) {
    r.r3 = applied;
  }
}
