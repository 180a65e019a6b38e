package org.counterpoint.analysis.compare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.Iterations;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.Platform;
import org.counterpoint.analysis.model.Protocol;

/**
 * Which differences between two sides matter to which claim: every field of {@code run.json} has a
 * rule, and {@code results/README.md} has them as a table.
 *
 * <p>A field that one side does not know is told where a difference would withhold a verdict: it
 * may differ.
 */
public final class Contract {

  /** What a difference does. */
  public enum Rule {
    IRRELEVANT,
    WARN,
    WITHHOLD
  }

  /**
   * One field's rule.
   *
   * @param field as in {@code run.json}; {@code protocol} fields are JMH's own
   * @param spoils the claims whose verdict is withheld; empty where none is
   * @param why it matters, or does not
   * @param value what a side says, empty where it does not know
   */
  record Term(
      String field, Rule rule, Set<Claim> spoils, String why, Function<Side, String> value) {}

  private static final Set<Claim> TIMES = EnumSet.of(Claim.THROUGHPUT, Claim.SERVICE_TIME);
  private static final Set<Claim> ALL = EnumSet.allOf(Claim.class);
  private static final String HARDWARE = "other hardware has other speeds";
  private static final String SETTLED_BY_ORDER = "how a run was organized, which is no part of it";

  static final List<Term> TERMS =
      List.of(
          spoiled("environment.cpu", TIMES, HARDWARE, of(Environment::cpu)),
          spoiled("environment.cores", TIMES, HARDWARE, of(machine -> count(machine.cores()))),
          spoiled(
              "environment.virtualization",
              TIMES,
              "a hypervisor takes its share",
              of(Environment::virtualization)),
          spoiled(
              "environment.governor",
              TIMES,
              "it sets the processor's frequency",
              of(Environment::governor)),
          told("environment.memoryBytes", HARDWARE, of(m -> count(m.memoryBytes()))),
          told("environment.os", "the scheduler is the system's", of(Environment::os)),
          spoiled(
              "environment.platform.physicalCores",
              TIMES,
              HARDWARE,
              ofPlatform(platform -> count(platform.physicalCores()))),
          spoiled(
              "environment.platform.logicalCores",
              TIMES,
              HARDWARE,
              ofPlatform(platform -> count(platform.logicalCores()))),
          spoiled(
              "environment.platform.cpuQuota",
              TIMES,
              "threads wait where it is spent",
              ofPlatform(platform -> limit(platform.cpuQuota()))),
          spoiled(
              "environment.platform.turbo",
              TIMES,
              "it raises the processor's frequency",
              ofPlatform(Platform::turbo)),
          spoiled(
              "environment.platform.clockSource",
              EnumSet.of(Claim.SERVICE_TIME),
              "the clock's own cost is in every time",
              ofPlatform(Platform::clockSource)),
          told(
              "environment.platform.kernel",
              "the scheduler is the kernel's",
              ofPlatform(Platform::kernel)),
          told(
              "environment.platform.memoryLimitBytes",
              "the JVM sizes its heap by it",
              ofPlatform(platform -> limit((double) platform.memoryLimitBytes()))),
          told(
              "environment.platform.transparentHugePages",
              "they change what memory costs",
              ofPlatform(Platform::transparentHugePages)),
          told(
              "environment.program",
              "the code of the benchmarks is another, and is compared as well",
              of(Environment::program)),
          told(
              "environment.startedAt",
              "the sides were not measured beside each other, so whatever the machine did between"
                  + " them counts as a difference",
              of(Environment::startedAt)),
          ignored("environment.commit", "environment.program says whether the code is another"),
          ignored("environment.loadBefore", "noise is in the forks, and so in the intervals"),
          ignored("environment.loadAfter", "noise is in the forks, and so in the intervals"),
          ignored("environment.finishedAt", SETTLED_BY_ORDER),
          spoiled("plan.suite", ALL, "another suite measures other things", ofPlan(Plan::suite)),
          spoiled(
              "plan.supportsVerdicts",
              ALL,
              "a suite that supports no verdict is too short to conclude anything from",
              ofPlan(plan -> plan.supportsVerdicts() ? "true" : "false")),
          spoiled(
              "plan.iterations",
              ALL,
              "a JVM that has warmed up for longer is another",
              ofPlan(plan -> words(plan.iterations()))),
          ignored("plan.seed", SETTLED_BY_ORDER),
          ignored("plan.blocks", SETTLED_BY_ORDER),
          ignored("plan.strategies", "names and colours"),
          ignored("plan.params", "names and units"),
          ignored("plan.controls", "they measure the instrument"),
          ignored("plan.cells", "cells are matched one by one, forks are counted"),
          ignored("plan.absences", "what can't be measured has no cell to compare"),
          ignored("plan.margin", "the comparison has its own"),
          ignored("plan.stopsEarly", "a run that stops early pays for its looks"),
          ignored("plan.budgetSeconds", SETTLED_BY_ORDER),
          ignored("plan.precision", "how many forks there are, which the interval shows"),
          ignored("plan.finerPrecision", "how many forks there are, which the interval shows"),
          ignored("plan.limitSeconds", SETTLED_BY_ORDER),
          ignored("plan.command", SETTLED_BY_ORDER),
          spoiled(
              "jdks.blackhole",
              ALL,
              "JMH keeps unused results alive in another way, which costs time of its own",
              side -> known(side.jdk().blackhole())),
          ignored("jdks.label", "what is compared"),
          ignored("jdks.version", "what is compared"),
          ignored("jdks.vmName", "what is compared"),
          ignored("jdks.vmVersion", "what is compared"),
          ignored("jdks.home", "where it lies changes nothing"),
          spoiled(
              "protocol.warmup",
              ALL,
              "a JVM that has warmed up for longer is another",
              protocols(Contract::warmup)),
          told(
              "protocol.measurement",
              "longer iterations average more",
              protocols(Contract::measured)),
          told(
              "protocol.jvmArgs",
              "the JVMs were started in another way",
              protocols(
                  protocol ->
                      protocol.jvmArgs().isEmpty()
                          ? "none"
                          : String.join(" ", protocol.jvmArgs()))));

  private Contract() {}

  /** What differs and matters, in the order of the terms. */
  public static List<Difference> differences(Side base, Side candidate) {
    List<Difference> differences = new ArrayList<>();
    unknownMachine(base, candidate).ifPresent(differences::add);
    for (Term term : TERMS) {
      difference(term, base, candidate).ifPresent(differences::add);
    }
    return differences;
  }

  private static Optional<Difference> difference(Term term, Side base, Side candidate) {
    if (term.rule() == Rule.IRRELEVANT || isWhatIsCompared(term, base, candidate)) {
      return Optional.empty();
    }
    String before = term.value().apply(base);
    String after = term.value().apply(candidate);
    boolean bothShort = term.field().equals("plan.supportsVerdicts") && before.equals("false");
    if (before.equals(after) && !bothShort) {
      return Optional.empty();
    }
    if (before.isEmpty() || after.isEmpty()) {
      // Of a file that knows nothing of its machine, one sentence says it all.
      boolean tells = term.rule() == Rule.WITHHOLD && knowsItsMachine(base, candidate);
      return tells
          ? Optional.of(
              new Difference(term.field(), shown(before), shown(after), Set.of(), term.why()))
          : Optional.empty();
    }
    return Optional.of(new Difference(term.field(), before, after, term.spoils(), term.why()));
  }

  /** Within one run, JVM arguments differ because they are to be compared. */
  private static boolean isWhatIsCompared(Term term, Side base, Side candidate) {
    return base.isOfRunOf(candidate) && term.field().equals("protocol.jvmArgs");
  }

  private static Optional<Difference> unknownMachine(Side base, Side candidate) {
    if (base.isOfRunOf(candidate) || knowsItsMachine(base, candidate)) {
      return Optional.empty();
    }
    return Optional.of(
        new Difference(
            "environment",
            machine(base),
            machine(candidate),
            Set.of(),
            "a file of JMH's does not say what it ran on, so the verdicts hold only if both sides"
                + " ran on the same machine"));
  }

  private static boolean knowsItsMachine(Side base, Side candidate) {
    return base.run().environment().isPresent() && candidate.run().environment().isPresent();
  }

  private static String machine(Side side) {
    return side.run().environment().map(Environment::cpu).orElse(shown(""));
  }

  private static String shown(String value) {
    return value.isEmpty() ? "unknown" : value;
  }

  private static Term spoiled(
      String field, Set<Claim> spoils, String why, Function<Side, String> value) {
    return new Term(field, Rule.WITHHOLD, spoils, why, value);
  }

  private static Term told(String field, String why, Function<Side, String> value) {
    return new Term(field, Rule.WARN, Set.of(), why, value);
  }

  private static Term ignored(String field, String why) {
    return new Term(field, Rule.IRRELEVANT, Set.of(), why, side -> "");
  }

  private static Function<Side, String> of(Function<Environment, String> value) {
    return side -> side.run().environment().map(value).map(Contract::known).orElse("");
  }

  private static Function<Side, String> ofPlatform(Function<Platform, String> value) {
    return of(machine -> value.apply(machine.platform()));
  }

  private static Function<Side, String> ofPlan(Function<Plan, String> value) {
    return side -> side.run().plan().map(value).orElse("");
  }

  private static Function<Side, String> protocols(Function<Protocol, String> value) {
    return side ->
        side.measurements().values().stream()
            .map(Measurement::protocol)
            .map(value)
            .distinct()
            .sorted()
            .collect(Collectors.joining("; "));
  }

  private static String warmup(Protocol protocol) {
    return protocol.warmupIterations() + " x " + protocol.warmupTime();
  }

  private static String measured(Protocol protocol) {
    return protocol.measurementIterations() + " x " + protocol.measurementTime();
  }

  private static String words(Iterations iterations) {
    return String.format(
        Locale.ROOT,
        "%d x %d ms, then %d x %d ms",
        iterations.warmups(),
        iterations.warmupMillis(),
        iterations.measurements(),
        iterations.measurementMillis());
  }

  private static String count(long n) {
    return n > 0 ? Long.toString(n) : "";
  }

  private static String limit(double value) {
    return value < 0 ? "" : value == 0 ? "none" : Double.toString(value);
  }

  private static String known(String text) {
    return text.equals(Platform.UNSAID) ? "" : text.strip();
  }
}
