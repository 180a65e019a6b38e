package org.counterpoint.sharing;

import java.util.List;
import java.util.Locale;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jspecify.annotations.Nullable;

/** One model, how far it is explored, and what must come of it. */
final class ModelCheck {

  /**
   * @param failed whether it did not come to what it had to
   * @param line says so, for people
   * @param report of the model checker; empty if it found nothing
   */
  record Verdict(boolean failed, String line, String report) {}

  private final String name;
  private final Class<?> model;
  private final Parking parking;
  private final @Nullable Finding mustFind;

  private int threads = 2;
  private int operations = 1;
  private int scenarios = 1;
  private int interleavings = 1_000;
  private @Nullable Class<?> expectation;
  private List<Class<?>> inOneStep = List.of();

  private ModelCheck(String name, Class<?> model, Parking parking, @Nullable Finding mustFind) {
    this.name = name;
    this.model = model;
    this.parking = parking;
    this.mustFind = mustFind;
  }

  static ModelCheck holds(String name, Class<?> model, Parking parking) {
    return new ModelCheck(name, model, parking, null);
  }

  /** A model of something that is broken on purpose. */
  static ModelCheck broken(String name, Class<?> model, Parking parking, Finding mustFind) {
    return new ModelCheck(name, model, parking, mustFind);
  }

  /** So many threads, with so many random operations each. */
  ModelCheck threads(int number, int operationsOfEach) {
    threads = number;
    operations = operationsOfEach;
    return this;
  }

  /** So many random scenarios, and at most so many interleavings of each. */
  ModelCheck effort(int numberOfScenarios, int interleavingsOfEach) {
    scenarios = numberOfScenarios;
    interleavings = interleavingsOfEach;
    return this;
  }

  /** Each operation must return what that of the same name in the class does. */
  ModelCheck expecting(Class<?> type) {
    expectation = type;
    return this;
  }

  /** What a method of such a class does is taken for one step. */
  ModelCheck inOneStep(Class<?>... types) {
    inOneStep = List.of(types);
    return this;
  }

  String name() {
    return name;
  }

  /**
   * @param times how many times the interleavings to try
   */
  Verdict run(int times) {
    long start = System.nanoTime();
    String report = report(times);
    boolean failed = mustFind == null ? !report.isEmpty() : !mustFind.isIn(report);
    String outcome = report.isEmpty() ? "nothing found" : heading(report);
    String line =
        String.format(
            Locale.ROOT,
            "%s: %s, %s%s, up to %,d interleavings of each of %d, %.1f s",
            name,
            failed ? "FAILED" : "passed",
            outcome,
            mustFind == null ? "" : ", and must be found",
            (long) times * interleavings,
            scenarios,
            (System.nanoTime() - start) / 1e9);
    return new Verdict(failed, line, report);
  }

  private String report(int times) {
    try {
      options(times).check(model);
      return "";
    } catch (LincheckAssertionError e) {
      return String.valueOf(e.getMessage()).strip();
    }
  }

  private ModelCheckingOptions options(int times) {
    ModelCheckingOptions options =
        new ModelCheckingOptions()
            .threads(threads)
            .actorsPerThread(operations)
            .actorsBefore(0)
            .actorsAfter(0)
            .iterations(scenarios)
            .invocationsPerIteration(Math.multiplyExact(times, interleavings))
            .minimizeFailedScenario(false);
    if (expectation != null) {
      options.sequentialSpecification(expectation);
    }
    for (Class<?> type : inOneStep) {
      options.addGuarantee(
          ManagedStrategyGuaranteeKt.forClasses(type.getName()).allMethods().treatAsAtomic());
    }
    // In one step, and so by the real clock: a model's stands still.
    options.addGuarantee(
        ManagedStrategyGuaranteeKt.forClasses(MutexLock.class.getName())
            .methods("pause")
            .treatAsAtomic());
    parking.set(options);
    return options;
  }

  private static String heading(String report) {
    return report.lines().findFirst().orElseThrow().replace("=", "").strip();
  }
}
