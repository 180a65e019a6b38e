package org.counterpoint.analysis.report;

import java.util.Comparator;

/**
 * What competes: the value of the {@code strategy} param where a benchmark has one, otherwise the
 * method, or, in a class with a single method, its combination of params that are not numbers.
 *
 * @param id what the file calls it
 * @param label how charts and tables write it
 * @param order its place in the registry, or behind it; decides colour and marker
 */
public record Contender(String id, String label, int order) implements Comparable<Contender> {

  private static final Comparator<Contender> ORDER =
      Comparator.comparingInt(Contender::order).thenComparing(Contender::id);

  @Override
  public int compareTo(Contender other) {
    return ORDER.compare(this, other);
  }
}
