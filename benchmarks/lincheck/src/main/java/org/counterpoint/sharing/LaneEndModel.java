package org.counterpoint.sharing;

import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/**
 * A sender and the owner of a {@link Lane} that ends while the sender sends, as {@link Channel} has
 * them agree: what the sender takes for accepted is what the owner takes out.
 */
public abstract class LaneEndModel {

  private static final int MESSAGES = 2;
  private static final Integer USUAL = 0;

  private final Lane lane = new Lane(Thread.currentThread(), 2, 0, USUAL);
  private final List<Object> accepted = new ArrayList<>();
  private final List<Object> received = new ArrayList<>();
  private volatile boolean closing;

  @Operation(runOnce = true, nonParallelGroup = "sender")
  public void send() {
    for (int message = 0; message < MESSAGES && !closing; message++) {
      lane.offer(message);
      if (closing) {
        lane.end();
        if (!lane.lastIsTaken()) {
          return;
        }
      }
      accepted.add(message);
    }
  }

  @Operation(runOnce = true, nonParallelGroup = "owner")
  public void receiveAndClose() {
    lane.drain(received::add, 1);
    closing = true;
    end(lane, received);
  }

  @Validate
  public void agree() {
    if (!accepted.equals(received)) {
      throw new IllegalStateException("accepted " + accepted + ", received " + received);
    }
  }

  abstract void end(Lane ending, List<Object> rest);

  public static final class Sound extends LaneEndModel {
    @Override
    void end(Lane ending, List<Object> rest) {
      ending.end();
      ending.finish(rest::add);
    }
  }

  /** Broken on purpose: takes what is there, and leaves it to the sender to fix the end. */
  public static final class TakesWhatIsThere extends LaneEndModel {
    @Override
    void end(Lane ending, List<Object> rest) {
      ending.drain(rest::add, MESSAGES);
    }
  }
}
