package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.Estimate;

/**
 * What a contender's speed comes with.
 *
 * @param fairness Jain's index over the threads
 * @param jain the same, one value a fork
 * @param allocation bytes an operation
 * @param processors how many it kept busy: the JVM's processor time over the time of the clock
 */
record Traits(
    Optional<Estimate> fairness,
    Optional<Values> jain,
    Optional<Estimate> allocation,
    Optional<Estimate> processors) {

  private static final String FAIRNESS = "fairness.jain";
  private static final String CPU_TIME = "cpuTime";

  static Traits of(Measurement measurement) {
    Optional<Values> jain =
        Optional.ofNullable(measurement.secondary().get(FAIRNESS)).map(Metric::forkMeans);
    return new Traits(
        jain.map(Estimate::of),
        jain,
        measurement.allocation().map(metric -> Estimate.of(metric.forkMeans())),
        processors(measurement));
  }

  /** Operations a second times processor seconds an operation, fork by fork. */
  private static Optional<Estimate> processors(Measurement measurement) {
    Metric rate = measurement.primary();
    Metric cpu = measurement.secondary().get(CPU_TIME);
    if (cpu == null
        || rate.unit().kind() != Unit.Kind.RATE
        || cpu.unit().kind() != Unit.Kind.TIME) {
      return Optional.empty();
    }
    SortedMap<Integer, Double> cpuByBlock = new TreeMap<>();
    cpu.forks().forEach(fork -> cpuByBlock.put(fork.block(), fork.mean()));
    List<Double> busy = new ArrayList<>();
    for (Fork fork : rate.forks()) {
      Double perOperation = cpuByBlock.get(fork.block());
      if (perOperation != null) {
        busy.add(fork.mean() * rate.unit().scale() * perOperation * cpu.unit().scale());
      }
    }
    return busy.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Estimate.of(Values.of(busy.stream().mapToDouble(Double::doubleValue).toArray())));
  }
}
