package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Code that forgets to close does not compile under Error Prone; the same code that closes does.
 */
class MustBeClosedTest {

  private static final String HEAD =
      """
      import java.time.Duration;
      import org.counterpoint.sharing.*;
      class %s {
        private final Mutex<Integer> mutex = new Mutex<>(5);
        private final RefCell<Integer> cell = new RefCell<>(5);
      """;

  private static final List<String> OPENED =
      List.of(
          "Guard<Integer> open = mutex.lock()",
          "Guard<Integer> open = mutex.lockInterruptibly()",
          "Guard<Integer> open = mutex.tryLock()",
          "Guard<Integer> open = mutex.tryLock(Duration.ZERO)",
          "Guard<Integer> open = mutex.lockPoisoned()",
          "RefCell.Ref<Integer> open = cell.borrow()",
          "RefCell.Ref<Integer> open = cell.tryBorrow()",
          "RefCell.RefMut<Integer> open = cell.borrowMut()",
          "RefCell.RefMut<Integer> open = cell.tryBorrowMut()");

  private final Path folder;

  MustBeClosedTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void eachIsRefusedWhenForgotten() throws IOException, InterruptedException {
    Javac.Result result = compile("Forgets", "%s;");
    assertThat(result.compiled()).as(result.said()).isFalse();
    long headLines = HEAD.lines().count();
    for (int i = 0; i < OPENED.size(); i++) {
      assertThat(result.said())
          .contains("Forgets.java:" + (headLines + 1 + i) + ": error: [MustBeClosedChecker]");
    }
    assertThat(result.said()).contains(OPENED.size() + " errors");
  }

  @Test
  void eachIsAcceptedWhenClosed() throws IOException, InterruptedException {
    Javac.Result result = compile("Closes", "try (%s) { if (open != null) { open.get(); } }");
    assertThat(result.compiled()).as(result.said()).isTrue();
  }

  // A method a line.
  private Javac.Result compile(String name, String body) throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder(HEAD.formatted(name));
    for (int i = 0; i < OPENED.size(); i++) {
      text.append("  void use" + i + "() throws Exception { ")
          .append(body.formatted(OPENED.get(i)))
          .append(" }\n");
    }
    Path source = Files.writeString(folder.resolve(name + ".java"), text.append("}\n"));
    return Javac.errorProne(folder, List.of(source));
  }
}
