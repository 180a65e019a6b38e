package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MavenLineTest {

  private static void require(String line) throws Exception {
    MavenLine.require(Arrays.asList(line.split(" ", -1)), Path.of("."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verify",
        "-B -ntp package -DskipTests -pl analysis",
        "verify -Pbench",
        "verify -Pbench -Dbench.suite=locks -Dbench.threads=1,2 -Dbench.jdks=17,25"
      })
  void whatTheBuildTakesPasses(String line) {
    assertThatCode(() -> require(line)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verifi",
        "verify -pl nothing",
        "verify -Pbenches",
        "verify -Dbench.suite=locks",
        "verify -Pbench -Dbench.suit=locks",
        "verify -Pbench -Dbench.suite=lock",
        "verify -Pbench -Dbench.threads=none",
        "verify -Pbench -Dbench.jdks=17,,25",
        "verify -Pbench -Dbench.margin=5",
        "verify -Pbench -Dbench.resume=nowhere"
      })
  void whatItWouldNotTakeIsRefused(String line) {
    assertThatThrownBy(() -> require(line)).isInstanceOf(Exception.class);
  }

  /** Or a setting that is checked here would never get there. */
  @Test
  void theBuildHandsEverySettingToTheJob() throws IOException {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    List<String> options =
        new CommandLine(new Main(nowhere, nowhere))
            .getCommandSpec().options().stream().map(option -> option.longestName()).toList();
    Pattern argument = Pattern.compile("<argument>(--\\w+)=\\$\\{bench\\.(\\w+)}</argument>");
    List<MatchResult> handed =
        argument.matcher(Files.readString(Path.of("pom.xml"))).results().toList();
    assertThat(handed).allMatch(one -> one.group(1).equals("--" + one.group(2)));
    assertThat(handed).extracting(one -> one.group(1)).hasSameElementsAs(options);
    assertThat(handed).extracting(one -> "bench." + one.group(2)).hasSameElementsAs(Main.SETTINGS);
  }
}
