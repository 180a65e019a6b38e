package org.counterpoint.analysis.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.stats.AverageChange;
import org.counterpoint.analysis.stats.Margin;
import org.counterpoint.analysis.stats.Verdict;

/**
 * Two sides, cell by cell.
 *
 * @param paired whether forks of one block were compared with each other, and not all with all
 * @param cells that both sides have, in the base's order
 * @param averages over all cells of one measure; none where a verdict on it is withheld
 * @param onlyInBase what has no like in the candidate, or no value that could be compared
 * @param onlyInCandidate likewise
 * @param differences between the sides that matter
 * @param gate what all cells together mean for a gate
 * @param calibration that bounded the claims, where there is one
 */
public record Comparison(
    Side base,
    Side candidate,
    Gauge gauge,
    Margin margin,
    boolean paired,
    List<ComparedCell> cells,
    List<AverageChange> averages,
    List<Cell> onlyInBase,
    List<Cell> onlyInCandidate,
    List<Difference> differences,
    Gate gate,
    Optional<Calibration> calibration) {

  public Comparison {
    cells = List.copyOf(cells);
    averages = List.copyOf(averages);
    onlyInBase = List.copyOf(onlyInBase);
    onlyInCandidate = List.copyOf(onlyInCandidate);
    differences = List.copyOf(differences);
  }

  /**
   * What was asked of a comparison.
   *
   * @param force whether verdicts are given even where a difference spoils them
   * @param calibration what the machine can detect, where that is known: no smaller change is
   *     claimed
   */
  public record Request(
      Gauge gauge, Margin margin, boolean force, Optional<Calibration> calibration) {

    /** Without a calibration. */
    public Request(Gauge gauge, Margin margin, boolean force) {
      this(gauge, margin, force, Optional.empty());
    }
  }

  /**
   * Compares.
   *
   * <p>Cells are matched by benchmark, params, mode and threads. Each cell's ratio is that of the
   * geometric means of its forks, by t on their logs: in pairs where both sides ran in the blocks
   * of one run, otherwise Welch's. Differences are corrected by Holm's method over all cells, at 5
   * %. Everything is computed once more from the medians of the forks' iterations; where those say
   * something else, nothing is concluded.
   */
  public static Comparison of(Side base, Side candidate, Request request) {
    return new Comparing(base, candidate, request).compare();
  }

  /** How many cells have each verdict; those whose verdict is withheld are not counted. */
  public Map<Verdict, Integer> counts() {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      counts.put(
          verdict,
          (int) cells.stream().filter(c -> !c.withheld() && c.verdict() == verdict).count());
    }
    return counts;
  }

  /** How many verdicts are withheld. */
  public int withheld() {
    return (int) cells.stream().filter(ComparedCell::withheld).count();
  }

  /** What withholds verdicts that there would be otherwise. */
  public List<Difference> spoiling() {
    List<Difference> spoiling = new ArrayList<>();
    for (Difference difference : differences) {
      if (cells.stream().anyMatch(c -> c.withheld() && difference.withholds(c.claim()))) {
        spoiling.add(difference);
      }
    }
    return spoiling;
  }
}
