package org.counterpoint.analysis.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One cell, measured on one JDK. */
public record Measurement(
    Cell cell, Jdk jdk, Protocol protocol, Metric primary, SortedMap<String, Metric> secondary) {

  /** As JMH's profiler gc calls it, with or without its mark in front. */
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  public Measurement {
    secondary = Collections.unmodifiableSortedMap(new TreeMap<>(secondary));
  }

  /** Bytes allocated an operation, where JMH's profiler gc was there. */
  public Optional<Metric> allocation() {
    return secondary.entrySet().stream()
        .filter(metric -> metric.getKey().endsWith(ALLOCATION))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
