package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** A sender that found the channel open, and is overtaken by close() before it offers. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // What is broken may hang.
class ChannelCloseRaceTest {

  private static final String LATE = "late";

  /** Holds the late message up until it is let in. */
  private static class SlowMailbox extends MpscAtomicArrayQueue<Object> {

    final CountDownLatch offering = new CountDownLatch(1);
    final CountDownLatch letIn = new CountDownLatch(1);
    final CountDownLatch offered = new CountDownLatch(1);

    SlowMailbox() {
      super(4);
    }

    @Override
    public boolean offer(Object message) {
      if (message != LATE) {
        return super.offer(message);
      }
      offering.countDown();
      await(letIn);
      boolean accepted = super.offer(message);
      offered.countDown();
      return accepted;
    }

    static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private final List<String> applied = new CopyOnWriteArrayList<>();

  private Channel<String> channel(SlowMailbox mailbox) {
    return new Channel<>("overtaken", mailbox, applied::add, message -> {});
  }

  @Test
  void isRefusedWhenTheOwnerHasEnded() {
    SlowMailbox mailbox = new SlowMailbox();
    Channel<String> channel = channel(mailbox);
    channel.send("early");
    Task sender = Task.start(() -> channel.send(LATE));
    SlowMailbox.await(mailbox.offering);
    channel.close();

    mailbox.letIn.countDown();
    assertThat(sender.outcome())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThat(applied).containsExactly("early");
  }

  @Test
  void isAppliedWhenItGetsInWhileTheOwnerFillsTheMailbox() {
    SlowMailbox mailbox =
        new SlowMailbox() {
          // Called by the owner only to keep a mailbox full that it is closing.
          @Override
          public Object poll() {
            Object first = super.poll();
            letIn.countDown();
            await(offered);
            return first;
          }
        };
    Channel<String> channel = channel(mailbox);
    channel.send("early");
    Task sender = Task.start(() -> channel.send(LATE));
    SlowMailbox.await(mailbox.offering);
    channel.close();

    assertThat(applied).containsExactly("early", LATE);
    sender.join();
  }
}
