package org.counterpoint.experiment.jdks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

  private static final Path HOME = Path.of("/home/ann");

  private static List<Request> parse(String setting) throws InvalidJdks {
    return Request.parse(setting, HOME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "current", " Current "})
  void theCurrentJdkIsTheDefault(String setting) throws InvalidJdks {
    assertThat(parse(setting)).containsExactly(new Request.Current());
  }

  @Test
  void partsMayBeMixed() throws InvalidJdks {
    assertThat(parse("17, 25,all,current,/opt/jdk 21,./build/jdk,~/jdk,~,..\\jdk"))
        .containsExactly(
            new Request.Feature(17),
            new Request.Feature(25),
            new Request.All(),
            new Request.Current(),
            new Request.At(Path.of("/opt/jdk 21"), "/opt/jdk 21"),
            new Request.At(Path.of("./build/jdk"), "./build/jdk"),
            new Request.At(HOME.resolve("jdk"), "~/jdk"),
            new Request.At(HOME, "~"),
            new Request.At(Path.of("..\\jdk"), "..\\jdk"));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "17,", ",17", "17,,25", "17, ,25"})
  void anEmptyPartIsRefused(String setting) {
    assertThatExceptionOfType(InvalidJdks.class)
        .isThrownBy(() -> parse(setting))
        .withMessage(
            "-Dbench.jdks=" + setting + ": there is nothing between two commas, or at an end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"temurin", "17.0.15", "-17", "0", "017", "17+", "12345", "17;25"})
  void aPartThatIsNothingKnownIsRefused(String part) {
    assertThatExceptionOfType(InvalidJdks.class)
        .isThrownBy(() -> parse("25," + part))
        .withMessage(
            "-Dbench.jdks="
                + part
                + ": neither current nor all, nor a number such as 17, nor a path such as ./jdk");
  }

  @Test
  void aPathThatCannotBeIsRefused() {
    assertThatExceptionOfType(InvalidJdks.class)
        .isThrownBy(() -> parse("/opt/\0"))
        .withMessageStartingWith("-Dbench.jdks=/opt/\0: no path: ");
  }
}
