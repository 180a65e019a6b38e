package org.counterpoint.bench;

import java.util.Collection;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/**
 * A secondary result that a fork reports once; over several forks, their mean.
 *
 * <p>JMH's own {@code ScalarResult} would count a zero for each iteration that doesn't report it.
 */
public final class PerFork extends Result<PerFork> {

  private static final long serialVersionUID = 1L;

  /** The fork's value of that name, in that unit. */
  public PerFork(String label, double value, String unit) {
    this(label, of(value), unit);
  }

  private PerFork(String label, Statistics statistics, String unit) {
    super(ResultRole.SECONDARY, label, statistics, unit, AggregationPolicy.AVG);
  }

  @Override
  protected Aggregator<PerFork> getThreadAggregator() {
    return PerFork::merge;
  }

  @Override
  protected Aggregator<PerFork> getIterationAggregator() {
    return PerFork::merge;
  }

  private static PerFork merge(Collection<PerFork> results) {
    ListStatistics statistics = new ListStatistics();
    results.forEach(result -> statistics.addValue(result.getScore()));
    PerFork any = results.iterator().next();
    return new PerFork(any.getLabel(), statistics, any.getScoreUnit());
  }
}
