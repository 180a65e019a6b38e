package org.counterpoint.analysis.stats;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Values;

/**
 * One value a fork, by the block that the fork ran in. Forks of one block ran within minutes of
 * each other, and are compared with each other.
 *
 * @param byBlock finite, usually the fork's mean
 */
public record BlockMeans(SortedMap<Integer, Double> byBlock) {

  /** No fork yet. */
  public static final BlockMeans NONE = new BlockMeans(new TreeMap<>());

  public BlockMeans {
    byBlock = Collections.unmodifiableSortedMap(new TreeMap<>(byBlock));
    for (double value : byBlock.values()) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("not a finite number: " + value);
      }
    }
  }

  /**
   * The means of these forks.
   *
   * @throws IllegalArgumentException if two of them ran in one block
   */
  public static BlockMeans of(Collection<Fork> forks) {
    return of(forks, Fork::mean);
  }

  /**
   * Another value of each fork, such as its median.
   *
   * @throws IllegalArgumentException if two of them ran in one block
   */
  public static BlockMeans of(Collection<Fork> forks, ToDoubleFunction<Fork> value) {
    SortedMap<Integer, Double> means = new TreeMap<>();
    for (Fork fork : forks) {
      if (means.put(fork.block(), value.applyAsDouble(fork)) != null) {
        throw new IllegalArgumentException("two forks in block " + fork.block());
      }
    }
    return new BlockMeans(means);
  }

  /** Those of the blocks before that one. */
  public BlockMeans before(int block) {
    return new BlockMeans(byBlock.headMap(block));
  }

  /** Each value times a factor: the same in another unit. */
  public BlockMeans times(double factor) {
    SortedMap<Integer, Double> scaled = new TreeMap<>();
    byBlock.forEach((block, value) -> scaled.put(block, factor * value));
    return new BlockMeans(scaled);
  }

  public boolean isEmpty() {
    return byBlock.isEmpty();
  }

  /** In the order of the blocks. */
  public Values values() {
    return Values.of(byBlock.values().stream().mapToDouble(Double::doubleValue).toArray());
  }
}
