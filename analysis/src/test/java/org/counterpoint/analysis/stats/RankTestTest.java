package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.counterpoint.analysis.model.Values;
import org.junit.jupiter.api.Test;

class RankTestTest {

  private static final JsonNode PUBLISHED = Reference.json("tests_two_sample.json");

  private static Values values(JsonNode array) {
    return Values.of(Reference.numbers(array));
  }

  private static Values oneTo(int n) {
    return Values.of(IntStream.rangeClosed(1, n).asDoubleStream().toArray());
  }

  private static Values above(int n) {
    return Values.of(IntStream.rangeClosed(1, n).mapToDouble(i -> 100 + i).toArray());
  }

  /** To ten digits: these are fractions of whole numbers. */
  @Test
  void isWhatIsPublished() {
    for (JsonNode example : PUBLISHED.get("mannwhitney_exact")) {
      Values x = values(example.get("x"));
      Values y = values(example.get("y"));
      double expected = example.get("p_two").asDouble();
      assertThat(RankTest.unpaired(x, y)).as("%s", example).isEqualTo(expected, within(1e-10));
      assertThat(RankTest.unpaired(y, x)).as("%s", example).isEqualTo(expected, within(1e-10));
    }
  }

  @Test
  void theSmallestPIsThatOfDisjointSides() {
    PUBLISHED
        .get("min_two_sided_p_equal_n")
        .properties()
        .forEach(
            row -> {
              if (row.getKey().equals("src")) {
                return;
              }
              int n = Integer.parseInt(row.getKey());
              assertThat(RankTest.unpaired(oneTo(n), above(n)))
                  .isEqualTo(row.getValue().asDouble(), within(1e-12));
            });
  }

  /** Where the approximation that it stands in for is wrong. */
  @Test
  void isNotTheNormalApproximation() {
    double approximated =
        PUBLISHED.at("/commons_math_3_6_1_MannWhitneyUTest/3v3 disjoint").asDouble();
    assertThat(approximated).isLessThan(0.05);
    assertThat(RankTest.unpaired(oneTo(3), above(3))).isEqualTo(0.1, within(1e-12));
  }

  @Test
  void isBenchstats() {
    for (Reference.Row expected : Reference.csv("benchstat_expected.csv")) {
      if (expected.text("P").isEmpty()) {
        continue;
      }
      double p =
          RankTest.unpaired(
              benchstat("old", expected.text("benchmark")),
              benchstat("new", expected.text("benchmark")));
      assertThat(String.format(Locale.ROOT, "p=%.3f n=10", p)).isEqualTo(expected.text("P"));
    }
  }

  private static Values benchstat(String file, String benchmark) {
    return Values.of(
        Reference.csv("benchstat_oldnew.csv").stream()
            .filter(row -> row.text("file").equals(file))
            .filter(row -> row.text("benchmark").equals(benchmark))
            .mapToDouble(row -> row.number("ns_per_op"))
            .toArray());
  }

  /**
   * Every one of the 2ⁿ signs is as likely: counted by hand for n of 3, and by force for others.
   */
  @Test
  void pairsAreCountedSignBySign() {
    assertThat(RankTest.paired(Values.of(1, 2, 3))).isEqualTo(0.25, within(1e-12));
    assertThat(RankTest.paired(Values.of(-1, 2, 3))).isEqualTo(0.5, within(1e-12));
    assertThat(RankTest.paired(Values.of(1, -1))).isEqualTo(1, within(1e-12));
    assertThat(RankTest.paired(Values.of(0, 0))).isEqualTo(1);
    assertThat(RankTest.paired(Values.of())).isEqualTo(1);
    Random random = new Random(7);
    for (int run = 0; run < 100; run++) {
      double[] differences = random.doubles(2 + run % 9, -1, 1).toArray();
      differences[0] = differences[differences.length - 1];
      assertThat(RankTest.paired(Values.of(differences)))
          .isEqualTo(byForce(differences), within(1e-12));
    }
  }

  private static double byForce(double... differences) {
    int n = differences.length;
    double[] ranks = new double[n];
    double total = 0;
    for (int i = 0; i < n; i++) {
      for (double other : differences) {
        double size = Math.abs(other);
        ranks[i] +=
            size < Math.abs(differences[i]) ? 1 : size == Math.abs(differences[i]) ? 0.5 : 0;
      }
      ranks[i] += 0.5;
      total += ranks[i];
    }
    double observed = 0;
    for (int i = 0; i < n; i++) {
      observed += differences[i] > 0 ? ranks[i] : 0;
    }
    int far = 0;
    for (int signs = 0; signs < 1 << n; signs++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += (signs >> i & 1) * ranks[i];
      }
      far += Math.abs(sum - total / 2) >= Math.abs(observed - total / 2) - 1e-9 ? 1 : 0;
    }
    return far / (double) (1 << n);
  }

  @Test
  void refusesWhatItCannotCount() {
    Values tooMany = oneTo(RankTest.MOST + 1);
    assertThatThrownBy(() -> RankTest.unpaired(Values.of(), oneTo(3)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RankTest.unpaired(oneTo(3), tooMany))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RankTest.paired(tooMany)).isInstanceOf(IllegalArgumentException.class);
    assertThat(List.of(RankTest.unpaired(oneTo(100), oneTo(100)))).containsExactly(1.0);
  }
}
