package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Handles without races. */
class ArcTest {

  private final Closeable value = new Closeable();
  private final Arc<Closeable> first = new Arc<>(value);

  @Test
  void countsItsHandles() {
    assertThat(first.strongCount()).isEqualTo(1);
    Arc<Closeable> second = first.cloneHandle();
    assertThat(second.get()).isSameAs(value).isSameAs(first.get());
    assertThat(first.strongCount()).isEqualTo(2);
    second.close();
    assertThat(first.strongCount()).isEqualTo(1);
  }

  @Test
  void theLastHandleDropsTheValueOnceInWhateverThread() {
    Arc<Closeable> second = first.cloneHandle();
    first.close();
    assertThat(value.closes()).isZero();
    Task.start(
            () -> {
              assertThat(second.get()).isSameAs(value);
              second.close();
              assertThat(value.closes()).isEqualTo(1);
            })
        .join();
    assertThat(value.closes()).isEqualTo(1);
  }

  @Test
  void aClosedHandleIsRefusedAndTheOthersGoOn() {
    Arc<Closeable> second = first.cloneHandle();
    second.close();
    assertThatIllegalStateException().isThrownBy(second::close).withMessageContaining("closed");
    assertThatIllegalStateException().isThrownBy(second::get);
    assertThatIllegalStateException().isThrownBy(second::cloneHandle);
    assertThatIllegalStateException().isThrownBy(second::downgrade);
    assertThatIllegalStateException().isThrownBy(second::strongCount);
    assertThat(first.strongCount()).isEqualTo(1);
    assertThat(value.closes()).isZero();
  }

  @Test
  void aWeakKeepsNothingAndNeverBringsBack() {
    Arc.Weak<Closeable> weak = first.downgrade();
    assertThat(first.strongCount()).isEqualTo(1);
    Arc<Closeable> upgraded = Objects.requireNonNull(weak.upgrade());
    assertThat(upgraded.get()).isSameAs(value);
    assertThat(first.strongCount()).isEqualTo(2);
    first.close();
    upgraded.close();
    assertThat(value.closes()).isEqualTo(1);
    assertThat(weak.upgrade()).isNull();
    assertThat(value.closes()).isEqualTo(1);
  }

  @Test
  void aValueThatFailsToCloseIsDroppedAllTheSame() {
    IOException failure = new IOException("disk");
    AutoCloseable failing =
        () -> {
          throw failure;
        };
    Arc<AutoCloseable> handle = new Arc<>(failing);
    Arc.Weak<AutoCloseable> weak = handle.downgrade();
    assertThatIllegalStateException().isThrownBy(handle::close).withCause(failure);
    assertThat(weak.upgrade()).isNull();
    assertThatIllegalStateException().isThrownBy(handle::close).withNoCause();
  }

  @Test
  void anInterruptedCloseKeepsTheInterrupt() {
    AutoCloseable interrupted =
        () -> {
          throw new InterruptedException();
        };
    Arc<AutoCloseable> handle = new Arc<>(interrupted);
    assertThatIllegalStateException().isThrownBy(handle::close);
    assertThat(Thread.interrupted()).isTrue();
  }
}
