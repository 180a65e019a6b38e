package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;

class AllResultsTest {

  private static Block.Explorer of(Run run) {
    return AllResults.of(Summary.of(run), "all").orElseThrow();
  }

  private static List<String> values(Block.Explorer explorer, String column) {
    return explorer.filters().stream()
        .filter(filter -> filter.column().equals(column))
        .flatMap(filter -> filter.values().stream())
        .toList();
  }

  @Test
  void hasARowForEveryContenderEverywhere() {
    Block.Explorer explorer = of(Runs.own().jdks(Runs.JDK_17, Runs.JDK_25).threads(1, 2, 4).make());
    // Throughput and the 99th percentile, of six strategies.
    assertThat(explorer.table().rows()).hasSize(2 * 2 * 3 * 6);
    assertThat(values(explorer, "Contender"))
        .containsExactlyElementsOf(Runs.STRATEGIES.stream().map(one -> one.label()).toList());
    assertThat(values(explorer, "Threads")).containsExactly("1", "2", "4");
    assertThat(values(explorer, "JDK")).containsExactly("JDK 17.0.15", "JDK 25.0.1");
    assertThat(explorer.table().caption())
        .contains("JDK 17.0.15 and JDK 25.0.1", "Xeon", "1, 2 and 4 threads", "10 forks");
  }

  @Test
  void ranksOnlyWhereARunSupportsVerdicts() {
    assertThat(of(Runs.own().threads(1).make()).table().columns())
        .extracting(Block.Column::name)
        .contains("Rank");
    assertThat(of(Runs.own().threads(1).smoke().make()).table().columns())
        .extracting(Block.Column::name)
        .doesNotContain("Rank");
  }

  @Test
  void aBrokenStrategyHasNoValue() {
    Block.Explorer explorer =
        of(Runs.own().threads(1).failure("LONG_ADDER", 1, Failure.LOST_UPDATE, "lost").make());
    assertThat(explorer.table().rows())
        .filteredOn(row -> row.get(0).text().equals("LongAdder"))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.subList(1, 5))
                    .extracting(Block.Cell::text)
                    .containsExactly("BROKEN", "BROKEN", "-", "-"));
  }

  @Test
  void whatHasNoResultHasNoTable() {
    assertThat(AllResults.of(Summary.of(Runs.foreign("empty.json")), "all")).isEmpty();
  }

  @Test
  void aFilterNeedsItsColumn() {
    Block.Table table =
        new Block.Table("of nothing", List.of(new Block.Column("A", false)), List.of());
    assertThatThrownBy(
            () -> new Block.Explorer("x", table, List.of(new Block.Filter("B", List.of("1")))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("B");
  }
}
