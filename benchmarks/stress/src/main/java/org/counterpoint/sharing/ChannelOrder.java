package org.counterpoint.sharing;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Two threads send two messages each into a mailbox that holds two: the order in which they were
 * applied, as decimal digits. 1 and 2 are the one's, 3 and 4 the other's.
 */
@JCStressTest
@State
@Outcome(
    id = {"1234", "1324", "1342", "3124", "3142", "3412"},
    expect = Expect.ACCEPTABLE,
    desc = "nothing is lost, and each sender's order is kept")
@Outcome(expect = Expect.FORBIDDEN, desc = "lost, twice or out of order")
public class ChannelOrder {

  // Written by the owner, which has ended when close() returns.
  private int applied;

  private final Channel<Integer> channel =
      ChannelKind.channel(2, message -> applied = 10 * applied + message);

  /** Sends 1 and 2. */
  @Actor
  public void one() {
    channel.send(1);
    channel.send(2);
  }

  /** Sends 3 and 4. */
  @Actor
  public void other() {
    channel.send(3);
    channel.send(4);
  }

  /** Has all applied. */
  @Arbiter
  public void end(I_Result r) {
    channel.close();
    r.r1 = applied;
  }
}
