package org.counterpoint.analysis.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.stats.BlockMeans;
import org.counterpoint.analysis.stats.DetectableChange;
import org.counterpoint.analysis.stats.LogRatio;
import org.counterpoint.analysis.stats.LogSample;
import org.counterpoint.analysis.stats.Margin;
import org.counterpoint.analysis.stats.Proportion;
import org.counterpoint.analysis.stats.Verdict;

/**
 * What comparisons on a machine are worth, from a run that measured the same twice: how often they
 * raise an alarm where nothing differs, and the smallest change they could detect.
 *
 * @param comparison of the two sides that are the same
 * @param cells what was learned of each
 */
public record Calibration(Comparison comparison, Map<Cell, Calibrated> cells) {

  /**
   * One cell.
   *
   * @param forks on each side
   * @param pairSpread the standard deviation of the differences of logs within blocks
   * @param spread that of the logs of fork means, of both sides together
   * @param differs whether the cell alone, uncorrected and without a margin, was told apart from
   *     itself at 5 %
   */
  public record Calibrated(int forks, double pairSpread, double spread, boolean differs) {

    /** The smallest change that as many forks detect, on the scale of logs. */
    public double detectable(int forksOnEachSide, boolean paired) {
      return paired
          ? DetectableChange.inPairs(pairSpread, forksOnEachSide)
          : DetectableChange.unpaired(spread, forksOnEachSide);
    }
  }

  public Calibration {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /** From a comparison of two sides that ran the same code in the blocks of one run. */
  public static Calibration of(Comparison comparison) {
    Map<Cell, Calibrated> cells = new LinkedHashMap<>();
    for (ComparedCell cell : comparison.cells()) {
      calibrated(comparison, cell).ifPresent(one -> cells.put(cell.cell(), one));
    }
    return new Calibration(comparison, cells);
  }

  private static Optional<Calibrated> calibrated(Comparison comparison, ComparedCell cell) {
    Optional<BlockMeans> base = values(comparison, comparison.base(), cell.cell());
    Optional<BlockMeans> again = values(comparison, comparison.candidate(), cell.cell());
    if (base.isEmpty() || again.isEmpty()) {
      return Optional.empty();
    }
    return Ratios.of(again.get(), base.get(), /* paired= */ true)
        .map(ratio -> calibrated(ratio, base.get(), again.get()));
  }

  private static Calibrated calibrated(LogRatio ratio, BlockMeans base, BlockMeans again) {
    int forks = Math.min(Ratios.size(base), Ratios.size(again));
    double pooled =
        (LogSample.of(base.values()).variance() + LogSample.of(again.values()).variance()) / 2;
    return new Calibrated(
        forks,
        ratio.standardError() * Math.sqrt(forks),
        Math.sqrt(pooled),
        ratio.pDifferent(Margin.NONE) <= 0.05);
  }

  private static Optional<BlockMeans> values(Comparison comparison, Side side, Cell cell) {
    return Optional.<Measurement>ofNullable(side.measurements().get(cell))
        .flatMap(comparison.gauge()::means)
        .map(reading -> reading.yardstick().forks());
  }

  /** How often a cell alone was told apart from itself; 5 % are to be expected. */
  public Proportion alarms() {
    int alarms = (int) cells.values().stream().filter(Calibrated::differs).count();
    return Proportion.of(alarms, Math.max(1, cells.size()));
  }

  /** How many verdicts of the whole, margin and correction included, say that it differs. */
  public int wrongVerdicts() {
    Map<Verdict, Integer> counts = comparison.counts();
    return counts.getOrDefault(Verdict.SLOWER, 0) + counts.getOrDefault(Verdict.FASTER, 0);
  }

  /**
   * The smallest change of a cell that a comparison of so many forks detects, on the scale of logs;
   * empty where the cell was not calibrated.
   */
  public OptionalDouble detectable(Cell cell, int forks, boolean paired) {
    Calibrated one = cells.get(cell);
    return one == null || forks < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(one.detectable(forks, paired));
  }
}
