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
  private static final int MESSAGES = 3;

  // All fields, since Lincheck doesn't follow what lambdas hold, and takes what only they hold for
  // one thread's own.
  private final List<Integer> applied = new ArrayList<>();
  private final List<Integer> mine = new ArrayList<>();
  private final List<Integer> others = new ArrayList<>();
  private @Nullable Channel<Integer> channel;

  /** True, whatever the order. */
  @Operation
  public boolean sendAndClose() throws InterruptedException {
    channel = new Channel<>("owner", mailbox(CAPACITY), applied::add, message -> {});
    Thread other = new Thread(() -> send(100, others));
    other.start();
    send(0, mine);
    channel.close();
    List<Integer> whenClosed = List.copyOf(applied);
    other.join();
    return mine.size() == MESSAGES
        && whenClosed.equals(applied)
        && applied.stream().filter(message -> message < 100).toList().equals(mine)
        && applied.stream().filter(message -> message >= 100).toList().equals(others);
  }

  abstract MpscAtomicArrayQueue<Object> mailbox(int capacity);

  private void send(int first, List<Integer> accepted) {
    Channel<Integer> open = Objects.requireNonNull(channel);
    for (int message = first; message < first + MESSAGES; message++) {
      if (open.sendUnlessClosed(message)) {
        accepted.add(message);
      }
    }
  }

  public static final class Sound extends ChannelModel {
    @Override
    MpscAtomicArrayQueue<Object> mailbox(int capacity) {
      return new MpscAtomicArrayQueue<>(capacity);
    }
  }

  /** Broken on purpose. */
  public static final class MixesUp extends ChannelModel {
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
