package org.counterpoint.analysis.stats;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.counterpoint.analysis.model.Values;

/** The blocks in which both of two sides have a fork, and the difference of logs in each. */
final class Pairs {

  private final int[] blocks;
  private final double[] differences;

  private Pairs(int[] blocks, double[] differences) {
    this.blocks = blocks;
    this.differences = differences;
  }

  /**
   * First less second, in the order of the blocks; no pair at all where one of the values is not
   * above zero, so that a log cannot be taken of each.
   */
  static Pairs of(BlockMeans first, BlockMeans second) {
    int[] common =
        first.byBlock().keySet().stream()
            .filter(block -> second.byBlock().containsKey(block))
            .mapToInt(Integer::intValue)
            .toArray();
    Values minuends = in(common, first);
    Values subtrahends = in(common, second);
    if (!LogSample.canBeTakenOf(minuends) || !LogSample.canBeTakenOf(subtrahends)) {
      return new Pairs(new int[0], new double[0]);
    }
    double[] differences = LogSample.logs(minuends);
    double[] logs = LogSample.logs(subtrahends);
    Arrays.setAll(differences, i -> differences[i] - logs[i]);
    return new Pairs(common, differences);
  }

  int size() {
    return blocks.length;
  }

  /** The block of the pair at that position, from 0. */
  int block(int position) {
    return blocks[position];
  }

  /** The differences. */
  Map<Integer, Double> byBlock() {
    Map<Integer, Double> byBlock = new HashMap<>();
    for (int i = 0; i < blocks.length; i++) {
      byBlock.put(blocks[i], differences[i]);
    }
    return byBlock;
  }

  /** What the first {@code n} pairs say; 2 or more. */
  LogRatio first(int n) {
    return LogRatio.paired(Arrays.copyOf(differences, n));
  }

  private static Values in(int[] blocks, BlockMeans means) {
    return Values.of(
        IntStream.of(blocks)
            .mapToDouble(block -> means.byBlock().getOrDefault(block, Double.NaN))
            .toArray());
  }
}
