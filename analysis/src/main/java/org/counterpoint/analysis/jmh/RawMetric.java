package org.counterpoint.analysis.jmh;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Histogram;
import org.counterpoint.analysis.model.Values;

/**
 * One metric as the file has it, before anything is judged.
 *
 * @param at where it begins
 * @param score as JMH aggregated it
 * @param forks from {@code rawDataHistogram} or else {@code rawData}; absent where the file has
 *     neither
 * @param forksAt where those begin; else where the metric begins
 * @param trouble the first value that is not finite, or too small
 */
record RawMetric(
    At at,
    OptionalDouble score,
    Optional<String> unit,
    Optional<List<RawFork>> forks,
    At forksAt,
    Optional<Trouble> trouble) {

  /**
   * One fork's row.
   *
   * @param iterations a value each, without those that are not finite; in sample mode the mean of
   *     the iteration's observations, if it has any
   * @param emptyIterations those without an observation
   * @param histogram of the whole fork, in sample mode
   */
  record RawFork(Values iterations, int emptyIterations, Optional<Histogram> histogram) {

    /** The fork, of that block; it must have a value. */
    Fork toFork(int block) {
      return new Fork(block, iterations, histogram);
    }

    /** How many iterations the file has, with or without an observation. */
    int length() {
      return iterations.size() + emptyIterations;
    }
  }

  /** Something wrong with a value, and where. */
  record Trouble(At at, String reason) {}

  /**
   * Reads the metric at which the cursor stands.
   *
   * @param what its name for messages
   * @param least the least value that it can have
   */
  static RawMetric read(JsonCursor json, String what, double least) throws UnreadableInput {
    return new Reader(json, what, least).read();
  }

  private static final String FORK = "a fork in ";
  private static final String ITERATION = "an iteration in ";
  private static final String VALUE = "a value in ";
  private static final String COUNT = "a count in ";

  private static final class Reader {

    private final JsonCursor json;
    private final String what;
    private final double least;
    private Optional<Trouble> trouble = Optional.empty();

    Reader(JsonCursor json, String what, double least) {
      this.json = json;
      this.what = what;
      this.least = least;
    }

    RawMetric read() throws UnreadableInput {
      json.requireObject(what);
      At at = json.here();
      OptionalDouble score = OptionalDouble.empty();
      Optional<String> unit = Optional.empty();
      Optional<List<RawFork>> plain = Optional.empty();
      Optional<List<RawFork>> counted = Optional.empty();
      At forksAt = at;
      JsonCursor.Keys keys = json.keys();
      while (keys.next()) {
        switch (keys.current()) {
          case "score" -> score = OptionalDouble.of(finite("", what + ".score"));
          case "scoreUnit" -> unit = Optional.of(json.string(what + ".scoreUnit"));
          case "rawData" -> {
            forksAt = counted.isPresent() ? forksAt : json.here();
            plain = Optional.of(plainForks(what + ".rawData"));
          }
          case "rawDataHistogram" -> {
            forksAt = json.here();
            counted = Optional.of(countedForks(what + ".rawDataHistogram"));
          }
          default -> json.skip();
        }
      }
      Optional<List<RawFork>> forks = counted.isPresent() ? counted : plain;
      return new RawMetric(at, score, unit, forks, forksAt, trouble);
    }

    private List<RawFork> plainForks(String array) throws UnreadableInput {
      List<RawFork> forks = new ArrayList<>();
      // One for all rows, so that its room is found once: half of what a large file took was
      // garbage.
      Values.Builder iterations = new Values.Builder();
      json.requireArray(array);
      while (json.next() != JsonToken.END_ARRAY) {
        json.requireArray(FORK, array);
        while (json.next() != JsonToken.END_ARRAY) {
          double value = finite(VALUE, array);
          if (Double.isFinite(value)) {
            iterations.add(value);
          }
        }
        forks.add(new RawFork(iterations.drain(), 0, Optional.empty()));
      }
      return forks;
    }

    private List<RawFork> countedForks(String array) throws UnreadableInput {
      List<RawFork> forks = new ArrayList<>();
      Values.Builder means = new Values.Builder();
      json.requireArray(array);
      while (json.next() != JsonToken.END_ARRAY) {
        json.requireArray(FORK, array);
        int empty = 0;
        Observations all = new Observations();
        while (json.next() != JsonToken.END_ARRAY) {
          Observations iteration = iteration(array, Long.MAX_VALUE - all.total());
          if (iteration.total() == 0) {
            empty++;
          } else {
            addMean(means, iteration, array);
            all.addAll(iteration);
          }
        }
        forks.add(new RawFork(means.drain(), empty, Optional.of(all.toHistogram())));
      }
      return forks;
    }

    private void addMean(Values.Builder means, Observations iteration, String array) {
      double mean = iteration.mean();
      if (Double.isFinite(mean)) {
        means.add(mean);
      } else if (trouble.isEmpty()) {
        trouble =
            Optional.of(
                new Trouble(json.here(), ITERATION + array + " has values too large to add up"));
      }
    }

    private Observations iteration(String array, long room) throws UnreadableInput {
      json.requireArray(ITERATION, array);
      Observations iteration = new Observations();
      long left = room;
      while (json.next() != JsonToken.END_ARRAY) {
        json.requireArray(VALUE, array);
        json.next();
        double value = finite(VALUE, array);
        json.next();
        long count = json.count(COUNT, array);
        if (count < 0 || count > left) {
          throw json.here().refuse(COUNT + array + " is " + count + ", which cannot be");
        }
        left -= count;
        if (json.next() != JsonToken.END_ARRAY) {
          throw json.here().refuse(VALUE + array + " with more than its count");
        }
        if (Double.isFinite(value)) {
          iteration.add(value, count);
        }
      }
      return iteration;
    }

    private double finite(String part, String whole) throws UnreadableInput {
      double value = json.number(part, whole);
      if (!(value >= least && value <= Double.MAX_VALUE) && trouble.isEmpty()) {
        trouble = Optional.of(trouble(part + whole, value));
      }
      return value;
    }

    private Trouble trouble(String name, double value) throws UnreadableInput {
      String wrong = Double.isFinite(value) ? ", too small" : ", not a finite number";
      return new Trouble(json.here(), name + " is " + json.described() + wrong);
    }
  }
}
