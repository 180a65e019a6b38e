package org.counterpoint.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.bench.Arrivals;
import org.counterpoint.bench.ControlBenchmark;
import org.counterpoint.bench.PriceBenchmark;
import org.counterpoint.bench.ReadMix;
import org.counterpoint.bench.SectionState;
import org.counterpoint.bench.VirtualThreadBenchmark;
import org.counterpoint.experiment.yaml.InvalidYaml;
import org.counterpoint.sharing.Guarantee;
import org.counterpoint.sharing.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Param;

class CellsTest {

  private static final List<Integer> THREADS = List.of(1, 8);
  private static final JvmVariant ZGC = new JvmVariant("ZGC", List.of("-XX:+UseZGC"));

  private static Settings settings(Suite suite, OptionalInt forks) {
    return new Settings(
        suite, suite.strategies(), THREADS, forks, "", 0.05, 0, Path.of("results"), 1);
  }

  private static List<PlannedCell> contending(Settings settings) {
    return Cells.of(settings).stream()
        .filter(planned -> !Cells.controls().contains(planned.cell().benchmark()))
        .toList();
  }

  private static Suite flagged(Suite suite) {
    return changed(suite, suite.withControls(), List.of(JvmVariant.NONE, ZGC));
  }

  private static Suite without(Suite suite) {
    return changed(suite, /* withControls= */ false, suite.jvms());
  }

  private static Suite changed(Suite suite, boolean withControls, List<JvmVariant> jvms) {
    return new Suite(
        suite.id(),
        suite.setting(),
        suite.text(),
        suite.supportsVerdicts(),
        suite.strategies(),
        suite.workloads(),
        suite.threads(),
        suite.forks(),
        withControls,
        suite.precision(),
        suite.finerPrecision(),
        suite.limitSeconds(),
        jvms,
        suite.iterations());
  }

  @Test
  void everyStrategyIncrementsAtEveryNumberOfThreadsInBothBenchmarks() {
    List<PlannedCell> cells =
        contending(settings(Suites.named("standard", 2), OptionalInt.empty()));
    assertThat(cells).hasSize(Strategy.core().size() * 2 * THREADS.size()).doesNotHaveDuplicates();
    assertThat(cells).extracting(PlannedCell::forks).containsOnly(30, 5);
  }

  @Test
  void everyLockIsMeasuredUnderEveryLoad() {
    List<PlannedCell> cells = contending(settings(Suites.named("locks", 2), OptionalInt.empty()));
    assertThat(cells).hasSize(Strategy.locks().size() * 3 * THREADS.size()).doesNotHaveDuplicates();
    assertThat(cells).extracting(PlannedCell::forks).containsOnly(10);
    assertThat(cells)
        .extracting(
            planned ->
                planned.cell().params().get("inside")
                    + "/"
                    + planned.cell().params().get("outside"))
        .containsOnly("null/null", "20/100", "100/2000");
  }

  private static Settings settings(String workloads, List<Integer> threads) throws InvalidYaml {
    Suite suite =
        SuiteReader.read(
            new SuiteReader.Source(
                "mine",
                "mine.yaml",
                "mine.yaml",
                "workloads: "
                    + workloads
                    + "\nforks: 5\nwarm-up: 1 x 1 ms\nmeasurement: 1 x 1 ms\n"),
            2);
    return new Settings(
        suite, suite.strategies(), threads, OptionalInt.empty(), "", 0.05, 0, Path.of("r"), 1);
  }

  @Test
  void aStrategyIsMeasuredInWhatItCanDoAndMissedInTheRest() throws InvalidYaml {
    Settings both =
        settings(
            "[increment, section: {inside: [1, 2], outside: 1}, tally: {percent: 0}]", THREADS);
    assertThat(contending(both))
        .filteredOn(planned -> planned.cell().params().containsValue("LONG_ADDER"))
        .extracting(planned -> planned.cell().shortName())
        .containsOnly("IncrementBenchmark.increment");
    assertThat(contending(both))
        .filteredOn(planned -> planned.cell().params().containsValue("MESSAGE_PASSING"))
        .extracting(planned -> planned.cell().shortName())
        .containsOnly("IncrementBenchmark.increment", "TallyBenchmark.operate");
    assertThat(Cells.absences(both))
        .extracting(Plan.Absence::strategy, absence -> absence.why())
        .containsExactly(
            tuple("ATOMIC_INTEGER", "has no lock to hold"),
            tuple("LONG_ADDER", "has no lock to hold"),
            tuple("MESSAGE_PASSING", "has no lock to hold"),
            tuple("ATOMIC_INTEGER", "cannot keep two fields in step"),
            tuple("LONG_ADDER", "cannot keep two fields in step"));
    assertThat(Cells.absences(settings("increment", THREADS))).isEmpty();
  }

  @Test
  void rolesTakeTwoThreadsAndAreNamedAlikeAtAnyNumber() throws InvalidYaml {
    List<PlannedCell> cells =
        contending(settings("[roles: {one: [writer, reader]}]", List.of(1, 2, 4)));
    assertThat(cells).doesNotHaveDuplicates();
    assertThat(cells)
        .filteredOn(planned -> planned.cell().params().containsValue("MUTEX"))
        .extracting(
            planned -> planned.cell().threads(), planned -> planned.cell().params().get("writers"))
        .containsExactlyInAnyOrder(
            tuple(2, "1"), tuple(2, "all but 1"), tuple(4, "1"), tuple(4, "all but 1"));
  }

  @Test
  void virtualThreadsAreMeasuredAtOneThreadFromJdk21On() throws InvalidYaml {
    Settings settings =
        settings(
            "[increment, virtual threads: {number: [10, 1000], sleep: [outside, inside]}]",
            List.of(2, 4));
    assertThat(contending(settings))
        .doesNotHaveDuplicates()
        .filteredOn(planned -> planned.cell().params().containsValue("MUTEX"))
        .extracting(
            planned -> planned.cell().shortName(),
            planned -> planned.cell().params().get("virtualThreads"),
            planned -> planned.cell().threads(),
            PlannedCell::sinceJdk)
        .containsExactlyInAnyOrder(
            tuple("IncrementBenchmark.increment", null, 2, 0),
            tuple("IncrementBenchmark.increment", null, 4, 0),
            tuple("VirtualThreadBenchmark.sleepOutside", "10", 1, 21),
            tuple("VirtualThreadBenchmark.sleepOutside", "1000", 1, 21),
            tuple("VirtualThreadBenchmark.sleepInside", "10", 1, 21),
            tuple("VirtualThreadBenchmark.sleepInside", "1000", 1, 21));
    assertThat(contending(settings))
        .filteredOn(planned -> planned.cell().shortName().startsWith("VirtualThread"))
        .allSatisfy(
            planned ->
                assertThat(planned.cell().params()).containsOnlyKeys("strategy", "virtualThreads"));
    assertThat(Cells.absences(settings))
        .extracting(Plan.Absence::strategy, Plan.Absence::benchmark)
        .containsExactly(
            tuple("ATOMIC_INTEGER", VirtualThreadBenchmark.class.getName() + ".sleepInside"),
            tuple("LONG_ADDER", VirtualThreadBenchmark.class.getName() + ".sleepInside"),
            tuple("MESSAGE_PASSING", VirtualThreadBenchmark.class.getName() + ".sleepInside"));
  }

  @Test
  void thePriceIsMeasuredAtOneThreadAndOfNoStrategy() throws InvalidYaml {
    assertThat(contending(settings("price", List.of(2, 4))))
        .extracting(
            planned -> planned.cell().params().toString(), planned -> planned.cell().threads())
        .containsExactlyElementsOf(
            Arrays.stream(Guarantee.values())
                .map(guarantee -> tuple("{guarantee=" + guarantee.name() + "}", 1))
                .toList());
  }

  private static String nameOf(Method method) {
    Group group = method.getAnnotation(Group.class);
    return group == null ? method.getName() : group.value();
  }

  /** What a kind names is found by JMH only if it is there. */
  @ParameterizedTest
  @EnumSource(WorkloadKind.class)
  void everyKindNamesAMethodThatIsMeasured(WorkloadKind kind) throws Exception {
    for (String sleep : List.of("outside", "inside")) {
      String name = kind.benchmark(Map.of("sleep", sleep));
      int dot = name.lastIndexOf('.');
      assertThat(Class.forName(name.substring(0, dot)).getMethods())
          .filteredOn(method -> nameOf(method).equals(name.substring(dot + 1)))
          .isNotEmpty()
          .allMatch(method -> method.isAnnotationPresent(Benchmark.class));
    }
  }

  private static List<String> controlling(Settings settings) {
    return Cells.of(settings).stream()
        .map(PlannedCell::cell)
        .filter(cell -> Cells.controls().contains(cell.benchmark()))
        .map(Cell::toString)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"smoke", "standard"})
  void theControlsRunInEverySuite(String name) {
    assertThat(controlling(settings(Suites.named(name, 2), OptionalInt.empty())))
        .containsExactly(
            "ControlBenchmark.nothing thrpt, 1 thread",
            "ControlBenchmark.direct thrpt, 1 thread",
            "ControlBenchmark.timer thrpt, 1 thread",
            "ControlBenchmark.fixedWork thrpt, 1 thread");
  }

  @ParameterizedTest
  @CsvSource({"locks, 20;100;2000", "full, 20;100;200;1000"})
  void whatASuiteGivesInTokensIsMeasuredAloneToo(String name, String tokens) {
    List<String> expected = new ArrayList<>();
    for (String control : List.of("nothing", "direct", "timer", "fixedWork")) {
      expected.add("ControlBenchmark." + control + " thrpt, 1 thread");
    }
    for (String number : tokens.split(";", -1)) {
      expected.add("ControlBenchmark.work[tokens=" + number + "] thrpt, 1 thread");
    }
    assertThat(controlling(settings(Suites.named(name, 2), OptionalInt.empty())))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void noWorkIsNotMeasuredAndTheSameWorkNotTwice() throws InvalidYaml {
    assertThat(controlling(settings("[section: {inside: [0, 30], outside: [0, 30, 7]}]", THREADS)))
        .filteredOn(cell -> cell.contains("work["))
        .containsExactly(
            "ControlBenchmark.work[tokens=7] thrpt, 1 thread",
            "ControlBenchmark.work[tokens=30] thrpt, 1 thread");
  }

  @Test
  void workIsMeasuredUnderEachOfTheFlagsWhereThereAreControls() {
    Suite suite = flagged(Suites.named("locks", 2));
    assertThat(Cells.of(settings(suite, OptionalInt.empty())))
        .filteredOn(planned -> planned.cell().params().containsKey(Plan.TOKENS))
        .extracting(planned -> planned.cell().jvm(), PlannedCell::forks)
        .containsExactly(
            tuple(JvmVariant.NONE, 10),
            tuple(JvmVariant.NONE, 10),
            tuple(JvmVariant.NONE, 10),
            tuple(ZGC, 10),
            tuple(ZGC, 10),
            tuple(ZGC, 10));
    assertThat(controlling(settings(without(suite), OptionalInt.empty()))).isEmpty();
  }

  @Test
  void aPlanSaysWhatItsParamsMean() throws InvalidYaml {
    Plan plan =
        Start.plan(settings("[price, section: {inside: 1, outside: 2}]", THREADS), /* jdks= */ 1);
    assertThat(plan.params())
        .extracting(Plan.Param::name, Plan.Param::unit)
        .containsExactly(
            tuple("guarantee", ""), tuple("inside", "tokens"), tuple("outside", "tokens"));
    assertThat(plan.params().get(0).steps())
        .extracting(Plan.Step::id, Plan.Step::label)
        .containsExactly(
            tuple("PLAIN_FIELD", "plain field"),
            tuple("REF_CELL", "RefCell"),
            tuple("ATOMIC", "atomic"),
            tuple("LOCK", "lock"),
            tuple("GUARD", "mutex guard"),
            tuple("POISON_CHECK", "poison check"),
            tuple("ROUND_TRIP", "round trip"));
    assertThat(plan.isControl(workOf(plan))).isTrue();
    assertThat(Start.plan(settings("increment", THREADS), /* jdks= */ 1).params()).isEmpty();
  }

  private static Cell workOf(Plan plan) {
    return plan.cells().stream()
        .map(PlannedCell::cell)
        .filter(cell -> cell.params().containsKey(Plan.TOKENS))
        .findFirst()
        .orElseThrow();
  }

  /** The names are of the fields that JMH fills. */
  @Test
  void theParamsThatAPlanSpeaksOfAreThoseOfTheBenchmarks() throws NoSuchFieldException {
    for (String name : ReportedParams.IN_TOKENS) {
      assertThat(SectionState.class.getField(name).isAnnotationPresent(Param.class)).isTrue();
    }
    assertThat(ReportedParams.UNITS).containsOnlyKeys("reads", "rate");
    assertThat(ReadMix.class.getField("reads").isAnnotationPresent(Param.class)).isTrue();
    assertThat(Arrivals.class.getField("rate").isAnnotationPresent(Param.class)).isTrue();
    assertThat(PriceBenchmark.Bought.class.getField(ReportedParams.GUARANTEE).getType())
        .isEqualTo(Guarantee.class);
    assertThat(ControlBenchmark.Tokens.class.getField(Plan.TOKENS).isAnnotationPresent(Param.class))
        .isTrue();
    assertThat(ControlBenchmark.class.getMethods()).extracting(Method::getName).contains(Plan.WORK);
  }

  @Test
  void everyCellIsMeasuredUnderEachOfTheFlags() {
    Suite suite = Suites.named("smoke", 2);
    List<PlannedCell> plain = Cells.of(settings(suite, OptionalInt.empty()));
    List<PlannedCell> both = Cells.of(settings(flagged(suite), OptionalInt.empty()));
    assertThat(both).hasSize(2 * plain.size()).doesNotHaveDuplicates().containsAll(plain);
    assertThat(both.stream().filter(planned -> planned.cell().jvm().equals(ZGC)))
        .extracting(planned -> planned.cell().on(JvmVariant.NONE))
        .containsExactlyElementsOf(plain.stream().map(PlannedCell::cell).toList());
  }

  private static int forksOf(String control, Settings settings) {
    return Cells.of(settings).stream()
        .filter(planned -> planned.cell().benchmark().endsWith("." + control))
        .mapToInt(PlannedCell::forks)
        .sum();
  }

  @Test
  void aPrecisionIsNotForTheInstrument() {
    Settings precise = settings(Suites.named("standard", 2), OptionalInt.empty());
    assertThat(forksOf("fixedWork", precise)).isEqualTo(30);
    assertThat(forksOf("nothing", precise)).isEqualTo(3);
    assertThat(forksOf("direct", precise)).isEqualTo(3);
    assertThat(forksOf("timer", precise)).isEqualTo(3);
    assertThat(forksOf("timer", settings(Suites.named("locks", 2), OptionalInt.empty())))
        .isEqualTo(10);
    assertThat(forksOf("timer", settings(Suites.named("smoke", 2), OptionalInt.empty())))
        .isEqualTo(1);
    assertThat(forksOf("timer", settings(Suites.named("standard", 2), OptionalInt.of(7))))
        .isEqualTo(7);
  }

  @Test
  void aBudgetIsForTwiceTheForks() {
    Suite standard = Suites.named("standard", 2);
    Settings budget =
        new Settings(
            standard,
            standard.strategies(),
            THREADS,
            OptionalInt.empty(),
            "",
            0.05,
            3600,
            Path.of("results"),
            1);
    assertThat(contending(budget)).extracting(PlannedCell::forks).containsOnly(60, 10);
    assertThat(forksOf("fixedWork", budget)).isEqualTo(60);
    assertThat(forksOf("timer", budget)).isEqualTo(3);
  }

  @Test
  void theForksThatAreAskedForAreThoseOfEveryCell() {
    assertThat(Cells.of(settings(Suites.named("standard", 2), OptionalInt.of(3))))
        .extracting(PlannedCell::forks)
        .containsOnly(3);
  }

  @Test
  void controlsAreLeftOutWhereTheyChangeNothing() throws Settings.Invalid {
    Suite twice = Suites.named("standard", 2).twice();
    assertThat(Cells.of(settings(twice, OptionalInt.empty())))
        .filteredOn(planned -> Cells.controls().contains(planned.cell().benchmark()))
        .extracting(planned -> planned.cell().jvm())
        .containsOnly(JvmVariant.NONE)
        .hasSize(4);
  }
}
