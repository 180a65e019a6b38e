package org.counterpoint.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CommandTest {

  @Test
  void blocksWithoutALanguageAreRunAsTheyStand() {
    String page =
        """
        Do this:

        ```
        for n in 1 2; do
          java -jar x.jar $n
        done
        ```

        ```yaml
        forks: 3
        ```
        """;
    assertThat(Command.of(page))
        .extracting(Command::script)
        .containsExactly("for n in 1 2; do\n  java -jar x.jar $n\ndone\n");
  }

  @Test
  void codeInASentenceIsWhatItStandsFor() {
    assertThat(
            Command.of("With `--by flags`, or `counterpoint.jar calibrate RUN_OR_JSON`, and `-l`."))
        .extracting(Command::script)
        .containsExactly(
            "java -jar analysis/target/counterpoint.jar compare RUN --by flags",
            "java -jar analysis/target/counterpoint.jar calibrate RUN",
            "java -jar benchmarks/target/benchmarks.jar -l");
  }

  @Test
  void namesAreNoCommands() {
    assertThat(Command.of("`java`, `report/`, `Mutex<T>`, `synchronized`, `counterpoint`"))
        .isEmpty();
  }

  @Test
  void whatNobodyKnowsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Command.of("Take `--by-hand` for that."))
        .withMessageContaining("`--by-hand`: say in Command what it stands for");
    assertThatIllegalArgumentException().isThrownBy(() -> Command.of("or `report it`"));
  }
}
