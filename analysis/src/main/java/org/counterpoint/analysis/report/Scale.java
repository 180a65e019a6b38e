package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import org.counterpoint.analysis.stats.Estimate;

/** An axis of numbers: where a value stands between 0 and 1, and which values are labelled. */
final class Scale {

  /** Above this ratio of largest to smallest, a linear axis hides the small ones. */
  private static final double LINEAR_SPAN = 20;

  private static final int WANTED_TICKS = 6;

  /**
   * A labelled value.
   *
   * @param at the position, 0 to 1
   */
  record Tick(double at, double value) {}

  private final boolean log;
  private final double low;
  private final double high;
  private final List<Double> tickValues;

  private Scale(boolean log, double low, double high, List<Double> tickValues) {
    this.log = log;
    this.low = low;
    this.high = high;
    this.tickValues = tickValues;
  }

  /**
   * Linear from 0, or logarithmic when the values span more than twentyfold and are all above zero.
   *
   * @param centers the values that decide; at least one
   * @param ends the ends of their intervals, which must fit in too
   */
  static Scale fitting(double[] centers, double[] ends, boolean preferLog) {
    double min =
        DoubleStream.concat(DoubleStream.of(centers), DoubleStream.of(ends)).min().orElse(0);
    double max =
        DoubleStream.concat(DoubleStream.of(centers), DoubleStream.of(ends)).max().orElse(1);
    double smallest = DoubleStream.of(centers).min().orElse(0);
    double largest = DoubleStream.of(centers).max().orElse(1);
    if (min > 0 && (preferLog || largest / smallest > LINEAR_SPAN)) {
      return logarithmic(min, max);
    }
    return linear(Math.min(0, min), max > 0 ? max : min == 0 ? 1 : 0);
  }

  /**
   * The same of estimates, whose intervals must fit in too.
   *
   * @param also values that the axis is to show as well
   */
  static Scale of(List<Estimate> estimates, boolean preferLog, double... also) {
    return fitting(
        estimates.stream().mapToDouble(Estimate::center).toArray(),
        DoubleStream.concat(
                DoubleStream.of(also),
                estimates.stream()
                    .flatMap(estimate -> estimate.interval().stream())
                    .flatMapToDouble(interval -> DoubleStream.of(interval.low(), interval.high())))
            .toArray(),
        preferLog);
  }

  /**
   * Around the estimates and not from 0, for changes of a few percent; logarithmic where the values
   * span so much that a linear axis hides the small ones.
   *
   * @param least what the axis shows at the least, as a part of its middle value: noise of a tenth
   *     of that shall look like it
   */
  static Scale around(List<Estimate> estimates, double least) {
    Scale all = of(estimates, /* preferLog= */ false);
    double[] ends = extent(estimates).sorted().toArray();
    double min = ends[0];
    double max = ends[ends.length - 1];
    if (all.log || min <= 0) {
      return all;
    }
    double half = Math.max(1.12 * (max - min), least * (max + min) / 2) / 2;
    double low = Math.max(0, (max + min) / 2 - half);
    double high = (max + min) / 2 + half;
    return new Scale(false, low, high, ticksBetween(low, high));
  }

  /**
   * Linear, from one end of what can be to the other, with room for a marker behind it.
   *
   * @param estimates that are to be on it, whatever they are
   */
  static Scale between(double least, double most, List<Estimate> estimates) {
    double low = extent(estimates).reduce(least, Math::min);
    double high = extent(estimates).reduce(most, Math::max);
    return new Scale(false, low, high + 0.02 * (high - low), ticksBetween(low, high));
  }

  /** Every number that a drawing of them has to hold. */
  private static DoubleStream extent(List<Estimate> estimates) {
    return estimates.stream()
        .flatMapToDouble(
            one ->
                DoubleStream.concat(
                    DoubleStream.of(one.center()),
                    one.interval().stream()
                        .flatMapToDouble(i -> DoubleStream.of(i.low(), i.high()))));
  }

  /** Multiples of a step; an end that is one but for rounding has its label. */
  private static List<Double> ticksBetween(double low, double high) {
    double step = step(high - low);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step - 1e-9); i <= high / step + 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** Such that about as many as are wanted fit in. */
  private static double step(double span) {
    double raw = span / WANTED_TICKS;
    double magnitude = Math.pow(10, Math.floor(Math.log10(raw)));
    double lead = raw / magnitude;
    return magnitude * (lead > 5 ? 10 : lead > 2 ? 5 : lead > 1 ? 2 : 1);
  }

  private static Scale linear(double min, double max) {
    double span = max - min;
    double step = step(span);
    List<Double> ticks = new ArrayList<>();
    long first = (long) Math.floor(min / step);
    long last = (long) Math.floor(max * 1.04 / step);
    for (long i = first; i <= last; i++) {
      ticks.add(i * step);
    }
    return new Scale(false, min < 0 ? first * step : 0, max + span * 0.06, ticks);
  }

  private static Scale logarithmic(double min, double max) {
    double low = Math.log10(min) - 0.04;
    double high = Math.log10(max) + 0.04;
    if (high - low < 0.5) {
      low -= 0.2;
      high += 0.2;
    }
    double pad = (high - low) * 0.04;
    low -= pad;
    high += pad;
    List<Double> ticks = new ArrayList<>();
    double decades = high - low;
    int stride = (int) Math.max(1, Math.ceil(decades / (WANTED_TICKS + 1)));
    double[] leads =
        decades > 3.2
            ? new double[] {1}
            : decades > 1.6 ? new double[] {1, 3} : new double[] {1, 2, 5};
    for (int decade = (int) Math.floor(low); decade <= Math.ceil(high); decade++) {
      for (double lead : leads) {
        double at = decade + Math.log10(lead);
        if (at >= low && at <= high && Math.floorMod(decade, stride) == 0) {
          ticks.add(lead * Math.pow(10, decade));
        }
      }
    }
    return new Scale(true, low, high, ticks);
  }

  boolean isLog() {
    return log;
  }

  /** Between 0 and 1 for a value within the axis. */
  double at(double value) {
    return ((log ? Math.log10(value) : value) - low) / (high - low);
  }

  List<Tick> ticks() {
    return tickValues.stream().map(value -> new Tick(at(value), value)).toList();
  }

  /** Those that lie on the axis. */
  List<Tick> shownTicks() {
    return ticks().stream().filter(tick -> tick.at() >= -1e-9 && tick.at() <= 1).toList();
  }

  /** A tick's number without digits that say nothing. */
  static DoubleFunction<String> plainLabel() {
    return Scale::plain;
  }

  /** A time in the unit that suits it, from a number of seconds. */
  static DoubleFunction<String> timeLabel(double secondsPerUnit) {
    return value -> time(value * secondsPerUnit);
  }

  private static String plain(double value) {
    double size = Math.abs(value);
    if (size != 0 && (size >= 1e6 || size < 1e-3)) {
      int exponent = (int) Math.floor(Math.log10(size) + 1e-9);
      String lead = trimmed(value / Math.pow(10, exponent));
      return lead.equals("1") ? "1e" + exponent : lead + "e" + exponent;
    }
    return trimmed(value);
  }

  private static String time(double seconds) {
    if (seconds == 0) {
      return "0";
    }
    String[] units = {"ps", "ns", "µs", "ms", "s"};
    int index = (int) Math.floor(Math.log10(Math.abs(seconds)) / 3 + 4 + 1e-9);
    int unit = Math.max(0, Math.min(units.length - 1, index));
    return plain(seconds * Math.pow(1000, 4 - unit)) + " " + units[unit];
  }

  private static String trimmed(double value) {
    String text = Numbers.of(value);
    return text.contains(".") && !text.contains("e")
        ? text.replaceAll("0+$", "").replaceAll("\\.$", "")
        : text;
  }
}
