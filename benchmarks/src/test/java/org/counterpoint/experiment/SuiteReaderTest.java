package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.counterpoint.analysis.model.Iterations;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.experiment.yaml.InvalidYaml;
import org.counterpoint.sharing.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteReaderTest {

  private static final int CORES = 6;

  /** The least that a suite can say; four lines, to which tests add a fifth. */
  private static final String LEAST =
      """
      workloads: increment
      forks: 10
      warm-up: 3 x 100 ms
      measurement: 5 x 140 ms
      """;

  private static final String ALL =
      """
      verdicts: yes
      strategies: [MUTEX, Synchronized, reentrant lock, mutex-strict]
      workloads:
        - increment
        - service time: {forks: 5}
        - section: {inside: 20, outside: 100}
        - section:
            inside: 0
            outside: 2000
            forks: 3
      threads: [1, cores, 2x cores]
      forks: 7
      warm-up: 1x20ms
      measurement: 2 x 3 s
      controls: no
      precision: 2.5 %
      finer precision: 1 %
      time limit: 3 min
      jvm flags:
        none: []
        ZGC: [-XX:+UseZGC, -Xmx1g]
        old locks: -XX:LockingMode=1
      """;

  private static Suite read(String yaml) throws InvalidYaml {
    return SuiteReader.read(new SuiteReader.Source("mine", "my/mine.yaml", "f", yaml), CORES);
  }

  private static String refused(String yaml) {
    InvalidYaml refused = catchThrowableOfType(InvalidYaml.class, () -> read(yaml));
    assertThat(refused).as(yaml).isNotNull();
    return String.valueOf(refused.getMessage());
  }

  /** What is said of a suite with this line in place of the one of the same key. */
  private static String refusedWith(String line) {
    String key = line.substring(0, line.indexOf(':') + 1);
    String changed =
        LEAST.contains(key)
            ? LEAST.replaceFirst("(?m)^" + key + ".*$", Matcher.quoteReplacement(line))
            : LEAST + line + "\n";
    return refused(changed);
  }

  @Test
  void everyKeyIsRead() throws InvalidYaml {
    assertThat(read(ALL))
        .isEqualTo(
            new Suite(
                "mine",
                "my/mine.yaml",
                ALL,
                true,
                List.of(
                    Strategy.SYNCHRONIZED,
                    Strategy.REENTRANT_LOCK,
                    Strategy.MUTEX,
                    Strategy.MUTEX_STRICT),
                List.of(
                    Workload.increment(7),
                    Workload.serviceTime(5),
                    Workload.section(20, 100, 7),
                    Workload.section(0, 2000, 3)),
                List.of(1, 6, 12),
                7,
                false,
                0.025,
                0.01,
                180,
                List.of(
                    JvmVariant.NONE,
                    new JvmVariant("ZGC", List.of("-XX:+UseZGC", "-Xmx1g")),
                    new JvmVariant("old locks", List.of("-XX:LockingMode=1"))),
                new Iterations(1, 20, 2, 3000)));
  }

  @Test
  void whatIsLeftOutHasItsDefault() throws InvalidYaml {
    Suite suite = read(LEAST);
    assertThat(suite.supportsVerdicts()).isTrue();
    assertThat(suite.withControls()).isTrue();
    assertThat(suite.strategies()).isEqualTo(Strategy.core());
    assertThat(suite.threads()).containsExactly(1, 2, 4, 8, 12);
    assertThat(suite.jvms()).containsExactly(JvmVariant.NONE);
    assertThat(suite.precision()).isZero();
    assertThat(suite.finerPrecision()).isZero();
    assertThat(suite.limitSeconds()).isZero();
    assertThat(read(LEAST + "verdicts: no").supportsVerdicts()).isFalse();
    assertThat(read(LEAST.replace("increment", "[section: {inside: 1, outside: 0}]")).strategies())
        .isEqualTo(Strategy.locks());
  }

  @Test
  void theOrderOfKeysIsNobodysConcern() throws InvalidYaml {
    String turned = LEAST.lines().sorted().reduce("", (above, line) -> line + "\n" + above);
    assertThat(turned).isNotEqualTo(LEAST);
    assertThat(read(turned).workloads()).isEqualTo(read(LEAST).workloads());
    assertThat(read(turned).iterations()).isEqualTo(read(LEAST).iterations());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "core;SYNCHRONIZED, REENTRANT_LOCK, MUTEX, ATOMIC_INTEGER, LONG_ADDER, MESSAGE_PASSING",
        "LOCKS;SYNCHRONIZED, REENTRANT_LOCK, MUTEX, MUTEX_STRICT",
        "[MUTEX, SYNCHRONIZED];SYNCHRONIZED, MUTEX",
        "[locks, mutex];SYNCHRONIZED, REENTRANT_LOCK, MUTEX, MUTEX_STRICT"
      })
  void strategiesAreNamesAndSetsInTheRegistrysOrder(String written, String meant)
      throws InvalidYaml {
    assertThat(Strategies.names(read(LEAST + "strategies: " + written).strategies()))
        .isEqualTo(List.of(meant.split(", ", -1)));
  }

  @Test
  void aSetStandsForWhatCanDoSomeWorkload() throws InvalidYaml {
    String section = LEAST.replace("increment", "[section: {inside: 1, outside: 1}]");
    assertThat(read(section + "strategies: core").strategies())
        .containsExactly(Strategy.SYNCHRONIZED, Strategy.REENTRANT_LOCK, Strategy.MUTEX);
    assertThat(read(section + "strategies: all").strategies()).isEqualTo(Strategy.locks());
    String both = LEAST.replace("increment", "[section: {inside: 1, outside: 1}, increment]");
    assertThat(read(both + "strategies: core").strategies()).isEqualTo(Strategy.core());
    assertThat(read(both).strategies()).isEqualTo(Strategy.core());
  }

  private static List<Workload> workloads(String yaml) throws InvalidYaml {
    return read(LEAST.replace("workloads: increment", "workloads: " + yaml)).workloads();
  }

  private static Workload workload(WorkloadKind kind, int forks, String... keysAndValues) {
    SortedMap<String, String> values = new TreeMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return new Workload(kind, values, forks);
  }

  @Test
  void aWorkloadIsToldWhatItNeeds() throws InvalidYaml {
    assertThat(
            workloads(
                "[reads: {percent: 90}, roles: {one: reader, forks: 3}, counters: {number: 16,"
                    + " choice: zipf, layout: packed}, tally: {percent: 0}, response time: {rate:"
                    + " 500}]"))
        .containsExactly(
            workload(WorkloadKind.READS, 10, "percent", "90"),
            workload(WorkloadKind.ROLES, 3, "one", "reader"),
            workload(
                WorkloadKind.COUNTERS, 10, "number", "16", "choice", "zipf", "layout", "packed"),
            workload(WorkloadKind.TALLY, 10, "percent", "0"),
            workload(WorkloadKind.RESPONSE_TIME, 10, "rate", "500"));
  }

  @Test
  void aWorkloadMayHaveItsMostThreads() throws InvalidYaml {
    assertThat(workloads("[increment: {most threads: cores}, service time: {most threads: 3}]"))
        .extracting(Workload::mostThreads)
        .containsExactly(CORES, 3);
    assertThat(workloads("increment").get(0).threads(List.of(1, 4096))).containsExactly(1, 4096);
    assertThat(workloads("[increment: {most threads: 3}]").get(0).threads(List.of(1, 3, 4)))
        .containsExactly(1, 3);
  }

  @Test
  void virtualThreadsAreANumberAndAPlaceToSleep() throws InvalidYaml {
    String written = "[virtual threads: {number: [10, 100000], sleep: %s}]";
    List<Workload> outside = workloads(written.formatted("outside"));
    assertThat(outside)
        .containsExactly(
            workload(WorkloadKind.VIRTUAL_THREADS, 10, "number", "10", "sleep", "outside"),
            workload(WorkloadKind.VIRTUAL_THREADS, 10, "number", "100000", "sleep", "outside"));
    assertThat(outside).extracting(Workload::demand).containsOnly(Demand.NOTHING);
    assertThat(workloads(written.formatted("inside")))
        .extracting(Workload::demand)
        .containsOnly(Demand.LOCK);
    String inside = "[virtual threads: {number: 10, sleep: inside}]";
    assertThat(read(LEAST.replace("increment", inside)).strategies()).isEqualTo(Strategy.locks());
    assertThat(refused(LEAST.replace("increment", inside) + "strategies: LONG_ADDER"))
        .startsWith("f:5:13: LONG_ADDER has no lock to hold, which the virtual threads in line 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{number: 0, sleep: inside};number is \"0\", not a whole number from 1 to 100000",
        "{number: 100001, sleep: inside};number is \"100001\", not a whole number from 1 to 100000",
        "{number: 10, sleep: OUTSIDE};sleep is \"OUTSIDE\", not outside or inside",
        "{number: 10};virtual threads without \"sleep\": give outside or inside",
        "{sleep: inside};virtual threads without \"number\": give a whole number from 1 to 100000",
        "{number: 10, sleep: inside, nap: 1};\"nap\" is no key of virtual threads"
      })
  void virtualThreadsAreChecked(String value, String message) {
    assertThat(refused(LEAST.replace("increment", "[virtual threads: " + value + "]")))
        .startsWith("f:1:")
        .contains(": " + message);
  }

  @Test
  void ofListsOfValuesThereIsAWorkloadForEachCombination() throws InvalidYaml {
    assertThat(workloads("[section: {inside: [0, 20], outside: [0, 100]}]"))
        .containsExactly(
            Workload.section(0, 0, 10),
            Workload.section(20, 0, 10),
            Workload.section(0, 100, 10),
            Workload.section(20, 100, 10));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "3;3",
        "cores;6",
        "2x cores;12",
        "up to 5;1, 2, 4, 5",
        "up to 3x cores;1, 2, 4, 8, 16, 18",
        "[8, up to 4, cores, 6];1, 2, 4, 6, 8"
      })
  void threadsMayRelateToTheCores(String written, String meant) throws InvalidYaml {
    assertThat(read(LEAST + "threads: " + written).threads()).hasToString("[" + meant + "]");
  }

  static Stream<Arguments> keys() {
    return Stream.of(
        Arguments.of(
            LEAST + "strategy: core",
            "5:1: \"strategy\" is no key of a suite: did you mean \"strategies\"? there are"
                + " verdicts, strategies, workloads, threads, forks, warm-up, measurement,"
                + " controls, precision, finer precision, time limit, jvm flags"),
        Arguments.of(
            LEAST + "Forks: 5",
            "5:1: \"Forks\" is no key of a suite: did you mean \"forks\"? there are verdicts,"),
        Arguments.of(
            LEAST + "colour: red", "5:1: \"colour\" is no key of a suite: there are verdicts,"),
        Arguments.of(LEAST + "<<: {forks: 1}", "5:1: \"<<\" is no key of a suite: there are"),
        Arguments.of(LEAST + "forks: 5", "5:1: \"forks\" comes twice, first in line 2"),
        Arguments.of(
            "forks: 10",
            "1:1: a suite without \"workloads\": give increment, service time, or such as"
                + " section: {inside: 20, outside: 100}"),
        Arguments.of(
            "workloads: increment",
            "1:1: a suite without \"forks\": give a whole number from 1 to 1000"),
        Arguments.of(
            "\nworkloads: increment\nforks: 10\nwarm-up: 1 x 1 s",
            "2:1: a suite without \"measurement\": give such as 3 x 100 ms: 1 to 1000 iterations"),
        Arguments.of(
            "- increment", "1:1: a suite is a list, not keys with values such as \"forks: 10\""),
        Arguments.of("--- \n", "2:1: a suite is nothing, not keys with values such as"),
        Arguments.of(
            "forks", "1:1: a suite is \"forks\", not keys with values such as \"forks: 10\""));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void keysAreChecked(String yaml, String message) {
    assertThat(refused(yaml)).startsWith("f:" + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "1001",
        "99999999999999999999",
        "1.5",
        "010",
        "1e2",
        "0x10",
        "+5",
        "ten",
        "१०",
        "1_0",
        "yes"
      })
  void forksAreAWholeNumber(String text) {
    assertThat(refusedWith("forks: " + text))
        .isEqualTo("f:2:8: forks is \"" + text + "\", not a whole number from 1 to 1000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"[10];2:8: forks is a list", "{a: 1};2:8: forks is keys with values"})
  void aWrongTypeIsNamed(String value, String message) {
    assertThat(refusedWith("forks: " + value))
        .isEqualTo("f:" + message + ", not a whole number from 1 to 1000");
  }

  @Test
  void aKeyWithoutAValueIsNamed() {
    assertThat(refusedWith("forks:"))
        .isEqualTo("f:2:7: forks is nothing, not a whole number from 1 to 1000");
    assertThat(refusedWith("strategies:")).contains("5:12: a strategy is nothing, not");
    assertThat(refusedWith("threads: ''")).contains("5:10: threads is nothing, not");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3", "100 ms", "0 x 100 ms", "3 x 0 ms", "-3 x 100 ms", "3 x -100 ms", "1001 x 1 ms",
        "3 x 601 s", "3 x 600001 ms", "3 x 100", "3 x 100 us", "3 x 1 min", "3 x 0.1 s", "3, 100",
        "99999999999 x 1 ms", "1 x 99999999999 ms", "3 × 100 ms"
      })
  void iterationsAreACountAndATime(String text) {
    String valid = "\", not such as 3 x 100 ms: 1 to 1000 iterations of 1 ms to 600 s each";
    assertThat(refusedWith("warm-up: " + text)).isEqualTo("f:3:10: warm-up is \"" + text + valid);
    assertThat(refusedWith("measurement: " + text))
        .isEqualTo("f:4:14: measurement is \"" + text + valid);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-2",
        "4097",
        "1.5",
        "two",
        "core",
        "0x cores",
        "65x cores",
        "1.5x cores",
        "99999x cores",
        "2xcores cores",
        "up to",
        "up to up to 4",
        "99999999999999999999"
      })
  void threadsAreNumbersOrRelateToTheCores(String text) {
    assertThat(refusedWith("threads: " + text))
        .isEqualTo(
            "f:5:10: threads is \""
                + text
                + "\", not a whole number from 1 to 4096, or such as cores, 2x cores, up to 2x"
                + " cores");
  }

  @ParameterizedTest
  @CsvSource({"10 %, 0.1", "10%, 0.1", "0.1 %, 0.001", "100 %, 1", "2.5  %, 0.025", "07 %, 0.07"})
  void aPrecisionIsAPercentage(String written, double meant) throws InvalidYaml {
    assertThat(read(LEAST + "precision: " + written).precision()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 %",
        "0.09 %",
        "100.001 %",
        "101 %",
        "-1 %",
        "10",
        "0.1",
        "ten %",
        "± 5 %",
        "1e1 %",
        "1,5 %",
        "99999999999999999999 %",
        "1.2345 %",
        "% 10",
        "१० %"
      })
  void aPrecisionThatIsNoneIsRefused(String text) {
    assertThat(refusedWith("precision: '" + text + "'"))
        .isEqualTo("f:5:12: precision is \"" + text + "\", not such as 10 %: from 0.1 % to 100 %");
  }

  @Test
  void aPrecisionIsForASuiteThatStopsEarly() {
    assertThat(refused(LEAST + "verdicts: no\nprecision: 10 %"))
        .isEqualTo("f:6:12: a suite without verdicts makes all of its forks: leave precision out");
  }

  @ParameterizedTest
  @CsvSource({
    "precision: 10 %, finer precision: 10 %, 6:18: finer precision comes after precision"
        + " and must be smaller than its 10 %",
    "precision: 2.5 %, finer precision: 7 %, 6:18: finer precision comes after precision"
        + " and must be smaller than its 2.5 %",
    "controls: yes, finer precision: 7 %, 6:18: finer precision says what comes after precision"
        + " which is missing",
    "precision: 10 %, finer precision: 5, 6:18: finer precision is \"5\""
        + " not such as 10 %: from 0.1 % to 100 %",
    "verdicts: no, finer precision: 5 %, 6:18: a suite without verdicts makes all of its forks:"
        + " leave finer precision out"
  })
  void aFinerPrecisionComesAfterACoarserOne(String first, String second, String said) {
    assertThat(refused(LEAST + first + "\n" + second).replace(",", "")).isEqualTo("f:" + said);
  }

  @ParameterizedTest
  @CsvSource({"90 s, 90", "9 min, 540", "9min, 540", "1 s, 1", "1440 min, 86400", "86400 s, 86400"})
  void aTimeLimitIsATime(String written, double seconds) throws InvalidYaml {
    assertThat(read(LEAST + "time limit: " + written).limitSeconds()).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 s",
        "0 min",
        "9",
        "9 m",
        "9m",
        "1h",
        "1.5 min",
        "-9 min",
        "1441 min",
        "86401 s",
        "1 min 30 s",
        "999999 min",
        "9999999 s",
        "nine min",
        "९ min"
      })
  void aTimeLimitThatIsNoneIsRefused(String text) {
    assertThat(refusedWith("time limit: " + text))
        .isEqualTo(
            "f:5:13: time limit is \"" + text + "\", not such as 90 s or 9 min: up to 1440 min");
  }

  static Stream<Arguments> lines() {
    return Stream.of(
        Arguments.of("verdicts: maybe", "5:11: verdicts is \"maybe\", not yes or no"),
        Arguments.of("controls: maybe", "5:11: controls is \"maybe\", not yes or no"),
        Arguments.of("verdicts: [no]", "5:11: verdicts is a list, not yes or no"),
        Arguments.of("precision: [10 %]", "5:12: precision is a list, not such as 10 %: from"),
        Arguments.of("precision:", "5:11: precision is nothing, not such as 10 %: from 0.1 %"),
        Arguments.of("precison: 10 %", "5:1: \"precison\" is no key of a suite: did you mean"),
        Arguments.of("time limit: {a: 1}", "5:13: time limit is keys with values, not such as 90"),
        Arguments.of("time limit: ''", "5:13: time limit is nothing, not such as 90 s or 9 min"),
        Arguments.of("threads: []", "5:10: threads is an empty list, not a whole number from 1"),
        Arguments.of("threads: [1, 2, 1]", "5:17: \"1\" comes twice, first in line 5"),
        Arguments.of("threads: [2x cores, 2 x cores]", "5:21: \"2 x cores\" comes twice, first"),
        Arguments.of("threads: {a: 1}", "5:10: threads is keys with values, not a whole number"),
        Arguments.of("threads: [[1]]", "5:11: threads is a list, not a whole number from 1"),
        Arguments.of(
            "strategies: MUTX",
            "5:13: \"MUTX\" is no strategy: did you mean \"MUTEX\"? there are core, extended, all,"
                + " locks, SYNCHRONIZED, REENTRANT_LOCK,"),
        Arguments.of("strategies: [core, 7]", "5:20: \"7\" is no strategy: there are core,"),
        Arguments.of("strategies: [MUTEX, mutex]", "5:21: \"mutex\" comes twice, first in line 5"),
        Arguments.of("strategies: [core, core]", "5:20: \"core\" comes twice, first in line 5"),
        Arguments.of(
            "strategies: []",
            "5:13: strategies is an empty list, not the name of a strategy or of a set"),
        Arguments.of(
            "strategies: {core: 1}",
            "5:13: strategies is keys with values, not the name of a strategy or of a set, or a"
                + " list of such"),
        Arguments.of("strategies: [[core]]", "5:14: a strategy is a list, not the name of"),
        Arguments.of(
            "workloads: incremet",
            "1:12: \"incremet\" is no workload: did you mean \"increment\"? there are increment,"
                + " service time, section"),
        Arguments.of("workloads: []", "1:12: workloads is an empty list, not increment, service"),
        Arguments.of("workloads: [[increment]]", "1:13: a workload is a list, not increment,"),
        Arguments.of("workloads: {increment: {}}", "1:12: workloads is keys with values, not"),
        Arguments.of("workloads: [{}]", "1:13: a workload is keys with values, not increment,"),
        Arguments.of(
            "workloads: section",
            "1:12: a section without its values: write as in section: {inside: 20, outside: 100}"),
        Arguments.of(
            "workloads: [section: 20]",
            "1:22: section is \"20\", not keys with values such as section: {inside: 20, outside:"),
        Arguments.of(
            "workloads: [{section: {inside: 1, outside: 2}, forks: 3}]",
            "1:48: \"forks\" stands beside \"section\", not below it: indent it further, or"),
        Arguments.of(
            "workloads: [section: {inside: 1}]",
            "1:22: section without \"outside\": give a whole number from 0 to 1000000"),
        Arguments.of(
            "workloads: [section: {inside: 1, outsde: 1}]",
            "1:34: \"outsde\" is no key of section: did you mean \"outside\"? there are inside,"
                + " outside, forks, most threads"),
        Arguments.of(
            "workloads: [increment: {inside: 1}]",
            "1:25: \"inside\" is no key of increment: there are forks"),
        Arguments.of(
            "workloads: [increment: {forks: 0}]",
            "1:32: forks is \"0\", not a whole number from 1 to 1000"),
        Arguments.of(
            "workloads: [section: {inside: -1, outside: 1}]",
            "1:31: inside is \"-1\", not a whole number from 0 to 1000000"),
        Arguments.of(
            "workloads: [section: {inside: 1, outside: 1000001}]",
            "1:43: outside is \"1000001\", not a whole number from 0 to 1000000"),
        Arguments.of(
            "workloads: [section: {inside: 0, outside: 0}]",
            "1:22: a section of 0 and 0: two calls that do nothing; measure increment instead"),
        Arguments.of(
            "workloads: reads",
            "1:12: a reads without its values: write as in reads: {percent: 90}"),
        Arguments.of(
            "workloads: [reads: {percent: 101}]",
            "1:30: percent is \"101\", not a whole number from 0 to 100"),
        Arguments.of(
            "workloads: [reads: {percent: [50, 90, 50]}]",
            "1:39: \"50\" comes twice among the values of percent"),
        Arguments.of(
            "workloads: [increment: {most threads: some}]",
            "1:39: most threads is \"some\", not a whole number from 1 to 4096, or such as cores"),
        Arguments.of("workloads: [reads: {percent: []}]", "1:30: percent is an empty list, not"),
        Arguments.of(
            "workloads: [roles: {one: waiter}]", "1:26: one is \"waiter\", not writer or reader"),
        Arguments.of(
            "workloads: [counters: {number: 1, layout: packed}]",
            "1:23: counters without \"choice\": give uniform or zipf or own"),
        Arguments.of(
            "workloads: [section: {inside: [0, 1], outside: 1}, section: {inside: 1, outside: 1}]",
            "1:52: the same workload as in line 1; keep one of the two"),
        Arguments.of(
            "workloads: [increment, increment: {forks: 3}]",
            "1:24: the same workload as in line 1; keep one of the two"),
        Arguments.of(
            "workloads: [section: {inside: 1, outside: 1}, section: {outside: 1, inside: 1}]",
            "1:47: the same workload as in line 1; keep one of the two"));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aLineIsRefusedWithWhatIsValid(String line, String message) {
    assertThat(refusedWith(line)).startsWith("f:" + message);
  }

  @Test
  void aWorkloadsValuesBelongBelowIt() {
    assertThat(
            refused(
                LEAST.replace(
                    "workloads: increment",
                    "workloads:\n  - section:\n    inside: 20\n    outside: 100")))
        .isEqualTo(
            "f:3:5: \"inside\" stands beside \"section\", not below it: indent it further, or"
                + " write as in section: {inside: 20, outside: 100}");
  }

  @Test
  void aStrategyWithoutALockIsRefusedForASection() {
    String yaml =
        LEAST.replace("increment", "[section: {inside: 1, outside: 1}]")
            + "strategies: [MUTEX, ATOMIC_INTEGER]\n";
    assertThat(refused(yaml))
        .isEqualTo(
            "f:5:21: ATOMIC_INTEGER has no lock to hold, which the section in line 1 needs; those"
                + " that can do it: SYNCHRONIZED, REENTRANT_LOCK, MUTEX, MUTEX_STRICT");
  }

  static Stream<Arguments> flags() {
    return Stream.of(
        Arguments.of(
            "[-XX:+UseZGC]",
            "12: jvm flags is a list, not names with lists of flags such as {none: [], ZGC:"
                + " [-XX:+UseZGC]}"),
        Arguments.of("{}", "12: jvm flags is an empty list of keys, not names with lists of"),
        Arguments.of("none", "12: jvm flags is \"none\", not names with lists of flags such as"),
        Arguments.of("{none: [-Xint]}", "19: \"none\" has no flags; write \"none: []\""),
        Arguments.of("{None: []}", "13: \"None\" is written \"none\""),
        Arguments.of("{ZGC: []}", "18: \"ZGC\" is without flags, which only \"none\" can be"),
        Arguments.of("{ZGC: }", "17: \"ZGC\" is without flags, which only \"none\" can be"),
        Arguments.of("{ZGC: {a: b}}", "18: ZGC is keys with values, not a flag such as -XX:+"),
        Arguments.of("{ZGC: [[-Xint]]}", "19: a flag is a list, not a flag such as -XX:+UseZGC"),
        Arguments.of("{ZGC: UseZGC}", "18: a flag is \"UseZGC\", not a flag such as -XX:+UseZGC"),
        Arguments.of("{a: ['@file']}", "17: a flag is \"@file\", not a flag such as"),
        Arguments.of(
            "{a: -Xms1g -Xmx1g}",
            "16: \"-Xms1g -Xmx1g\" has a blank in it; each flag is an item of its own"),
        Arguments.of("{a: \"-Da=b\\nc\"}", "16: \"-Da=b c\" has a blank in it; each flag is"),
        Arguments.of(
            "{a: -jar}", "16: \"-jar\" says what a JVM is to do, not how; give a flag such as"),
        Arguments.of("{a: --class-path=x}", "16: \"--class-path=x\" says what a JVM is to do,"),
        Arguments.of("{a: -version}", "16: \"-version\" says what a JVM is to do, not how;"),
        Arguments.of("{a: -Xint, a: -Xcomp}", "23: \"a\" comes twice, first in line 5"),
        Arguments.of("{a: -Xint, A: -Xcomp}", "23: \"A\" is a name that was given in line 5"),
        Arguments.of("{a: [-Xint], b: -Xint}", "25: \"b\" has the same flags as one in line 5"),
        Arguments.of(
            "{1: -Xint}",
            "13: \"1\" is no name for flags: that is a letter, then up to 39 letters, digits,"
                + " blanks or any of . _ + -"),
        Arguments.of("{a/b: -Xint}", "13: \"a/b\" is no name for flags: that is a letter,"),
        Arguments.of(
            "{" + "a".repeat(41) + ": -Xint}",
            "13: \"" + "a".repeat(40) + "…\" is no name for flags: that is a letter,"));
  }

  @ParameterizedTest
  @MethodSource("flags")
  void flagsAreChecked(String value, String message) {
    assertThat(refusedWith("jvm flags: " + value)).startsWith("f:5:" + message);
  }

  @Test
  void noneMayBeWrittenWithoutAList() throws InvalidYaml {
    assertThat(read(LEAST + "jvm flags:\n  none:\n  c1: -XX:TieredStopAtLevel=1\n").jvms())
        .containsExactly(JvmVariant.NONE, new JvmVariant("c1", List.of("-XX:TieredStopAtLevel=1")));
  }

  /** Whatever is changed, the outcome is a suite or one line with a place. */
  @Test
  void noFileBringsTheReaderDown() {
    Random random = new Random(20260102);
    String odd = " \n:-?,[]{}#&*!|>'\"%@0199xabms\ud83d\udd12";
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      // With a comment, in which any change is harmless, so that some of them are read.
      StringBuilder text = new StringBuilder("# " + "as people write them ".repeat(5) + '\n' + ALL);
      for (int change = random.nextInt(3); change >= 0; change--) {
        int at = random.nextInt(text.length());
        if (random.nextBoolean()) {
          text.deleteCharAt(at);
        } else {
          text.insert(at, odd.charAt(random.nextInt(odd.length())));
        }
      }
      try {
        read(text.toString());
      } catch (InvalidYaml wrong) {
        refused++;
        assertThat(wrong.getMessage()).as(text.toString()).matches("f:\\d+:\\d+: [^\\p{Cc}]+");
      }
    }
    assertThat(refused).isBetween(1000, 19_000);
  }
}
