package org.counterpoint.analysis.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** One cell, measured on one JDK. */
public record Measurement(
    Cell cell, Jdk jdk, Protocol protocol, Metric primary, SortedMap<String, Metric> secondary) {

  public Measurement {
    secondary = Collections.unmodifiableSortedMap(new TreeMap<>(secondary));
  }
}
