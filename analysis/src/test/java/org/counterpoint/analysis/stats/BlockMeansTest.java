package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Values;
import org.junit.jupiter.api.Test;

class BlockMeansTest {

  @Test
  void takesTheMeanOfEachForkToItsBlock() {
    BlockMeans means = BlockMeans.of(List.of(fork(7, 3, 5), fork(2, 1)));
    assertThat(means.byBlock()).containsExactly(Map.entry(2, 1.0), Map.entry(7, 4.0));
    assertThat(means.values()).isEqualTo(Values.of(1, 4));
    assertThat(means.before(7).byBlock()).containsOnlyKeys(2);
  }

  @Test
  void refusesTwoForksInOneBlockAndWhatIsNoNumber() {
    assertThatThrownBy(() -> BlockMeans.of(List.of(fork(1, 1), fork(1, 2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("block 1");
    assertThatThrownBy(() -> new BlockMeans(new TreeMap<>(Map.of(0, Double.NaN))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pairsAreOfTheCommonBlocks() {
    Pairs pairs = Pairs.of(blocks(Map.of(0, 2.0, 3, 4.0, 5, 8.0)), blocks(Map.of(3, 2.0, 5, 1.0)));
    assertThat(pairs.size()).isEqualTo(2);
    assertThat(pairs.block(0)).isEqualTo(3);
    assertThat(pairs.block(1)).isEqualTo(5);
    assertThat(pairs.first(2).difference()).isEqualTo(Math.log(4), within(1e-12));
  }

  @Test
  void withoutALogThereIsNoPair() {
    BlockMeans ones = blocks(Map.of(0, 1.0, 1, 1.0));
    assertThat(Pairs.of(ones, blocks(Map.of(0, 1.0, 1, 0.0))).size()).isZero();
    assertThat(Pairs.of(blocks(Map.of(0, -1.0, 1, 1.0)), ones).size()).isZero();
    assertThat(Pairs.of(ones, BlockMeans.NONE).size()).isZero();
  }

  private static BlockMeans blocks(Map<Integer, Double> means) {
    return new BlockMeans(new TreeMap<>(means));
  }

  private static Fork fork(int block, double... iterations) {
    return new Fork(block, Values.of(iterations), Optional.empty());
  }

  @Test
  void mayHoldMediansAndAnotherUnit() {
    BlockMeans medians = BlockMeans.of(List.of(fork(3, 1, 2, 9)), Fork::median);
    assertThat(medians.byBlock()).isEqualTo(Map.of(3, 2.0));
    assertThat(medians.times(1000).byBlock()).isEqualTo(Map.of(3, 2000.0));
  }
}
