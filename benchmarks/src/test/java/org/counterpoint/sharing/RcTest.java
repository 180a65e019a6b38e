package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RcTest {

  private final Closeable value = new Closeable();
  private final Rc<Closeable> first = new Rc<>(value);

  @Test
  void countsItsHandles() {
    assertThat(first.strongCount()).isEqualTo(1);
    Rc<Closeable> second = first.cloneHandle();
    assertThat(second.get()).isSameAs(value).isSameAs(first.get());
    assertThat(first.strongCount()).isEqualTo(2);
    assertThat(second.strongCount()).isEqualTo(2);
    second.close();
    assertThat(first.strongCount()).isEqualTo(1);
  }

  @Test
  void theLastHandleDropsTheValueOnce() {
    Rc<Closeable> second = first.cloneHandle();
    first.close();
    assertThat(value.closes()).isZero();
    assertThat(second.get()).isSameAs(value);
    second.close();
    assertThat(value.closes()).isEqualTo(1);
  }

  @Test
  void aClosedHandleIsRefusedAndTheOthersGoOn() {
    Rc<Closeable> second = first.cloneHandle();
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
    Rc.Weak<Closeable> weak = first.downgrade();
    assertThat(first.strongCount()).isEqualTo(1);
    Rc<Closeable> upgraded = Objects.requireNonNull(weak.upgrade());
    assertThat(first.strongCount()).isEqualTo(2);
    first.close();
    assertThat(value.closes()).isZero();
    upgraded.close();
    assertThat(value.closes()).isEqualTo(1);
    assertThat(weak.upgrade()).isNull();
    assertThat(value.closes()).isEqualTo(1);
  }

  @Test
  void anotherThreadIsRefusedAtOnceAndChangesNothing() {
    Rc.Weak<Closeable> weak = first.downgrade();
    String me = Thread.currentThread().getName();
    Task other =
        Task.start(
            () -> {
              assertThatIllegalStateException()
                  .isThrownBy(first::get)
                  .withMessageContaining("belongs to thread " + me)
                  .withMessageContaining("used by thread " + Thread.currentThread().getName());
              assertThatIllegalStateException().isThrownBy(first::cloneHandle);
              assertThatIllegalStateException().isThrownBy(first::downgrade);
              assertThatIllegalStateException().isThrownBy(first::strongCount);
              assertThatIllegalStateException().isThrownBy(first::close);
              assertThatIllegalStateException().isThrownBy(weak::upgrade);
            });
    other.join();
    assertThat(first.strongCount()).isEqualTo(1);
    assertThat(value.closes()).isZero();
  }

  @Test
  void aValueThatFailsToCloseIsDroppedAllTheSame() {
    IOException failure = new IOException("disk");
    AutoCloseable failing =
        () -> {
          throw failure;
        };
    Rc<AutoCloseable> handle = new Rc<>(failing);
    Rc.Weak<AutoCloseable> weak = handle.downgrade();
    assertThatIllegalStateException().isThrownBy(handle::close).withCause(failure);
    assertThat(weak.upgrade()).isNull();
    assertThatIllegalStateException().isThrownBy(handle::close).withNoCause();
  }

  @Test
  void anUncheckedExceptionGoesOnAsItIs() {
    AutoCloseable failing =
        () -> {
          throw new ArithmeticException("zero");
        };
    Rc<AutoCloseable> handle = new Rc<>(failing);
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(handle::close);
  }

  @Test
  void aValueThatIsNotCloseableJustGoes() {
    Rc<String> handle = new Rc<>("plain");
    Rc.Weak<String> weak = handle.downgrade();
    handle.close();
    assertThat(weak.upgrade()).isNull();
  }

  @Test
  void aCircleLeaksUnlessOneOfItIsWeak() {
    Closeable leaked = new Closeable();
    Node strong = new Node(leaked);
    Rc<Node> circle = new Rc<>(strong);
    strong.keep(circle.cloneHandle());
    circle.close();
    assertThat(leaked.closes()).as("the circle keeps itself").isZero();

    Closeable freed = new Closeable();
    Node weak = new Node(freed);
    Rc<Node> open = new Rc<>(weak);
    weak.keep(open.downgrade());
    open.close();
    assertThat(freed.closes()).isEqualTo(1);
  }

  /** Owns what it is given, and what it is told to keep if that is a handle. */
  private static final class Node implements AutoCloseable {

    private final Closeable own;
    private Object next = "nothing";

    Node(Closeable own) {
      this.own = own;
    }

    void keep(Object handle) {
      next = handle;
    }

    @Override
    public void close() {
      own.close();
      if (next instanceof Rc<?> handle) {
        handle.close();
      }
    }
  }
}
