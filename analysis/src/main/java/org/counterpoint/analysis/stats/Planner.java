package org.counterpoint.analysis.stats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.PlannedCell;

/** Computes a {@link Budget}. */
final class Planner {

  private final List<PlannedCell> wanted;
  private final int jdks;

  /** Cells that not every JDK can measure. */
  private final int fewer;

  private final Map<Arm, Double> spreads;

  /** Of one fork on every JDK that can measure it. */
  private final Map<Cell, Double> seconds = new TreeMap<>();

  /** Throws as {@link Budget#of} says. */
  Planner(List<PlannedCell> wanted, Collection<Pilot> pilots) {
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("no cell to plan for");
    }
    this.wanted = List.copyOf(wanted);
    this.jdks = (int) pilots.stream().map(pilot -> pilot.arm().jdk()).distinct().count();
    this.spreads = new TreeMap<>();
    for (Pilot pilot : pilots) {
      if (spreads.put(pilot.arm(), pilot.spread()) != null) {
        throw new IllegalArgumentException("two pilots of " + pilot.arm());
      }
    }
    this.fewer = (int) wanted.stream().filter(planned -> !isEverywhere(planned, pilots)).count();
    Map<Cell, Double> ofPilots =
        pilots.stream()
            .collect(
                Collectors.groupingBy(
                    pilot -> pilot.arm().cell(), Collectors.summingDouble(Pilot::forkSeconds)));
    for (PlannedCell planned : wanted) {
      Double ofCell = ofPilots.get(planned.cell());
      if (ofCell == null) {
        throw new IllegalArgumentException(planned.cell() + " without a pilot");
      }
      seconds.put(planned.cell(), ofCell);
    }
  }

  private static boolean isEverywhere(PlannedCell planned, Collection<Pilot> pilots) {
    return pilots.stream().map(pilot -> pilot.arm().jdk()).allMatch(planned::isOn);
  }

  Budget plan(
      Function<List<PlannedCell>, Questions> questions, double budgetSeconds, double spentSeconds) {
    int most = wanted.stream().mapToInt(PlannedCell::forks).max().orElseThrow();
    int least = Math.min(ForksNeeded.AT_LEAST, most);
    for (int blocks = most; blocks >= least; blocks--) {
      List<PlannedCell> cells = shortened(blocks, most);
      double end = spentSeconds + seconds(cells);
      if (end <= budgetSeconds) {
        return new Budget.Fits(
            cells, jdks, fewer, end, budgetSeconds, expected(questions.apply(cells)));
      }
    }
    double oneOfEach = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    return new Budget.TooSmall(
        wanted.size(),
        jdks,
        fewer,
        least,
        (int) Math.max(0, (budgetSeconds - spentSeconds) / oneOfEach),
        budgetSeconds,
        spentSeconds + seconds(shortened(least, most)));
  }

  /** The plan for a run of so many blocks, out of {@code most}. */
  private List<PlannedCell> shortened(int blocks, int most) {
    List<PlannedCell> cells = new ArrayList<>();
    for (PlannedCell planned : wanted) {
      int part = Math.max(ForksNeeded.AT_LEAST, planned.forks() * blocks / most);
      cells.add(planned.withForks(Math.min(planned.forks(), part)));
    }
    return cells;
  }

  private double seconds(List<PlannedCell> cells) {
    return cells.stream()
        .mapToDouble(planned -> planned.forks() * seconds.getOrDefault(planned.cell(), Double.NaN))
        .sum();
  }

  private List<Budget.Expected> expected(Questions questions) {
    return questions.all().stream()
        .filter(question -> !question.looks().forks().isEmpty())
        .map(question -> new Budget.Expected(question, halfWidth(question)))
        .toList();
  }

  private double halfWidth(Question question) {
    double variance =
        question.arms().stream()
            .map(arm -> spreads.getOrDefault(arm, Pilot.USUAL_SPREAD))
            .sorted(Comparator.reverseOrder())
            .limit(2)
            .mapToDouble(spread -> spread * spread)
            .sum();
    List<Integer> looks = question.looks().forks();
    int forks = looks.get(looks.size() - 1);
    double error = Looks.ERROR * question.looks().share();
    double half = StudentT.quantile(forks - 1.0, error) * Math.sqrt(variance / forks);
    return Interval.finiteExp(half) - 1;
  }
}
