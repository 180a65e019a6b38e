package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * Two threads send so often that each gets a lane, and go on when it is full: whether the one, and
 * the other, saw lanes, how many messages were applied, and whether in each sender's order.
 */
@JCStressTest
@State
@Outcome(
    id = "1, 1, 140, 1",
    expect = Expect.ACCEPTABLE,
    desc = "nothing is lost, and each sender's order is kept")
@Outcome(
    id = {"0, .*", "1, 0, .*"},
    expect = Expect.FORBIDDEN,
    desc = "no lane: the test isn't one")
@Outcome(expect = Expect.FORBIDDEN, desc = "lost, twice or out of order")
public class ChannelLanes {

  private static final int CAPACITY = 4;
  private static final int FILLER = 0;

  // The first by the mailbox, as the last before the lane is got; the others fill the lane.
  private static final int COUNTED = 7;
  private static final int OTHERS = 10;

  // Written by the owner, which has ended when close() returns.
  private int applied;
  private int lastOfOne;
  private int lastOfOther = OTHERS;
  private boolean orderly = true;

  private final Channel<Integer> channel = ChannelKind.channel(CAPACITY, this::apply);

  private void apply(int message) {
    applied++;
    if (message > OTHERS) {
      orderly &= message == ++lastOfOther;
    } else if (message != FILLER) {
      orderly &= message == ++lastOfOne;
    }
  }

  private int sendAll(int before) {
    for (int sent = 1; sent < Lanes.TRIAL; sent++) {
      channel.send(FILLER);
    }
    for (int message = 1; message <= COUNTED; message++) {
      channel.send(before + message);
    }
    return channel.lanes() > 0 ? 1 : 0;
  }

  /** Sends 1 to 7. */
  @Actor
  public void one(IIII_Result r) {
    r.r1 = sendAll(0);
  }

  /** Sends 11 to 17. */
  @Actor
  public void other(IIII_Result r) {
    r.r2 = sendAll(OTHERS);
  }

  /** Has all applied. */
  @Arbiter
  public void end(IIII_Result r) {
    channel.close();
    r.r3 = applied;
    r.r4 = orderly ? 1 : 0;
  }
}
