package org.counterpoint.analysis.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunJsonTest {

  private final Path folder;
  private final Path file;

  RunJsonTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.file = folder.resolve(RunJson.NAME);
    RunJson.write(file, RunFixture.DESCRIPTION);
  }

  @Test
  void readsWhatItWrote() throws IOException {
    assertThat(RunJson.read(file)).isEqualTo(RunFixture.DESCRIPTION);
    assertThat(Files.readString(file))
        .startsWith("{\n  \"schema\" : \"counterpoint/run/1\",\n  \"plan\" : {")
        .contains("\"blackhole\" : \"compiler\"", "\"home\" : \"/opt/jdk-17\"");
  }

  @Test
  void readsTheFlagsOfACellAndMentionsNoneWhereThereAreNone() throws IOException {
    assertThat(Files.readString(file)).doesNotContain("\"jvm\"");
    Plan plan = RunFixture.DESCRIPTION.plan();
    Cell flagged =
        RunFixture.MUTEX.on(new JvmVariant("old locks", List.of("-XX:LockingMode=1", "-Xmx1g")));
    RunDescription run =
        new RunDescription(
            plan.withCells(
                List.of(new PlannedCell(RunFixture.MUTEX, 2), new PlannedCell(flagged, 2))),
            RunFixture.DESCRIPTION.environment(),
            RunFixture.DESCRIPTION.jdks());
    RunJson.write(file, run);
    assertThat(RunJson.read(file)).isEqualTo(run);
    assertThat(Files.readString(file).split("\"jvm\"", -1)).hasSize(2);

    replace("\"old locks\"", "\"none\"");
    assertThat(refused().reason())
        .isEqualTo("plan.cells[1].cell.jvm: \"none\" stands for no JVM flag, and \"none\" has 2");
  }

  private static RunDescription needing(int sinceJdk, String label) {
    RunJdk jdk = RunFixture.DESCRIPTION.jdks().get(0);
    return new RunDescription(
        RunFixture.DESCRIPTION
            .plan()
            .withCells(
                List.of(
                    new PlannedCell(RunFixture.MUTEX, 2),
                    new PlannedCell(RunFixture.ATOMIC, 2, sinceJdk))),
        RunFixture.DESCRIPTION.environment(),
        List.of(
            new RunJdk(
                label, jdk.version(), jdk.vmName(), jdk.vmVersion(), jdk.home(), jdk.blackhole())));
  }

  @Test
  void readsTheJdkThatACellNeedsAndMentionsNoneWhereItNeedsNone() throws IOException {
    assertThat(Files.readString(file)).doesNotContain("sinceJdk");
    assertThat(RunJson.read(file).plan().cells()).extracting(PlannedCell::sinceJdk).containsOnly(0);
    RunDescription run = needing(21, "17");
    RunJson.write(file, run);
    assertThat(RunJson.read(file)).isEqualTo(run);
    assertThat(Files.readString(file).split("\"sinceJdk\" : 21", -1)).hasSize(2);

    replace("\"sinceJdk\" : 21", "\"sinceJdk\" : \"new\"");
    assertThat(refused().reason()).isEqualTo("plan.cells[1].sinceJdk is not a whole number");
  }

  /** Labels tell which JDK is new enough. */
  @Test
  void refusesALabelThatBeginsWithAnotherVersionWhereACellNeedsAJdk() {
    assertThatThrownBy(() -> needing(21, "25"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a plan in which cells need a JDK, and one of version 17.0.15 whose label \"25\""
                + " begins otherwise");
    assertThat(needing(0, "25").jdks()).hasSize(1);
  }

  /** As the version before wrote it. */
  @Test
  void aPlanThatMentionsNoParamsKnowsNone() throws IOException {
    String text = Files.readString(file);
    int params = text.indexOf("    \"params\" : [ {\n      \"name\"");
    Files.writeString(
        file, text.substring(0, params) + text.substring(text.indexOf("    \"controls\"")));
    Plan plan = RunJson.read(file).plan();
    assertThat(plan.params()).isEmpty();
    assertThat(plan.strategies()).isEqualTo(RunFixture.DESCRIPTION.plan().strategies());
    assertThat(plan.controls()).isEqualTo(RunFixture.DESCRIPTION.plan().controls());
  }

  /** As the version before wrote it. */
  @Test
  void aPlanThatMentionsNoPrecisionAndNoLimitHasNone() throws IOException {
    replace(
        "    \"precision\" : 0.1,\n    \"finerPrecision\" : 0.05,\n    \"limitSeconds\" : 540.0,\n",
        "");
    Plan plan = RunJson.read(file).plan();
    assertThat(plan.precision()).isZero();
    assertThat(plan.finerPrecision()).isZero();
    assertThat(plan.limitSeconds()).isZero();
    assertThat(plan.budgetSeconds()).isZero();
    assertThat(plan.command()).isEqualTo(RunFixture.DESCRIPTION.plan().command());
  }

  @Test
  void leavesNothingButTheFile() throws IOException {
    RunJson.write(file, RunFixture.DESCRIPTION);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void refusesToWriteWhatItCouldNotRead() throws IOException {
    Environment known = RunFixture.DESCRIPTION.environment();
    Environment unknownLoad = known.finished(Double.NaN, known.finishedAt());
    RunDescription bad =
        new RunDescription(
            RunFixture.DESCRIPTION.plan(), unknownLoad, RunFixture.DESCRIPTION.jdks());
    assertThatThrownBy(() -> RunJson.write(file, bad))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("would not be read back: not JSON: Non-standard token 'NaN'");
    assertThat(RunJson.read(file)).isEqualTo(RunFixture.DESCRIPTION);
  }

  @Test
  void ignoresFieldsThatItDoesNotKnow() throws IOException {
    replace("\"plan\" : {", "\"later\" : [1], \"plan\" : { \"mood\" : \"good\",");
    assertThat(RunJson.read(file)).isEqualTo(RunFixture.DESCRIPTION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"blocks\" : 2`|`\"blocks\" : \"two\"`|`7:16: plan.blocks is not a whole number`",
        "`\"blocks\" : 2`|`\"blocks\" : 2.5`|`7:16: plan.blocks is \"2.5\", not a whole number`",
        "`\"blocks\" : 2`|`\"blocks\" : null`|`7:16: plan.blocks is not a whole number`",
        "`\"blocks\" : 2,`|``|`70:3: plan.blocks is missing`",
        "`\"blocks\" : 2`|`\"blocks\" : 3000000000`|`7:26: plan.blocks is too large`",
        "`\"cores\" : 2`|`\"cores\" : \"2\"`|`73:15: environment.cores is not a whole number`",
        "`\"supportsVerdicts\" : true`|`\"supportsVerdicts\" : \"yes\"`|`5:26: plan.supportsVerdicts is not true or false`",
        "`\"suite\" : \"standard\"`|`\"suite\" : 5`|`4:15: plan.suite is \"5\", not a text`",
        "`\"suite\" : \"standard\"`|`\"suite\" : {}`|`4:15: plan.suite is not a text`",
        "`[ \"example.Control.nothing\" ]`|`[ null ]`|`30:20: plan.controls[0] is not a text`",
        "`\"blocks\" : 2`|`\"blocks\" : 0`|`1:1: a plan of 0 blocks`",
        "`\"jdks\" : [ {`|`\"jdks\" : [ null, {`|`95:14: jdks[0] is not an object`",
        "`\"blackhole\" : \"unknown\"`|`\"blackhole\" : \"magic\"`|`108:19: jdks[1].blackhole is \"magic\", not one of compiler, full, dontinline, unknown`",
        "`\"label\" : \"25\"`|`\"label\" : \"../25\"`|`109:3: jdks[1]: a JDK's label names a folder, which \"../25\" cannot`",
        "`\"label\" : \"25\"`|`\"label\" : \"17\"`|`1:1: two JDKs with one label`",
        "`\"label\" : \"Mutex\"`|`\"label\" : [1]`|`10:17: plan.strategies[0].label is not a text`",
        "`\"loadBefore\" : 0.25`|`\"loadBefore\" : \"low\"`|`78:20: environment.loadBefore is not a number`",
        "`\"logicalCores\" : 2`|`\"logicalCores\" : {}`|`86:24: environment.platform.logicalCores is not a whole number`",
        "`\"clockSource\" : \"tsc\",`|``|`92:5: environment.platform.clockSource is missing`",
        "`\"platform\" : {`|`\"platform\" : 7, \"old\" : {`|`83:18: environment.platform is not an object`",
        "`\"platform\" : {`|`\"platform\" : null, \"old\" : {`|`94:3: environment.platform is missing`",
        "`\"os\" : \"Linux 6.1\"`|`\"os\" : \"Linux 6.1\", \"os\" : \"x\"`|`75:29: not JSON: Duplicate field 'os'`",
        "`\"os\" : \"Linux 6.1\",`|`\"os\" : \"Linux 6.1\"`|`76:5: not JSON: Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries`",
        "`\"schema\" : \"counterpoint/run/1\",`|``|`1:1: the first field is not \"schema\", so this is no counterpoint/run/1`",
        "`\"margin\" : 0.05,`|``|`70:3: plan.margin is missing`",
        "`\"budgetSeconds\" : 0.0`|`\"budgetSeconds\" : -1`|`70:3: plan: a margin of 0.05, a budget of -1.0 s, a precision of 0.1 and then of 0.05, a limit of 540.0 s`",
        "`\"precision\" : 0.1`|`\"precision\" : \"a tenth\"`|`66:19: plan.precision is not a number`",
        "`\"precision\" : 0.1`|`\"precision\" : -0.1`|`70:3: plan: a margin of 0.05, a budget of 0.0 s, a precision of -0.1 and then of 0.05, a limit of 540.0 s`",
        "`\"limitSeconds\" : 540.0`|`\"limitSeconds\" : null`|`68:22: plan.limitSeconds is not a number`",
        "`\"stopsEarly\" : false`|`\"stopsEarly\" : 0`|`64:20: plan.stopsEarly is \"0\", not true or false`",
        "`\"measurements\" : 2`|`\"measurements\" : 0`|`62:5: plan.iterations: 1 × 100 ms, 0 × 100 ms`",
        "`\"strategies\" : [ {`|`\"strategies\" : [ 7, {`|`8:22: plan.strategies[0] is not an object`",
        "`\"steps\" : [ ]`|`\"steps\" : 3`|`28:17: plan.params[1].steps is not an array`",
        "`\"unit\" : \"tokens\",`|``|`29:5: plan.params[1].unit is missing`",
        "`\"label\" : \"plain field\"`|`\"label\" : null`|`21:7: plan.params[0].steps[0].label is missing`",
        "`\"environment\" : {`|`\"environment\" : 1, \"old\" : {`|`71:19: environment is not an object`"
      })
  void refusesWithPlaceFieldAndReason(String text, String replacement, String message)
      throws IOException {
    replace(text, replacement == null ? "" : replacement);
    assertThat(refused()).hasMessage(file + ":" + message + ": use the file as the run wrote it");
  }

  @Test
  void refusesAnotherVersionOfTheSchema() throws IOException {
    replace("run/1", "run/2");
    assertThat(refused())
        .hasMessage(
            file
                + ":2:14: schema is \"counterpoint/run/2\", this version reads counterpoint/run/1:"
                + " use the version of Counterpoint that wrote it");
  }

  @Test
  void refusesEveryTruncation() throws IOException {
    String whole = Files.readString(file).strip();
    for (int length = 0; length < whole.length(); length++) {
      Files.writeString(file, whole.substring(0, length));
      assertThat(refused().line()).isPositive();
    }
  }

  @Test
  void refusesLabelsThatNameNoFolder() {
    assertThatThrownBy(() -> new RunJdk("../17", "17", "VM", "17", "/", Blackhole.UNKNOWN))
        .hasMessage("a JDK's label names a folder, which \"../17\" cannot");
    RunJdk jdk = RunFixture.DESCRIPTION.jdks().get(0);
    assertThatThrownBy(
            () ->
                new RunDescription(
                    RunFixture.DESCRIPTION.plan(),
                    RunFixture.DESCRIPTION.environment(),
                    List.of(jdk, jdk)))
        .hasMessage("two JDKs with one label");
  }

  private void replace(String text, String replacement) throws IOException {
    String before = Files.readString(file);
    assertThat(before).containsOnlyOnce(text);
    Files.writeString(file, before.replace(text, replacement));
  }

  private UnreadableInput refused() {
    UnreadableInput refused = catchThrowableOfType(UnreadableInput.class, () -> RunJson.read(file));
    assertThat(refused).isNotNull();
    return refused;
  }
}
