package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class TourTest {

  private static final String EXPECTED =
      """
      1. A mutex set to 6
      m = Mutex { data: 6, poisoned: false, .. }
      2. Ten threads add one each
      Result: 10
      3. A confined handle in another thread
      refused: this Rc belongs to thread main and was used by thread other: only the thread that created it may use it
      still here: mine
      4. A poisoned lock
      thrown: the holder fails at 6
      m = Mutex { data: 6, poisoned: true, .. }
      refused: a holder of this mutex failed, its value may be half-changed: take it with lockPoisoned(), or declare it sound with clearPoison()
      m = Mutex { data: 7, poisoned: false, .. }
      5. Two locks in opposite order
      deadlock: thread "first a, then b" waits for a mutex of thread "first b, then a"
      deadlock: thread "first b, then a" waits for a mutex of thread "first a, then b"
      both let go
      """;

  @Test
  void printsThis() throws InterruptedException, ExecutionException, TimeoutException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    FutureTask<Boolean> tour =
        new FutureTask<>(
            () -> {
              Tour.run(out);
              return true;
            });
    Thread main = new Thread(tour, "main");
    main.setDaemon(true);
    main.start();
    assertThat(tour.get(60, TimeUnit.SECONDS)).isTrue();
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .containsExactlyElementsOf(EXPECTED.lines().toList());
  }
}
