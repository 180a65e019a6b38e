package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // What is broken may hang.
@SuppressWarnings("MustBeClosed") // Guards are held across steps and threads here, on purpose.
@ParameterizedClass
@EnumSource(Protocol.class)
class MutexVirtualThreadTest {

  private final MutexLock lock;
  private final Mutex<Integer> mutex;

  MutexVirtualThreadTest(Protocol protocol) {
    lock = protocol.create();
    mutex = new Mutex<>(0, lock);
  }

  @BeforeEach
  void haveVirtualThreads() {
    Assumptions.assumeTrue(VirtualThreads.exist(), VirtualThreads::missing);
  }

  @Test
  void aThousandGetThrough() {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      threads.add(
          VirtualThreads.start(
              () -> {
                for (int n = 0; n < 10; n++) {
                  mutex.update(count -> count + 1);
                }
              }));
    }
    for (Thread thread : threads) {
      Await.until("all end", () -> !thread.isAlive());
    }
    assertThat(mutex.intoInner()).isEqualTo(10_000);
  }

  @Test
  void thoseThatWaitPinNoCarrier() throws Exception {
    int waiters = 4 * Runtime.getRuntime().availableProcessors();
    CountDownLatch ran = new CountDownLatch(1);
    Guard<Integer> guard = mutex.lock();
    for (int i = 0; i < waiters; i++) {
      VirtualThreads.start(() -> mutex.update(count -> count + 1));
    }
    Await.until("all wait", () -> lock.queueLength() == waiters);

    // More of them wait than there are carriers; another one still finds a carrier.
    VirtualThreads.start(ran::countDown);
    assertThat(ran.await(Await.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();

    guard.close();
    Await.until("all get it", () -> mutex.with(count -> count == waiters));
  }
}
