package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // What is broken may hang.
class MessagePassingCounterTest {

  @Test
  void closedUnderWayItHoldsExactlyWhatItAccepted() {
    for (int round = 0; round < 50; round++) {
      SharedCounter counter = new MessagePassingCounter();
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

  @Test
  void whoeverAsksWhileItIsClosedGetsAnAnswer() {
    for (int round = 0; round < 200; round++) {
      SharedCounter counter = new MessagePassingCounter();
      counter.increment();
      Task asker = Task.start(() -> assertThat(counter.value()).isEqualTo(1));
      counter.close();
      asker.join();
    }
  }

  @Test
  void valueKeepsAnInterrupt() {
    try (SharedCounter counter = new MessagePassingCounter()) {
      counter.increment();
      Thread.currentThread().interrupt();
      assertThat(counter.value()).isEqualTo(1);
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
