package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

@SuppressWarnings("MustBeClosed") // Some guards are closed twice, or in another thread.
class RefCellTest {

  private final RefCell<String> cell = new RefCell<>("old");

  @Test
  void manyMayRead() {
    try (RefCell.Ref<String> one = cell.borrow();
        RefCell.Ref<String> two = cell.borrow()) {
      assertThat(one.get()).isEqualTo("old").isSameAs(two.get());
      assertThat(cell).hasToString("RefCell { value: old }");
    }
    assertFree();
  }

  @Test
  void oneMayWrite() {
    try (RefCell.RefMut<String> writer = cell.borrowMut()) {
      writer.set("new");
      assertThat(writer.get()).isEqualTo("new");
      assertThat(cell).hasToString("RefCell { value: <borrowed> }");
    }
    assertThat(cell).hasToString("RefCell { value: new }");
    assertFree();
  }

  @Test
  void whileOneWritesNobodyElseGetsIn() {
    try (RefCell.RefMut<String> writer = cell.borrowMut()) {
      assertThatIllegalStateException()
          .isThrownBy(cell::borrow)
          .withMessageContaining("already mutably borrowed");
      assertThatIllegalStateException()
          .isThrownBy(cell::borrowMut)
          .withMessageContaining("already mutably borrowed");
      assertThat(cell.tryBorrow()).isNull();
      assertThat(cell.tryBorrowMut()).isNull();
      assertThat(writer.get()).isEqualTo("old");
    }
    assertFree();
  }

  @Test
  void whileSomebodyReadsNobodyWrites() {
    RefCell.Ref<String> one = cell.borrow();
    RefCell.Ref<String> two = cell.borrow();
    one.close();
    assertThatIllegalStateException()
        .isThrownBy(cell::borrowMut)
        .withMessageStartingWith("already borrowed");
    assertThat(cell.tryBorrowMut()).isNull();
    try (RefCell.Ref<String> three = cell.tryBorrow()) {
      assertThat(three).isNotNull();
    }
    two.close();
    assertFree();
  }

  @Test
  void aClosedGuardIsRefused() {
    RefCell.Ref<String> reader = cell.borrow();
    reader.close();
    assertThatIllegalStateException().isThrownBy(reader::close).withMessageContaining("closed");
    assertThatIllegalStateException().isThrownBy(reader::get);
    RefCell.RefMut<String> writer = cell.borrowMut();
    writer.close();
    assertThatIllegalStateException().isThrownBy(writer::close).withMessageContaining("closed");
    assertThatIllegalStateException().isThrownBy(writer::get);
    assertThatIllegalStateException().isThrownBy(() -> writer.set("x"));
    assertFree();
    assertThat(cell).hasToString("RefCell { value: old }");
  }

  @Test
  void anotherThreadIsRefusedAndChangesNothing() {
    String me = Thread.currentThread().getName();
    try (RefCell.RefMut<String> writer = cell.borrowMut()) {
      Task.start(
              () -> {
                assertThatIllegalStateException()
                    .isThrownBy(cell::borrow)
                    .withMessageContaining("belongs to thread " + me)
                    .withMessageContaining("used by thread " + Thread.currentThread().getName());
                assertThatIllegalStateException().isThrownBy(cell::tryBorrow);
                assertThatIllegalStateException().isThrownBy(cell::borrowMut);
                assertThatIllegalStateException().isThrownBy(cell::tryBorrowMut);
                assertThatIllegalStateException().isThrownBy(writer::get);
                assertThatIllegalStateException().isThrownBy(() -> writer.set("x"));
                assertThatIllegalStateException().isThrownBy(writer::close);
              })
          .join();
      assertThat(writer.get()).isEqualTo("old");
    }
    assertFree();
  }

  private void assertFree() {
    try (RefCell.RefMut<String> writer = cell.tryBorrowMut()) {
      assertThat(writer).isNotNull();
    }
  }
}
