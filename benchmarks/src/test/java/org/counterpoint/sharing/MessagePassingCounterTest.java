package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // What is broken may hang.
class MessagePassingCounterTest {

  @ParameterizedTest
  @EnumSource(
      value = Strategy.class,
      names = {"MESSAGE_PASSING", "MESSAGE_ROUND_TRIP", "QUEUE_PASSING"})
  void closedUnderWayItHoldsExactlyWhatItAccepted(Strategy strategy) {
    for (int round = 0; round < 50; round++) {
      SharedCounter counter = strategy.create();
      AtomicLong accepted = new AtomicLong();
      List<Task> writers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        writers.add(
            Task.start(
                () -> {
                  try {
                    while (true) {
                      counter.increment();
                      accepted.incrementAndGet();
                    }
                  } catch (IllegalStateException closed) {
                    // The end of the round.
                  }
                }));
      }
      Await.until("they are at it", () -> counter.value() > 100);
      counter.close();
      writers.forEach(Task::join);
      assertThat(counter.value()).isEqualTo(accepted.get());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Strategy.class,
      names = {"MESSAGE_PASSING", "MESSAGE_ROUND_TRIP", "QUEUE_PASSING"})
  void whoeverAsksWhileItIsClosedGetsAnAnswer(Strategy strategy) {
    for (int round = 0; round < 200; round++) {
      SharedCounter counter = strategy.create();
      counter.increment();
      Task asker = Task.start(() -> assertThat(counter.value()).isEqualTo(1));
      counter.close();
      asker.join();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Strategy.class,
      names = {"MESSAGE_PASSING", "MESSAGE_ROUND_TRIP", "QUEUE_PASSING"})
  void valueKeepsAnInterrupt(Strategy strategy) {
    try (SharedCounter counter = strategy.create()) {
      counter.increment();
      Thread.currentThread().interrupt();
      assertThat(counter.value()).isEqualTo(1);
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
