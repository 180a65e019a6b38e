package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.LogSample;
import org.counterpoint.analysis.stats.Ratio;

/**
 * What each step of a ladder costs, in the ladder's own order: a list of prices and no race, so
 * that nobody is ranked.
 *
 * @param prices of what was measured
 */
record PriceList(Contest contest, List<Price> prices) {

  static final String METHOD =
      "A list of prices is no race: its rows stand in their own order and are not ranked. How many"
          + " times the one before a step costs is the ratio of their geometric means, with a 95 %"
          + " interval by Welch's t; an interval that contains 1 leaves open whether it costs"
          + " anything.";

  /**
   * A step.
   *
   * @param cost in ns/op at one thread, otherwise in the unit of the contest
   * @param times how many times the cost of the one before it; empty of the first, and where there
   *     are too few forks to say
   */
  record Price(Contender contender, Estimate cost, Optional<Ratio> times) {}

  PriceList {
    prices = List.copyOf(prices);
  }

  /** Empty where the contest is one. */
  static Optional<PriceList> of(Contest contest) {
    return contest.ladder().map(ladder -> new PriceList(contest, pricesOf(contest)));
  }

  private static List<Price> pricesOf(Contest contest) {
    List<Price> prices = new ArrayList<>();
    List<Entry> measured = contest.measured();
    for (int i = 0; i < measured.size(); i++) {
      Entry entry = measured.get(i);
      prices.add(
          new Price(
              entry.contender(),
              cost(contest, entry),
              i == 0
                  ? Optional.empty()
                  : times(measured.get(i - 1), entry, contest.quantity().higherIsBetter())));
    }
    return prices;
  }

  private static Estimate cost(Contest contest, Entry entry) {
    Estimate estimate = entry.estimate().orElseThrow();
    return isPerOperation(contest)
        ? TimePerOperation.of(estimate, contest.quantity().unit()).orElse(estimate)
        : estimate;
  }

  private static boolean isPerOperation(Contest contest) {
    return contest.setting().threads() == 1
        && contest.measured().stream()
            .allMatch(
                entry ->
                    TimePerOperation.of(entry.estimate().orElseThrow(), contest.quantity().unit())
                        .isPresent());
  }

  private static Optional<Ratio> times(Entry before, Entry entry, boolean higherIsBetter) {
    if (!before.hasLogs()
        || !entry.hasLogs()
        || Math.min(before.forks().size(), entry.forks().size()) < Estimate.MIN_FORKS) {
      return Optional.empty();
    }
    LogSample first = LogSample.of(before.forks());
    LogSample second = LogSample.of(entry.forks());
    return Optional.of(higherIsBetter ? Ratio.welch(first, second) : Ratio.welch(second, first));
  }

  /** What is asked of such a list, or of several that differ in the threads. */
  static String question(String ladder, String where) {
    return "What does each "
        + ladder
        + " cost "
        + (where.equals("1 thread") ? "one thread" : "at " + where)
        + "?";
  }

  Optional<Price> of(Contender contender) {
    return prices.stream().filter(price -> price.contender().equals(contender)).findFirst();
  }

  /**
   * From which price to which, where there are several: {@code From 0.35 ns/op (plain field) …}.
   */
  String span() {
    return prices.size() < 2
        ? ""
        : "From " + brief(prices.get(0)) + " to " + brief(prices.get(prices.size() - 1));
  }

  private String brief(Price price) {
    return Numbers.of(price.cost().center())
        + " "
        + unit().symbol()
        + " ("
        + price.contender().label()
        + ")";
  }

  private Unit unit() {
    return isPerOperation(contest) ? TimePerOperation.UNIT : contest.quantity().unit();
  }

  /** One for each step. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    String before = "";
    for (Price price : prices) {
      String last = before;
      sentences.add(
          price.contender().label()
              + (contest.setting().threads() == 1 ? "" : ", " + contest.setting().threadsText())
              + ": "
              + Numbers.of(price.cost().center())
              + " "
              + unit().symbol()
              + price.cost().interval().map(i -> " " + Numbers.of(Optional.of(i))).orElse("")
              + price
                  .times()
                  .map(
                      times ->
                          ", "
                              + Numbers.of(times.value())
                              + " "
                              + Numbers.of(Optional.of(times.interval()))
                              + " times "
                              + last)
                  .orElse("")
              + ".");
      before = price.contender().label();
    }
    return sentences;
  }
}
