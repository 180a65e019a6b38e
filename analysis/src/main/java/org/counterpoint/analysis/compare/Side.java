package org.counterpoint.analysis.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Run;

/**
 * One side of a comparison: what was measured on one JDK, with one set of JVM flags, or with one
 * value of a param, in one run or file. Controls measure the instrument and are not of it, and
 * neither is a strategy that lost updates, wherever it did.
 *
 * @param name what a column calls it
 * @param words what a sentence calls it, such as {@code JDK 25}
 * @param run that it is a part of
 * @param measurements by what has its like on the other side
 * @param broken the strategies, or benchmarks without one, that lost updates
 * @param failed what was to be measured and left failures alone
 */
public record Side(
    String name,
    String words,
    Run run,
    Jdk jdk,
    Map<Cell, Measurement> measurements,
    Set<String> broken,
    Set<Cell> failed) {

  public Side {
    measurements = Collections.unmodifiableMap(new LinkedHashMap<>(measurements));
    broken = Collections.unmodifiableSet(new TreeSet<>(broken));
    failed = Collections.unmodifiableSet(new TreeSet<>(failed));
  }

  /** All that the run measured on that JDK. */
  public static Side ofJdk(String name, String words, Run run, Jdk jdk) {
    return of(name, words, run, jdk, cell -> true, cell -> cell);
  }

  /** Of that JDK what had these flags, to be compared with what had others. */
  public static Side ofFlags(Run run, Jdk jdk, JvmVariant flags) {
    return of(
        flags.name(),
        "JVM flags " + flags.name(),
        run,
        jdk,
        cell -> cell.jvm().equals(flags),
        cell -> cell.on(JvmVariant.NONE));
  }

  /** Of that JDK what had that value of a param, to be compared with what had another. */
  public static Side ofParam(Run run, Jdk jdk, String param, String value) {
    return of(
        value,
        param + " " + value,
        run,
        jdk,
        cell -> value.equals(cell.params().get(param)),
        cell -> cell.without(param));
  }

  private static Side of(
      String name,
      String words,
      Run run,
      Jdk jdk,
      Predicate<Cell> belongs,
      UnaryOperator<Cell> common) {
    Set<String> broken =
        run.failures().stream()
            .filter(Failure::isLostUpdate)
            .filter(failure -> failure.jdk().equals(jdk.label()) && belongs.test(failure.cell()))
            .map(failure -> nameOf(failure.cell()))
            .collect(Collectors.toSet());
    Map<Cell, Measurement> measurements = new LinkedHashMap<>();
    for (Measurement one : run.measurements()) {
      if (one.jdk().equals(jdk)
          && belongs.test(one.cell())
          && !isControl(run, one.cell())
          && !broken.contains(nameOf(one.cell()))) {
        measurements.putIfAbsent(common.apply(one.cell()), one);
      }
    }
    Set<Cell> measured =
        measurements.keySet().stream().map(Cell::whole).collect(Collectors.toSet());
    Set<Cell> failed =
        run.failures().stream()
            .filter(failure -> failure.jdk().equals(jdk.label()) && belongs.test(failure.cell()))
            .map(Failure::cell)
            .filter(cell -> !isControl(run, cell) && !broken.contains(nameOf(cell)))
            .map(common)
            .filter(cell -> !measured.contains(cell))
            .collect(Collectors.toSet());
    return new Side(name, words, run, jdk, measurements, broken, failed);
  }

  private static boolean isControl(Run run, Cell cell) {
    return run.plan().map(plan -> plan.isControl(cell)).orElse(false);
  }

  private static String nameOf(Cell cell) {
    return cell.strategy().orElse(cell.benchmark());
  }

  /**
   * Whether every fork has its like in the other's block: both sides were measured in one run of
   * ours, in random order. A file of JMH's has no blocks.
   */
  public boolean isPairedWith(Side other) {
    return isOfRunOf(other) && run.plan().isPresent();
  }

  /** Whether both are parts of one run or file: the same one, and not merely an equal one. */
  @SuppressWarnings("ReferenceEquality")
  boolean isOfRunOf(Side other) {
    return run == other.run;
  }
}
