package org.counterpoint.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Rates over many simulated runs, and the table of them. The property {@code simulation.factor}
 * multiplies the runs: the profile {@code simulation} sets it.
 */
public final class SimulationTable {

  private static final int FACTOR = Integer.getInteger("simulation.factor", 1);

  private final List<String> rows = new ArrayList<>();

  /** How many runs to make where so many are enough. */
  public static int runs(int enough) {
    return FACTOR * enough;
  }

  /** How often it happens; the seed makes the whole series the same every time. */
  public static double rate(int seed, int runs, Predicate<RandomGenerator> outcome) {
    RandomGenerator random = new Well19937c(seed);
    return IntStream.range(0, runs).filter(run -> outcome.test(random)).count() / (double) runs;
  }

  /** Adds a row; tests may run at once. */
  public synchronized void add(String check, int runs, double rate, String bound) {
    String percent = String.format(Locale.ROOT, "%.2f %%", 100 * rate);
    rows.add(line(check, Integer.toString(runs), percent, bound));
  }

  /** To the standard output, by the number of the check. */
  public synchronized void print() {
    System.out.println(line("check", "runs", "rate", "bound"));
    rows.stream().sorted().forEach(System.out::println);
  }

  private static String line(String check, String runs, String rate, String bound) {
    return String.format(Locale.ROOT, "%-52s %6s %9s  %s", check, runs, rate, bound);
  }
}
