package org.counterpoint.analysis.stats;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Run;

/** A run as it was when a block began. */
final class Prefix {

  private Prefix() {}

  /** The same run, with nothing that was measured, or failed, in that block or later. */
  static Run of(Run run, int block) {
    return new Run(
        run.name(),
        run.plan(),
        run.environment(),
        run.jdks(),
        run.measurements().stream().flatMap(whole -> before(block, whole).stream()).toList(),
        run.failures().stream().filter(failure -> failure.block() < block).toList(),
        run.warnings(),
        run.watched().stream().filter(fork -> fork.block() < block).toList(),
        // Nothing rests on the sums over roles.
        List.of());
  }

  private static Optional<Measurement> before(int block, Measurement whole) {
    SortedMap<String, Metric> secondary = new TreeMap<>();
    for (Map.Entry<String, Metric> metric : whole.secondary().entrySet()) {
      before(block, metric.getValue()).ifPresent(part -> secondary.put(metric.getKey(), part));
    }
    return before(block, whole.primary())
        .map(
            primary ->
                new Measurement(whole.cell(), whole.jdk(), whole.protocol(), primary, secondary));
  }

  private static Optional<Metric> before(int block, Metric whole) {
    List<Fork> forks = whole.forks().stream().filter(fork -> fork.block() < block).toList();
    return forks.isEmpty()
        ? Optional.empty()
        : Optional.of(new Metric(whole.name(), whole.unit(), forks));
  }
}
