package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Protocol;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.Interval;
import org.junit.jupiter.api.Test;

class TraitsTest {

  private static Metric metric(String name, String unit, double... byBlock) {
    List<Fork> forks = new ArrayList<>();
    for (int block = 0; block < byBlock.length; block++) {
      forks.add(new Fork(block, Values.of(byBlock[block]), Optional.empty()));
    }
    return new Metric(name, Unit.of(unit), forks);
  }

  private static final Metric RATE = metric(Metric.PRIMARY, "ops/ms", 1000, 1000, 1000);

  private static Traits of(Metric primary, Metric... others) {
    SortedMap<String, Metric> secondary = new TreeMap<>();
    for (Metric other : others) {
      secondary.put(other.name(), other);
    }
    return Traits.of(
        new Measurement(
            new Cell("a.B.c", new TreeMap<>(), Mode.THROUGHPUT, 2),
            Runs.JDK_17,
            new Protocol(3, 1, "1 s", 1, "1 s", List.of()),
            primary,
            secondary));
  }

  /** The processor time of an operation is of a longer time than the rate is. */
  @Test
  void areThoseThatWereMeasuredAndNoProductsOfThem() {
    Traits traits =
        of(
            metric(Metric.PRIMARY, "ops/ms", 1000, 500, 2000),
            metric("cpuTime", "us/op", 3, 6, 1.5),
            metric("processors", "s/s", 2, 2, 2),
            metric("fairness.jain", "ratio", 0.5, 0.5, 0.5),
            metric("·gc.alloc.rate.norm", "B/op", 24, 24, 24));
    assertThat(traits.processors().orElseThrow().center()).isCloseTo(2, within(1e-9));
    assertThat(traits.processors().orElseThrow().forks()).isEqualTo(3);
    assertThat(traits.fairness().orElseThrow().center()).isCloseTo(0.5, within(1e-12));
    assertThat(traits.allocation().orElseThrow().center()).isCloseTo(24, within(1e-9));
  }

  /** At two threads, where half is the least. */
  @Test
  void anIndexOfFairnessStaysWithinItsBounds() {
    Interval high = interval(of(RATE, metric("fairness.jain", "ratio", 0.99, 0.8, 1)));
    assertThat(high.high()).isEqualTo(1);
    assertThat(high.low()).isBetween(0.5, 0.9);
    Interval low = interval(of(RATE, metric("fairness.jain", "ratio", 0.5, 0.7, 0.51)));
    assertThat(low.low()).isEqualTo(0.5);
    assertThat(low.high()).isBetween(0.7, 1.0);
    // Whatever else somebody calls so is shown as it is.
    assertThat(
            of(RATE, metric("fairness.jain", "ratio", 3, 4, 5)).fairness().orElseThrow().center())
        .isCloseTo(3.915, within(1e-3));
  }

  private static Interval interval(Traits traits) {
    return traits.fairness().orElseThrow().interval().orElseThrow();
  }

  @Test
  void whatWasNotMeasuredIsNotThere() {
    assertThat(of(metric(Metric.PRIMARY, "ops/ms", 1000), metric("cpuTime", "us/op", 2)))
        .isEqualTo(
            new Traits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
  }
}
