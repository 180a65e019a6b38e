package org.counterpoint.analysis.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One cell, measured on one JDK.
 *
 * @param roles the names of the secondary metrics that are the values of one role of the threads
 *     each, where JMH's {@code @Group} gave them several: the primary metric then adds them up, or
 *     averages them, and says little; empty where all threads do the same
 */
public record Measurement(
    Cell cell,
    Jdk jdk,
    Protocol protocol,
    Metric primary,
    SortedMap<String, Metric> secondary,
    SortedSet<String> roles) {

  /** As JMH's profiler gc calls it, with or without its mark in front. */
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  public Measurement {
    secondary = Collections.unmodifiableSortedMap(new TreeMap<>(secondary));
    roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    if (!secondary.keySet().containsAll(roles)) {
      throw new IllegalArgumentException("roles " + roles + " of " + secondary.keySet());
    }
  }

  /** One in which all threads do the same, or that is of one role. */
  public Measurement(
      Cell cell, Jdk jdk, Protocol protocol, Metric primary, SortedMap<String, Metric> secondary) {
    this(cell, jdk, protocol, primary, secondary, new TreeSet<>());
  }

  /**
   * What can be compared of it: itself, or where there are roles, one for each. What profilers say
   * is of all roles together, so a role has none of it.
   */
  List<Measurement> byRole() {
    return roles.isEmpty()
        ? List.of(this)
        : secondary.entrySet().stream()
            .filter(metric -> roles.contains(metric.getKey()))
            .map(metric -> of(metric.getKey(), metric.getValue()))
            .toList();
  }

  private Measurement of(String role, Metric rate) {
    return new Measurement(
        cell.in(role),
        jdk,
        protocol,
        new Metric(Metric.PRIMARY, rate.unit(), rate.forks()),
        new TreeMap<>());
  }

  /** Bytes allocated an operation, where JMH's profiler gc was there. */
  public Optional<Metric> allocation() {
    return secondary.entrySet().stream()
        .filter(metric -> metric.getKey().endsWith(ALLOCATION))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
