package org.counterpoint.analysis.report;

import java.util.Optional;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.Estimate;

/**
 * What a contender's speed comes with.
 *
 * @param fairness Jain's index over the threads, which lies between 1/threads and 1, and so does
 *     its interval
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
  private static final String PROCESSORS = "processors";

  static Traits of(Measurement measurement) {
    Optional<Values> jain = forks(measurement, FAIRNESS);
    return new Traits(
        jain.map(Estimate::of).map(estimate -> bounded(estimate, measurement.cell().threads())),
        jain,
        measurement.allocation().map(metric -> Estimate.of(metric.forkMeans())),
        forks(measurement, PROCESSORS).map(Estimate::of));
  }

  /** As it is where the numbers are no such indices, or rounded a little beyond. */
  private static Estimate bounded(Estimate index, int threads) {
    double least = 1.0 / threads;
    return index.center() < least || index.center() > 1 ? index : index.within(least, 1);
  }

  private static Optional<Values> forks(Measurement measurement, String metric) {
    return Optional.ofNullable(measurement.secondary().get(metric)).map(Metric::forkMeans);
  }
}
