package org.counterpoint.analysis.model;

import java.util.List;

/**
 * One quantity, measured over several forks.
 *
 * @param name {@code score} for the primary metric, otherwise the secondary's name in the JSON
 * @param forks at least one
 */
public record Metric(String name, Unit unit, List<Fork> forks) {

  /** The name of a measurement's primary metric. */
  public static final String PRIMARY = "score";

  public Metric {
    forks = List.copyOf(forks);
    if (forks.isEmpty()) {
      throw new IllegalArgumentException(name + " without a fork");
    }
  }

  /** One value a fork: the sample on which every interval and verdict rests. */
  public Values forkMeans() {
    return Values.of(forks.stream().mapToDouble(Fork::mean).toArray());
  }
}
