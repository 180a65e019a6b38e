package org.counterpoint.analysis.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.jmh.RawMetric.RawFork;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Unit;

/** Judges what profilers and counters added: what has no numbers is left out with a warning. */
final class SecondaryMetrics {

  private final Cell cell;
  private final Warnings warnings;

  SecondaryMetrics(Cell cell, Warnings warnings) {
    this.cell = cell;
    this.warnings = warnings;
  }

  /** Those that have a value a fork, by name. */
  SortedMap<String, Metric> of(Map<String, RawMetric> metrics) {
    SortedMap<String, Metric> kept = new TreeMap<>();
    metrics.forEach(
        (name, raw) -> {
          if (raw.trouble().isPresent()) {
            warnings.add(cell.toString(), named(name) + "has values that are no numbers; left out");
            return;
          }
          List<Fork> read = forksWithValues(raw);
          if (read.isEmpty()) {
            warnings.add(cell.toString(), named(name) + "has no value a fork; left out");
          } else {
            kept.put(name, new Metric(name, Unit.of(raw.unit().orElse("")), read));
            if (uneven(raw.forks().orElseThrow())) {
              warnings.add(
                  cell.toString(),
                  named(name) + "lacks values of some iterations, and speaks of the others");
            }
          }
        });
    return kept;
  }

  private static String named(String metric) {
    return "the secondary metric \"" + metric + "\" ";
  }

  private static List<Fork> forksWithValues(RawMetric raw) {
    List<RawFork> rows = raw.forks().orElse(List.of());
    List<Fork> read = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).iterations().size() > 0) {
        read.add(rows.get(i).toFork(i));
      }
    }
    return read;
  }

  // A collector that did not run in an iteration leaves no gc.time there, say. The same number of
  // values a fork, such as one, is another thing, and usual.
  private static boolean uneven(List<RawFork> rows) {
    for (RawFork row : rows) {
      if (row.length() != rows.get(0).length()) {
        return true;
      }
    }
    return false;
  }
}
