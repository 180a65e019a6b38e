package org.counterpoint.analysis.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a change did to many cells on average, of which each by itself may be known too badly.
 *
 * <p>The ratio is the geometric mean of the cells' ratios. Its sample is the block: in each, the
 * logs of all cells' ratios are averaged, and Student's t is taken over the blocks. So it doesn't
 * matter that cells of one block had the same minutes in common, which an interval over all cells'
 * forks would take for so many observations. It takes blocks in which every cell has a fork on both
 * sides; a cell with fewer than {@link Ranking#MIN_FORKS} pairs is left out.
 *
 * <p>Sides that did not run beside each other have none: what a machine did on one day moves all
 * cells alike, and an average of hundreds would be sure of it.
 *
 * <p>It says nothing of any one cell: what became slower here may have become faster there.
 *
 * @param measure what the cells have in common, such as {@code throughput}
 * @param cells that were averaged
 * @param blocks that the interval is taken over
 * @param ratio candidate over base, with a 95 % interval
 * @param verdict corrected for the number of measures that were averaged
 */
public record AverageChange(String measure, int cells, int blocks, Ratio ratio, Verdict verdict) {

  /**
   * Both sides of a cell, of one run.
   *
   * @param measure what is averaged with what has the same, and the same direction
   */
  public record Sides(
      String measure, boolean higherIsBetter, BlockMeans base, BlockMeans candidate) {}

  private record Measure(String words, boolean higherIsBetter) {

    static Measure of(Sides cell) {
      return new Measure(cell.measure, cell.higherIsBetter);
    }
  }

  private record Averaged(Measure measure, int cells, int blocks, LogRatio change) {}

  /** One for each measure of which two cells or more have blocks enough in common. */
  public static List<AverageChange> of(List<Sides> cells, Margin margin) {
    List<Averaged> all =
        cells.stream()
            .collect(Collectors.groupingBy(Measure::of, LinkedHashMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(measure -> average(measure.getKey(), measure.getValue()))
            .flatMap(Optional::stream)
            .toList();
    double[] adjusted =
        Holm.adjust(all.stream().mapToDouble(one -> one.change.pDifferent(margin)).toArray());
    List<AverageChange> changes = new ArrayList<>();
    for (Averaged one : all) {
      changes.add(
          new AverageChange(
              one.measure.words,
              one.cells,
              one.blocks,
              Ratio.of(one.change, Looks.ERROR),
              one.change.verdict(adjusted[changes.size()], margin, one.measure.higherIsBetter)));
    }
    return changes;
  }

  private static Optional<Averaged> average(Measure measure, List<Sides> all) {
    List<Map<Integer, Double>> cells =
        all.stream()
            .map(sides -> Pairs.of(sides.candidate, sides.base).byBlock())
            .filter(differences -> differences.size() >= Ranking.MIN_FORKS)
            .toList();
    if (cells.size() < 2) {
      return Optional.empty();
    }
    SortedSet<Integer> blocks = new TreeSet<>(cells.get(0).keySet());
    cells.forEach(differences -> blocks.retainAll(differences.keySet()));
    if (blocks.size() < Ranking.MIN_FORKS) {
      return Optional.empty();
    }
    double[] averages =
        blocks.stream()
            .mapToDouble(
                block ->
                    cells.stream()
                        .mapToDouble(differences -> differences.getOrDefault(block, Double.NaN))
                        .average()
                        .orElseThrow())
            .toArray();
    return Optional.of(
        new Averaged(measure, cells.size(), blocks.size(), LogRatio.paired(averages)));
  }
}
