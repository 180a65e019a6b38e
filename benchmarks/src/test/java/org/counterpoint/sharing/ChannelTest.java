package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // What is broken may hang.
class ChannelTest {

  private static final int CAPACITY = 4;

  private final CountDownLatch atWork = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);
  private final List<Integer> applied = new CopyOnWriteArrayList<>();

  /** Its handler works on the first message until the gate opens. */
  private Channel<Integer> gated() {
    return new Channel<>("gated", CAPACITY, this::applyBehindGate);
  }

  private void applyBehindGate(int message) {
    atWork.countDown();
    Await.open(gate);
    applied.add(message);
  }

  /** One message is being worked on, the mailbox holds as many as it can. */
  private void fill(Channel<Integer> channel) {
    channel.send(0);
    Await.open(atWork);
    IntStream.rangeClosed(1, CAPACITY).forEach(channel::send);
  }

  private record Letter(int sender, int number) {}

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 4096, 32_768})
  void keepsTheOrderOfEachSender(int capacity) {
    int senders = 4;
    int letters = 10_000;
    int[] next = new int[senders];
    List<Letter> outOfOrder = new ArrayList<>();
    try (Channel<Letter> channel =
        new Channel<>(
            "ordered",
            capacity,
            letter -> {
              if (letter.number() != next[letter.sender()]++) {
                outOfOrder.add(letter);
              }
            })) {
      List<Task> tasks = new ArrayList<>();
      for (int i = 0; i < senders; i++) {
        int sender = i;
        tasks.add(
            Task.start(
                () ->
                    IntStream.range(0, letters).forEach(n -> channel.send(new Letter(sender, n)))));
      }
      tasks.forEach(Task::join);
    }
    assertThat(outOfOrder).isEmpty();
    assertThat(next).containsOnly(letters);
  }

  @Test
  void aFullMailboxMakesSendersWaitAndDropsNothing() {
    Channel<Integer> channel = gated();
    fill(channel);
    Task sender = Task.start(() -> channel.send(CAPACITY + 1)).awaitParked();
    assertThat(applied).isEmpty();

    gate.countDown();
    sender.join();
    channel.close();
    assertThat(applied).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void anInterruptDoesNotEndTheWaitForRoomAndIsKept() {
    Channel<Integer> channel = gated();
    fill(channel);
    List<Boolean> interrupted = new CopyOnWriteArrayList<>();
    Task sender =
        Task.start(
                () -> {
                  channel.send(5);
                  interrupted.add(Thread.currentThread().isInterrupted());
                })
            .awaitParked();
    sender.interrupt();
    Await.until("the interrupt is taken", () -> !sender.thread().isInterrupted());
    sender.awaitParked();
    gate.countDown();
    sender.join();
    channel.close();
    assertThat(interrupted).containsExactly(true);
    assertThat(applied).endsWith(5);
  }

  @Test
  void closeAppliesWhatWasAccepted() {
    Channel<Integer> channel = gated();
    fill(channel);
    Task closer = Task.start(channel::close).awaitParked();
    assertThatIllegalStateException()
        .isThrownBy(() -> channel.send(99))
        .withMessageContaining("gated is closed");
    assertThat(closer.isDone()).isFalse();

    gate.countDown();
    closer.join();
    assertThat(applied).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void closeReleasesSendersThatWait() {
    Channel<Integer> channel = gated();
    fill(channel);
    List<Task> senders = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int message = 10 + i;
      senders.add(Task.start(() -> channel.send(message)).awaitParked());
    }
    Task closer = Task.start(channel::close);
    // The owner is still at its first message.
    for (Task sender : senders) {
      assertThat(sender.outcome())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
    }
    gate.countDown();
    closer.join();
    assertThat(applied).containsExactly(0, 1, 2, 3, 4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 1024, 32_768})
  void whatWasAcceptedIsAppliedWheneverItIsClosed(int capacity) {
    int senders = 4;
    for (int round = 0; round < 100; round++) {
      Set<Letter> got = ConcurrentHashMap.newKeySet();
      Set<Letter> accepted = ConcurrentHashMap.newKeySet();
      Channel<Letter> channel = new Channel<>("racing", capacity, got::add);
      List<Task> tasks = new ArrayList<>();
      for (int i = 0; i < senders; i++) {
        int sender = i;
        tasks.add(Task.start(() -> sendUntilClosed(channel, sender, accepted)));
      }
      Await.until("they are at it", () -> !got.isEmpty());
      channel.close();
      // Before the senders have ended: nothing is applied behind the closer's back.
      int atClose = got.size();
      tasks.forEach(Task::join);
      assertThat(got).hasSize(atClose).isEqualTo(accepted);
    }
  }

  private static void sendUntilClosed(Channel<Letter> channel, int sender, Set<Letter> accepted) {
    for (int n = 0; ; n++) {
      Letter letter = new Letter(sender, n);
      try {
        channel.send(letter);
      } catch (IllegalStateException e) {
        return;
      }
      accepted.add(letter);
    }
  }

  @Test
  void closingAgainAndAtTheSameTimeOnlyWaits() {
    Channel<Integer> channel = gated();
    fill(channel);
    List<Task> closers =
        List.of(Task.start(channel::close).awaitParked(), Task.start(channel::close).awaitParked());
    gate.countDown();
    closers.forEach(Task::join);
    channel.close();
    assertThat(applied).hasSize(1 + CAPACITY);
  }

  @Test
  void closeKeepsAnInterrupt() {
    Channel<Integer> channel = gated();
    channel.send(0);
    Task closer =
        Task.start(
                () -> {
                  channel.close();
                  assertThat(Thread.currentThread().isInterrupted()).isTrue();
                })
            .awaitParked();
    closer.interrupt();
    Await.until("the interrupt is taken", () -> !closer.thread().isInterrupted());
    assertThat(closer.isDone()).isFalse();
    gate.countDown();
    closer.join();
    assertThat(applied).containsExactly(0);
  }

  @Test
  void theOwnerIsOneNamedDaemonThatEndsWithTheChannel() {
    Set<Thread> owners = ConcurrentHashMap.newKeySet();
    Channel<Integer> channel =
        new Channel<>("the-owner", CAPACITY, message -> owners.add(Thread.currentThread()));
    for (int i = 0; i < 100; i++) {
      channel.send(i);
    }
    channel.close();
    assertThat(owners).hasSize(1);
    Thread owner = owners.iterator().next();
    assertThat(owner.getName()).isEqualTo("the-owner");
    assertThat(owner.isDaemon()).isTrue();
    assertThat(owner.isAlive()).isFalse();
  }

  @Test
  void aParkedOwnerIsWokenByEachMessage() {
    AtomicReference<Thread> owner = new AtomicReference<>();
    try (Channel<CountDownLatch> channel =
        new Channel<>(
            "sleepy",
            CAPACITY,
            latch -> {
              owner.set(Thread.currentThread());
              latch.countDown();
            })) {
      for (int i = 0; i < 500; i++) {
        CountDownLatch latch = new CountDownLatch(1);
        channel.send(latch);
        Await.until("message " + i + " is applied", () -> latch.getCount() == 0);
        if (i % 50 == 0) {
          Thread parks = Objects.requireNonNull(owner.get());
          Await.until("the owner parks", () -> parks.getState() == Thread.State.WAITING);
          // It takes an interrupt for nothing, and parks again.
          parks.interrupt();
          Await.until("the owner forgets it", () -> !parks.isInterrupted());
        }
      }
    }
  }

  @Test
  void aHandlerThatFailsClosesTheChannelAndIsReported() {
    RuntimeException failure = new RuntimeException("bad message");
    List<Integer> discarded = new CopyOnWriteArrayList<>();
    Channel<Integer> channel =
        new Channel<>(
            "failing",
            CAPACITY,
            message -> {
              applyBehindGate(message);
              if (message == 2) {
                throw failure;
              }
            },
            discarded::add);
    fill(channel);
    Task waiting = Task.start(() -> channel.send(5)).awaitParked();
    gate.countDown();

    // It got in before the failure, or was refused after it.
    Throwable refused = waiting.outcome();
    assertReported(channel::close, failure);
    assertReported(channel::close, failure);
    assertReported(() -> channel.send(6), failure);
    assertThat(applied).containsExactly(0, 1, 2);
    if (refused == null) {
      assertThat(discarded).containsExactly(3, 4, 5);
    } else {
      assertReported(
          () -> {
            throw refused;
          },
          failure);
      assertThat(discarded).containsExactly(3, 4);
    }
  }

  private static void assertReported(ThrowingCallable call, Throwable failure) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("failing failed")
        .hasMessageContaining("bad message")
        .hasCause(failure);
  }

  @Test
  void aFailureWhileItIsClosedIsReportedToo() {
    Channel<Integer> channel =
        new Channel<>(
            "failing",
            CAPACITY,
            message -> {
              applyBehindGate(message);
              throw new IllegalArgumentException("bad message");
            });
    fill(channel);
    Task closer = Task.start(channel::close).awaitParked();
    gate.countDown();
    assertThat(closer.outcome())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("bad message");
    assertThat(applied).containsExactly(0);
  }

  @Test
  void theHandlerMayCloseTheChannel() {
    AtomicReference<Channel<Integer>> self = new AtomicReference<>();
    Channel<Integer> channel =
        new Channel<>(
            "closes itself",
            CAPACITY,
            message -> {
              applyBehindGate(message);
              Objects.requireNonNull(self.get()).close();
            });
    self.set(channel);
    fill(channel);
    gate.countDown();
    channel.close();
    assertThat(applied).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void theHandlerMayNotWaitForRoomInItsOwnMailbox() {
    AtomicReference<Channel<Integer>> self = new AtomicReference<>();
    Channel<Integer> channel =
        new Channel<>(
            "talks to itself",
            CAPACITY,
            message -> {
              applyBehindGate(message);
              Objects.requireNonNull(self.get()).send(message + 1);
            });
    self.set(channel);
    fill(channel);
    gate.countDown();
    // With a message in for each message out, it goes on until it would wait for itself.
    Task filler = Task.start(() -> IntStream.range(0, 100_000).forEach(channel::send));
    assertThat(filler.outcome())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("full mailbox");
    assertThatThrownBy(channel::close).hasMessageContaining("full mailbox");
  }

  @Test
  void refusesAMailboxWithoutRoom() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Channel<Integer>("none", 0, message -> {}))
        .withMessageContaining("mailbox of 0");
  }
}
