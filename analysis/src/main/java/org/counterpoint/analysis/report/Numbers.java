package org.counterpoint.analysis.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.counterpoint.analysis.stats.Interval;
import org.counterpoint.analysis.stats.Ratio;

/** How a number is printed, everywhere and in every locale: four significant digits. */
final class Numbers {

  private static final int DIGITS = 4;
  private static final double SMALLEST_PLAIN = 1e-3;
  private static final double LARGEST_PLAIN = 1e7;

  private Numbers() {}

  /** Such as {@code 37.20}, {@code 12345}, {@code 1.234e+09}; whole digits are never cut. */
  static String of(double value) {
    double size = Math.abs(value);
    if (size == 0) {
      return "0";
    }
    if (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN) {
      return String.format(Locale.ROOT, "%.3e", value);
    }
    BigDecimal exact = BigDecimal.valueOf(value);
    BigDecimal rounded = exact.round(new MathContext(DIGITS, RoundingMode.HALF_UP));
    int whole = rounded.precision() - rounded.scale();
    return exact.setScale(Math.max(0, DIGITS - whole), RoundingMode.HALF_UP).toPlainString();
  }

  /** A share or a relative difference in a sentence, such as {@code 0.4 %} or {@code 12 %}. */
  static String percent(double share) {
    double percent = 100 * share;
    String digits = String.format(Locale.ROOT, percent < 9.95 ? "%.1f" : "%.0f", percent);
    return digits.replaceFirst("\\.0$", "") + " %";
  }

  /** A ratio in a sentence, such as {@code 2.07 [1.94, 2.21]}: fewer digits than in a table. */
  static String brief(Ratio ratio) {
    return brief(ratio.value())
        + " ["
        + brief(ratio.interval().low())
        + ", "
        + brief(ratio.interval().high())
        + "]";
  }

  private static String brief(double value) {
    return value >= 1000 || value < 0.01
        ? of(value)
        : String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
  }

  /** Such as {@code [36.90, 37.52]}; a dash where there is none. */
  static String of(Optional<Interval> interval) {
    return interval.map(i -> "[" + of(i.low()) + ", " + of(i.high()) + "]").orElse("-");
  }
}
