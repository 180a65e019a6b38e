package org.counterpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // What is broken may hang.
class TurnTakersTest {

  /** More than a thread could take. */
  private static final int MANY = 1 << 30;

  private final AtomicLong turns = new AtomicLong();
  private final Set<Integer> seen = ConcurrentHashMap.newKeySet();

  private void turn(int thread) {
    seen.add(thread);
    turns.incrementAndGet();
    Doze.nanos(10_000);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void everyTurnIsCountedAndEveryThreadTakesSome() throws InterruptedException {
    TurnTakers takers = new TurnTakers(100, this::turn);
    takers.start();
    takers.await(1_000);
    assertThat(turns).hasValueGreaterThanOrEqualTo(1_000);
    while (seen.size() < 100) {
      takers.await(100);
    }
    assertThat(takers.isStopping()).isFalse();
    assertThat(takers.stop()).isEqualTo(turns.get());
    assertThat(takers.isStopping()).isTrue();
    assertThat(seen).hasSize(100).contains(0, 99);
  }

  /** So that what was taken between two iterations is not measured. */
  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void whatIsForgottenIsNotWaitedFor() throws InterruptedException {
    Semaphore allowed = new Semaphore(10);
    TurnTakers takers = new TurnTakers(1, thread -> allowed.acquireUninterruptibly());
    takers.start();
    takers.await(4);
    // In its eleventh turn it waits, so that ten have been taken.
    while (!allowed.hasQueuedThreads()) {
      Thread.onSpinWait();
    }
    takers.forget();
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> takers.await(1));
    allowed.release(MANY);
    takers.await(1);
    takers.stop();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void theBeginningIsOverWhenThereAreAsManyTurnsAsThreads() throws InterruptedException {
    TurnTakers takers = new TurnTakers(100, this::turn);
    takers.start();
    takers.awaitBeginning(Long.MAX_VALUE);
    assertThat(turns).hasValueGreaterThanOrEqualTo(100);
    takers.stop();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void aBeginningThatTakesTooLongIsNotWaitedFor() throws InterruptedException {
    Semaphore allowed = new Semaphore(0);
    TurnTakers takers = new TurnTakers(2, thread -> allowed.acquireUninterruptibly());
    takers.start();
    takers.awaitBeginning(1_000_000);
    allowed.release(MANY);
    takers.stop();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void oneThatFailsIsToldAndNobodyWaitsForIt() throws InterruptedException {
    TurnTakers takers =
        new TurnTakers(
            1,
            thread -> {
              throw new IllegalArgumentException("broken");
            });
    takers.start();
    String message = "a virtual thread failed: java.lang.IllegalArgumentException: broken";
    assertThatIllegalStateException().isThrownBy(() -> takers.await(1)).withMessage(message);
    assertThatIllegalStateException().isThrownBy(takers::stop).withMessage(message);
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_20)
  void anOlderJvmIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(new TurnTakers(1, this::turn)::start)
        .withMessage("virtual threads exist from JDK 21 on, this is " + Runtime.version());
  }

  @Test
  void thereMustBeOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TurnTakers(0, this::turn));
  }
}
