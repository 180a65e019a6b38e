package org.counterpoint.analysis.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.counterpoint.analysis.jmh.RawMetric.RawFork;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Unit;

/** Judges the metric that intervals and rankings rest on: all of it must be there and be sound. */
final class PrimaryMetric {

  private static final String RE_RUN = "re-run this benchmark";

  /** A score further than this from its raw data was not computed from them. */
  private static final double GROSS = 0.01;

  private final Cell cell;
  private final Warnings warnings;

  PrimaryMetric(Cell cell, Warnings warnings) {
    this.cell = cell;
    this.warnings = warnings;
  }

  /**
   * The metric, its forks numbered from 0.
   *
   * @param asked how many forks there should be; 0 for a run inside JMH's own JVM
   */
  Metric of(RawMetric raw, int asked) throws UnreadableInput {
    if (raw.trouble().isPresent()) {
      throw raw.trouble().get().at().refuse(raw.trouble().get().reason(), RE_RUN);
    }
    if (raw.score().isEmpty() || raw.unit().isEmpty()) {
      throw raw.at()
          .refuse(
              "primaryMetric without a \"" + (raw.score().isEmpty() ? "score" : "scoreUnit") + '"');
    }
    List<RawFork> rows = raw.forks().orElse(List.of());
    checkRows(raw.forksAt(), rows, asked);
    List<Fork> read = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Fork fork = rows.get(i).toFork(i);
      read.add(fork);
      if (rows.get(i).emptyIterations() > 0) {
        warnings.add(cell.toString(), "iterations without an observation, which count for nothing");
      }
    }
    checkScore(raw, read);
    return new Metric(Metric.PRIMARY, Unit.of(raw.unit().get()), read);
  }

  private void checkRows(At place, List<RawFork> rows, int asked) throws UnreadableInput {
    if (rows.isEmpty()) {
      throw place.refuse(
          "no raw data of " + cell + ", so there is nothing to take an interval from",
          "re-run JMH without -Djmh.json.rawData=false");
    }
    if (rows.size() < asked) {
      throw place.refuse(
          "raw data of "
              + count(rows.size(), "fork")
              + " of "
              + cell
              + ", its \"forks\" says "
              + asked,
          RE_RUN);
    }
    for (RawFork row : rows) {
      if (row.iterations().size() == 0) {
        throw place.refuse("a fork of " + cell + " without a value", RE_RUN);
      }
      if (row.length() != rows.get(0).length()) {
        throw place.refuse(
            "forks of "
                + rows.get(0).length()
                + " and of "
                + count(row.length(), "iteration")
                + " in "
                + cell,
            RE_RUN);
      }
    }
    if (asked == 0 && rows.size() == 1) {
      warnings.add(
          cell.toString(),
          "ran inside JMH's own JVM (forks: 0): one fork that other benchmarks may have shaped,"
              + " and no interval");
    } else if (rows.size() > asked) {
      warnings.add(
          cell.toString(), "raw data of more forks than \"forks\" says; all of them are used");
    }
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private void checkScore(RawMetric raw, List<Fork> read) {
    boolean sampled = cell.mode() == Mode.SAMPLE_TIME;
    if (sampled && read.stream().anyMatch(fork -> fork.histogram().isEmpty())) {
      // Before rawDataHistogram, the weights of the iterations were not written.
      return;
    }
    double weighted = 0;
    double weight = 0;
    for (Fork fork : read) {
      double observations =
          fork.histogram()
              .map(all -> (double) all.total())
              .orElse((double) fork.iterations().size());
      weighted += fork.mean() * observations;
      weight += observations;
    }
    double score = raw.score().orElseThrow();
    double mean = weighted / weight;
    if (Math.abs(score - mean) > GROSS * Math.max(Math.abs(score), Math.abs(mean))) {
      warnings.add(
          String.format(Locale.ROOT, "%s (score %.6g, raw data %.6g)", cell, score, mean),
          "the score is not the mean of its raw data, as if edited; only the raw data are used");
    }
  }
}
