package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Code that forgets to close does not compile under Error Prone; the same code that closes does.
 */
class MustBeClosedTest {

  private static final String IMPORTS =
      "import java.time.Duration;\nimport org.counterpoint.sharing.*;\n";

  private static final List<String> WAYS_TO_LOCK =
      List.of(
          "mutex.lock()",
          "mutex.lockInterruptibly()",
          "mutex.tryLock()",
          "mutex.tryLock(Duration.ZERO)",
          "mutex.lockPoisoned()");

  private final Path folder;

  MustBeClosedTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void eachWayToLockIsRefusedWhenForgotten() throws IOException, InterruptedException {
    StringBuilder source = new StringBuilder(IMPORTS).append("class Forgets {\n");
    for (int i = 0; i < WAYS_TO_LOCK.size(); i++) {
      source
          .append("  void way" + i + "(Mutex<Integer> mutex) throws Exception {\n")
          .append("    Guard<Integer> guard = " + WAYS_TO_LOCK.get(i) + ";\n  }\n");
    }
    Javac.Result result = compile("Forgets", source.append("}\n").toString());
    assertThat(result.compiled()).as(result.said()).isFalse();
    // The two lines of imports and the class come first, then three lines a way.
    for (int i = 0; i < WAYS_TO_LOCK.size(); i++) {
      assertThat(result.said())
          .contains("Forgets.java:" + (5 + 3 * i) + ": error: [MustBeClosedChecker]");
    }
    assertThat(result.said()).contains(WAYS_TO_LOCK.size() + " errors");
  }

  @Test
  void eachWayToLockIsAcceptedWhenClosed() throws IOException, InterruptedException {
    StringBuilder source = new StringBuilder(IMPORTS).append("class Closes {\n");
    for (int i = 0; i < WAYS_TO_LOCK.size(); i++) {
      source
          .append("  void way" + i + "(Mutex<Integer> mutex) throws Exception {\n")
          .append("    try (Guard<Integer> guard = " + WAYS_TO_LOCK.get(i) + ") {\n")
          .append("      if (guard != null) {\n        guard.set(6);\n      }\n    }\n  }\n");
    }
    Javac.Result result = compile("Closes", source.append("}\n").toString());
    assertThat(result.compiled()).as(result.said()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RefCell.Ref<Integer> r = cell.borrow();", "cell.borrowMut().set(6);"})
  void aForgottenBorrowIsRefused(String forgets) throws IOException, InterruptedException {
    Javac.Result result =
        compile(
            "Borrows",
            IMPORTS + "class Borrows { void run(RefCell<Integer> cell) { " + forgets + " } }");
    assertThat(result.compiled()).as(result.said()).isFalse();
    assertThat(result.said()).contains("error: [MustBeClosedChecker]").contains("1 error");
  }

  private Javac.Result compile(String name, String text) throws IOException, InterruptedException {
    Path source = Files.writeString(folder.resolve(name + ".java"), text);
    return Javac.errorProne(folder, List.of(source));
  }
}
