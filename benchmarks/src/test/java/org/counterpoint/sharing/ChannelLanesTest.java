package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What changes for a sender that has sent often enough to have a lane of its own. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // What is broken may hang.
class ChannelLanesTest {

  private static final int CAPACITY = 4;
  private static final int GATED = -1;

  private final CountDownLatch atWork = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);
  private final List<Integer> applied = Collections.synchronizedList(new ArrayList<>());

  private void apply(int message) {
    if (message == GATED) {
      atWork.countDown();
      Await.open(gate);
    }
    applied.add(message);
  }

  private Channel<Integer> channel() {
    return new Channel<>("laned", CAPACITY, this::apply);
  }

  /** Afterwards this thread has a lane, and the owner has applied everything and is idle. */
  private void earnALane(Channel<Integer> channel) {
    int before = applied.size();
    IntStream.range(0, 2 * Lanes.TRIAL).forEach(i -> channel.send(0));
    Await.until("all are applied", () -> applied.size() == before + 2 * Lanes.TRIAL);
    assertThat(channel.lanes()).isPositive();
  }

  /** From a lane, while the owner is held up; how many were accepted is counted. */
  private Task sendTwentyBehindTheGate(Channel<Integer> channel, AtomicInteger accepted) {
    return Task.start(
        () -> {
          earnALane(channel);
          channel.send(GATED);
          Await.open(atWork);
          for (int i = 1; i <= 20; i++) {
            channel.send(i);
            accepted.incrementAndGet();
          }
        });
  }

  @Test
  void aThreadThatSendsNowAndThenHasNone() {
    try (Channel<Integer> channel = channel()) {
      IntStream.range(0, Lanes.TRIAL - 1).forEach(channel::send);
      assertThat(channel.lanes()).isZero();
    }
  }

  @Test
  void aFullLaneParksItsSenderAndDropsNothing() {
    Channel<Integer> channel = channel();
    AtomicInteger sent = new AtomicInteger();
    Task sender = sendTwentyBehindTheGate(channel, sent);
    Await.until("it has filled its lane", () -> sent.get() >= CAPACITY - 1);
    sender.awaitParked();
    assertThat(sent.get()).isLessThanOrEqualTo(CAPACITY);
    sender.interrupt();
    Await.until("the interrupt is taken", () -> !sender.thread().isInterrupted());
    sender.awaitParked();
    gate.countDown();
    sender.join();
    channel.close();
    assertThat(applied.subList(2 * Lanes.TRIAL + 1, applied.size()))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
  }

  @Test
  void closeReleasesASenderThatWaitsForItsLaneAndAppliesWhatItHolds() {
    Channel<Integer> channel = channel();
    AtomicInteger accepted = new AtomicInteger();
    Task sender = sendTwentyBehindTheGate(channel, accepted);
    Await.open(atWork);
    Await.until("its lane is full", () -> accepted.get() >= CAPACITY - 1);
    sender.awaitParked();
    Task closer = Task.start(channel::close);
    assertThat(sender.outcome())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    gate.countDown();
    closer.join();
    assertThat(applied).hasSize(2 * Lanes.TRIAL + 1 + accepted.get());
  }

  @Test
  void aLaneOfAThreadThatHasEndedIsEmptiedAndForgotten() {
    try (Channel<Integer> channel = channel()) {
      int threads = 200;
      for (int i = 0; i < threads; i++) {
        Task.start(() -> IntStream.range(0, 2 * Lanes.TRIAL).forEach(channel::send)).join();
      }
      Await.until("all is applied", () -> applied.size() == threads * 2 * Lanes.TRIAL);
      // An owner may park while the last thread still ends: it looks again when there is mail.
      Await.until(
          "no lane is left",
          () -> {
            Task.start(() -> channel.send(0)).join();
            return channel.lanes() == 0;
          });
    }
  }

  @Test
  void aMessageAfterAllComesAfterThoseOfOtherSenders() {
    for (int round = 0; round < 300; round++) {
      AtomicLong count = new AtomicLong();
      AtomicLong seen = new AtomicLong(-1);
      try (Channel<Boolean> channel =
          new Channel<>(
              "barrier",
              1024,
              asks -> {
                if (asks) {
                  seen.set(count.get());
                } else {
                  count.set(count.get() + 1);
                }
              })) {
        List<Task> senders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          senders.add(Task.start(() -> IntStream.range(0, 700).forEach(n -> channel.send(false))));
        }
        senders.forEach(Task::join);
        assertThat(channel.sendAfterAll(true)).isTrue();
        Await.until("it is answered", () -> seen.get() >= 0);
        assertThat(seen.get()).isEqualTo(3 * 700);
      }
    }
  }

  /** What a sender has put into the shared queue comes before what it puts into its new lane. */
  @Test
  void aMessageAfterAllLeavesANewLaneToItsTurn() {
    int messages = 2 * Lanes.TRIAL;
    try (Channel<Runnable> overtaken = new Channel<>("overtaken", 2 * Lanes.TRIAL, Runnable::run)) {
      Runnable send =
          () -> IntStream.range(0, messages).forEach(i -> overtaken.send(() -> applied.add(i)));
      overtaken.send(() -> Await.open(gate));
      assertThat(overtaken.sendAfterAll(() -> {})).isTrue();
      // So many that the owner meets the last one when it looks for what came before the message
      // after all. Then another sender sends, by the shared queue and by a lane.
      IntStream.range(2, Lanes.TRIAL).forEach(i -> overtaken.send(() -> {}));
      Task.start(() -> overtaken.send(() -> Task.start(send::run).join())).join();
      gate.countDown();
      Await.until("all are applied", () -> applied.size() == messages);
      assertThat(applied).containsExactlyElementsOf(IntStream.range(0, messages).boxed().toList());
    }
  }

  /** The handler waits for what a sender holds, which therefore may not wait for the handler. */
  @Test
  void aSenderThatIsOvertakenByCloseDoesNotWaitForTheHandler() {
    for (int round = 0; round < 500; round++) {
      ReentrantLock held = new ReentrantLock();
      AtomicInteger accepted = new AtomicInteger();
      AtomicInteger counted = new AtomicInteger();
      Channel<Integer> channel =
          new Channel<>(
              "waits for its sender",
              4096,
              message -> {
                held.lock();
                try {
                  counted.getAndIncrement();
                } finally {
                  held.unlock();
                }
              });
      Task sender =
          Task.start(
              () -> {
                held.lock();
                try {
                  while (true) {
                    channel.send(0);
                    accepted.getAndIncrement();
                  }
                } catch (IllegalStateException closed) {
                  // The end of the round.
                } finally {
                  held.unlock();
                }
              });
      Await.until("it has a lane", () -> accepted.get() > 2 * Lanes.TRIAL);
      channel.close();
      sender.join();
      assertThat(counted.get()).isEqualTo(accepted.get());
    }
  }

  /** Long lanes let their owner nap; whoever needs it wakes it, and nothing is left lying. */
  @Test
  void anOwnerThatNapsAppliesEverythingAndAnswers() {
    AtomicLong count = new AtomicLong();
    try (Channel<Integer> channel =
        new Channel<>("naps", 1 << 15, message -> count.set(count.get() + message))) {
      for (int round = 1; round <= 200; round++) {
        int first = round;
        Task streams =
            Task.start(() -> IntStream.range(0, 50 * first).forEach(i -> channel.send(1)));
        IntStream.range(0, 50 * round).forEach(i -> channel.send(1));
        streams.join();
        long sent = 50L * round * (round + 1);
        Await.until("all are applied", () -> count.get() == sent);
      }
    }
  }

  @Test
  void aMessageInALaneWakesAParkedOwner() {
    try (Channel<Integer> channel = channel()) {
      earnALane(channel);
      for (int i = 0; i < 300; i++) {
        int before = applied.size();
        if (i % 3 == 0) {
          Await.until("the owner parks", () -> channel.ownerState() == Thread.State.WAITING);
        }
        channel.send(i);
        Await.until("it is applied", () -> applied.size() == before + 1);
      }
    }
  }

  @Test
  void aThousandVirtualThreadsShareBoundedLanes() throws Exception {
    Assumptions.assumeTrue(
        Runtime.version().feature() >= 21,
        () -> "JDK " + Runtime.version().feature() + " has no virtual threads: 21 and newer have");
    Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
    int threads = 1_000;
    try (SharedCounter counter = new MessagePassingCounter()) {
      List<Thread> senders = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Runnable work = () -> IntStream.range(0, 300).forEach(n -> counter.increment());
        senders.add((Thread) Objects.requireNonNull(start.invoke(null, work)));
      }
      for (Thread sender : senders) {
        Await.until("all end", () -> !sender.isAlive());
      }
      assertThat(counter.value()).isEqualTo(300L * threads);
    }
  }
}
