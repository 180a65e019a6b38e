package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterpoint.analysis.model.Iterations;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.experiment.yaml.InvalidYaml;
import org.counterpoint.sharing.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuitesTest {

  private static final Path PAGE = Path.of("README.md");
  private static final Pattern YAML = Pattern.compile("```yaml\\R(.*?)```", Pattern.DOTALL);

  static List<String> names() {
    return Suites.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aSuiteOfOursIsReadOnAnyMachine(String name) {
    for (int cores : new int[] {1, 2, 6, 8, 448}) {
      Suite suite = Suites.named(name, cores);
      assertThat(suite.id()).isEqualTo(name);
      assertThat(suite.setting()).isEqualTo(name);
      assertThat(suite.jvms()).containsExactly(JvmVariant.NONE);
      assertThat(suite.threads()).startsWith(1, 2).isSorted();
      assertThat(suite.threads()).endsWith((name.equals("full") ? 4 : 2) * cores);
    }
  }

  /** A change here means that figures from before and after it can't be put side by side. */
  @Test
  void theSuitesMeasureWhatTheySay() {
    Suite smoke = Suites.named("smoke", 2);
    assertThat(smoke.supportsVerdicts()).isFalse();
    assertThat(smoke.strategies()).isEqualTo(Strategy.core());
    assertThat(smoke.workloads()).containsExactly(Workload.increment(1), Workload.serviceTime(1));
    assertThat(smoke.forks()).isEqualTo(1);
    assertThat(smoke.iterations()).isEqualTo(new Iterations(2, 100, 3, 100));

    Suite standard = Suites.named("standard", 2);
    assertThat(standard.supportsVerdicts()).isTrue();
    assertThat(standard.strategies()).isEqualTo(Strategy.core());
    assertThat(standard.workloads())
        .containsExactly(Workload.increment(30), Workload.serviceTime(5));
    assertThat(standard.iterations()).isEqualTo(new Iterations(3, 100, 5, 240));
    assertThat(standard.precision()).isEqualTo(0.1);
    assertThat(standard.finerPrecision()).isEqualTo(0.04);
    assertThat(standard.limitSeconds()).isEqualTo(540);

    Suite full = Suites.named("full", 2);
    assertThat(full.precision()).isZero();
    assertThat(full.limitSeconds()).isEqualTo(3600);
    assertThat(full.supportsVerdicts()).isTrue();
    assertThat(full.workloads())
        .contains(
            Workload.increment(10),
            new Workload(
                WorkloadKind.SECTION,
                new TreeMap<>(Map.of("inside", "200", "outside", "1000")),
                /* forks= */ 5,
                /* mostThreads= */ 4));
    assertThat(full.workloads().stream().map(Workload::kind).distinct())
        .containsExactly(
            WorkloadKind.INCREMENT,
            WorkloadKind.SERVICE_TIME,
            WorkloadKind.PRICE,
            WorkloadKind.READS,
            WorkloadKind.ROLES,
            WorkloadKind.SECTION,
            WorkloadKind.COUNTERS,
            WorkloadKind.TALLY,
            WorkloadKind.RESPONSE_TIME,
            WorkloadKind.VIRTUAL_THREADS);
    assertThat(full.workloads())
        .filteredOn(workload -> workload.kind() == WorkloadKind.VIRTUAL_THREADS)
        .extracting(workload -> workload.values().values().toString())
        .containsExactly(
            "[10, outside]",
            "[1000, outside]",
            "[10000, outside]",
            "[10, inside]",
            "[1000, inside]",
            "[10000, inside]");
    assertThat(full.iterations()).isEqualTo(new Iterations(2, 100, 4, 100));

    Suite locks = Suites.named("locks", 2);
    assertThat(locks.supportsVerdicts()).isTrue();
    assertThat(locks.strategies()).isEqualTo(Strategy.locks());
    assertThat(locks.workloads())
        .containsExactly(
            Workload.increment(10), Workload.section(20, 100, 10), Workload.section(100, 2000, 10));
    assertThat(locks.iterations()).isEqualTo(new Iterations(3, 100, 4, 200));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aCopyOfOneOfOursIsTheSameSuite(String name, @TempDir Path folder) throws Exception {
    Suite ours = Suites.named(name, 4);
    Path copy = Files.writeString(folder.resolve("mine.yaml"), ours.text());
    Suite mine = Suites.read(copy, 4);
    assertThat(mine.id()).isEqualTo("mine");
    assertThat(mine.setting()).isEqualTo(copy.toString());
    assertThat(mine.workloads()).isEqualTo(ours.workloads());
    assertThat(mine.strategies()).isEqualTo(ours.strategies());
    assertThat(mine.threads()).isEqualTo(ours.threads());
    assertThat(mine.iterations()).isEqualTo(ours.iterations());
    assertThat(mine.precision()).isEqualTo(ours.precision());
    assertThat(mine.finerPrecision()).isEqualTo(ours.finerPrecision());
    assertThat(mine.limitSeconds()).isEqualTo(ours.limitSeconds());
  }

  @Test
  void whatThePageShowsIsRead(@TempDir Path folder) throws Exception {
    List<String> shown =
        YAML.matcher(Files.readString(PAGE)).results().map(result -> result.group(1)).toList();
    assertThat(shown).isNotEmpty();
    for (String yaml : shown) {
      Suite suite = Suites.read(Files.writeString(folder.resolve("page.yaml"), yaml), 4);
      assertThat(suite.jvms()).hasSizeGreaterThan(1);
    }
  }

  @Test
  void whatThePageSaysOfASlipIsSaid(@TempDir Path folder) throws Exception {
    String page = Files.readString(PAGE);
    Matcher shown = YAML.matcher(page);
    assertThat(shown.find()).isTrue();
    String slip = shown.group(1).replace("ATOMIC_INTEGER", "ATOMIC_INTGER");
    Path file = Files.writeString(folder.resolve("my-suite.yaml"), slip);
    InvalidYaml refused = catchThrowableOfType(InvalidYaml.class, () -> Suites.read(file, 4));
    String said =
        String.valueOf(refused.getMessage())
            .substring(file.toString().length() - "my-suite.yaml".length());
    assertThat(page).contains(said.substring(0, said.indexOf("SYNCHRONIZED")));
  }

  @Test
  void thePageHasEveryKey() throws IOException {
    List<String> keys =
        Pattern.compile("(?m)^\\| `([a-z -]+)` \\|")
            .matcher(Files.readString(PAGE))
            .results()
            .map((MatchResult result) -> result.group(1))
            .toList();
    assertThat(keys).containsAll(SuiteReader.KEYS);
  }

  @Test
  void aWrongFileIsNamedAsTheUserNamedIt(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "forks: ten\n");
    assertThatExceptionOfType(InvalidYaml.class)
        .isThrownBy(() -> Suites.read(file, 2))
        .withMessage(file + ":1:8: forks is \"ten\", not a whole number from 1 to 1000");
  }

  @ParameterizedTest
  @CsvSource({
    "mine.yaml, mine",
    "Mine.YML, Mine",
    "my suite (2).yaml, my-suite-2-",
    ".yaml, suite",
    "..yaml, suite",
    "a.b.yaml, a.b",
    "suite, suite",
    "\u00e9t\u00e9.yaml, t-"
  })
  void aFilesNameIsPartOfTheRunsFolder(String file, String id, @TempDir Path folder)
      throws Exception {
    Path copy = Files.writeString(folder.resolve(file), Suites.named("smoke", 2).text());
    assertThat(Suites.read(copy, 2).id()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.yaml", "A.YML", "./smoke", "suites/mine", "C:\\mine", "/abs/x.yaml", ".yaml"})
  void pathsAreToldFromNames(String setting) {
    assertThat(Suites.isPath(setting)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"smoke", "quick", "mine.yaml.txt", "yaml", ""})
  void namesAreToldFromPaths(String setting) {
    assertThat(Suites.isPath(setting)).isFalse();
  }
}
