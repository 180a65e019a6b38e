package org.counterpoint.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A channel, its owner, and two senders, one of which closes it while the other sends: what was
 * accepted is applied when it is closed, once and in its sender's order, and nothing else is.
 */
public abstract class ChannelModel {

  private static final int CAPACITY = 2;
  // All fields, since Lincheck doesn't follow what lambdas hold, and takes what only they hold for
  // one thread's own.
  private final List<Integer> applied = new ArrayList<>();
  private final List<Integer> mine = new ArrayList<>();
  private final List<Integer> others = new ArrayList<>();
  private @Nullable Channel<Integer> channel;

  private final int numberOfMine;
  private final int numberOfOthers;

  ChannelModel(int numberOfMine, int numberOfOthers) {
    this.numberOfMine = numberOfMine;
    this.numberOfOthers = numberOfOthers;
  }

  /** True, whatever the order. */
  @Operation
  public boolean sendAndClose() throws InterruptedException {
    channel = new Channel<>("owner", mailbox(CAPACITY), applied::add, message -> {});
    Thread other = new Thread(() -> send(100, numberOfOthers, others));
    other.start();
    send(0, numberOfMine, mine);
    channel.close();
    List<Integer> whenClosed = List.copyOf(applied);
    other.join();
    return mine.size() == numberOfMine
        && whenClosed.equals(applied)
        && applied.stream().filter(message -> message < 100).toList().equals(mine)
        && applied.stream().filter(message -> message >= 100).toList().equals(others);
  }

  MpscAtomicArrayQueue<Object> mailbox(int capacity) {
    return new MpscAtomicArrayQueue<>(capacity);
  }

  private void send(int first, int number, List<Integer> accepted) {
    Channel<Integer> open = Objects.requireNonNull(channel);
    for (int message = first; message < first + number; message++) {
      if (open.sendUnlessClosed(message)) {
        accepted.add(message);
      }
    }
  }

  public static final class Fills extends ChannelModel {
    public Fills() {
      super(2, 2);
    }
  }

  public static final class Closes extends ChannelModel {
    public Closes() {
      super(0, 1);
    }
  }

  /** Broken on purpose. */
  public static final class MixesUp extends ChannelModel {
    public MixesUp() {
      super(2, 2);
    }

    @Override
    MpscAtomicArrayQueue<Object> mailbox(int capacity) {
      return new MixingMailbox(capacity);
    }
  }

  /** A message passes a field that all senders share. */
  private static final class MixingMailbox extends MpscAtomicArrayQueue<Object> {

    private volatile Object passing = "";

    MixingMailbox(int capacity) {
      super(capacity);
    }

    @Override
    public boolean offer(Object message) {
      passing = message;
      return super.offer(passing);
    }
  }
}
