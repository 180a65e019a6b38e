package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What may be said in words. A winner is named only where the ranking separates it from every other
 * contender; an estimate alone never makes a sentence, but on a list of prices.
 */
final class Findings {

  private static final int NAMES_IN_A_SENTENCE = 3;
  private static final int TITLE_LENGTH = 110;

  private final Family family;
  private final String subject;
  private final String predicate;

  private Findings(Family family, String subject, String predicate) {
    this.family = family;
    this.subject = subject;
    this.predicate = predicate;
  }

  static Findings of(Family family) {
    String role = family.first().setting().role();
    return new Findings(
        family,
        family.quantity().name(),
        "is fastest" + (role.isEmpty() ? "" : " in role " + role));
  }

  /** As {@link #of}, where the values are shown as the time that one operation takes. */
  static Findings ofTimePerOperation(Contest contest) {
    return new Findings(new Family("", List.of(contest)), "time of one operation", "is fastest");
  }

  /** Of one percentile, at one or several numbers of threads of the same workload. */
  static Findings ofServiceTimes(List<ServiceTime> times) {
    Family family = new Family(Family.THREADS, times.stream().map(ServiceTime::contest).toList());
    return new Findings(family, times.get(0).quantity().name(), "has the shortest p99");
  }

  /** Of the 99th percentile of response time along the rate. */
  static Findings ofResponses(Family family) {
    return new Findings(family, family.quantity().name(), "has the shortest p99");
  }

  /** The question that the contests put. */
  String question() {
    return family
        .first()
        .ladder()
        .map(ladder -> PriceList.question(ladder, family.where(family.contests())))
        .orElseGet(this::contested);
  }

  private String contested() {
    return "Which " + predicate + " at " + family.where(family.contests()) + "?";
  }

  /** The answer, one sentence for each thing that is known or not known; at least one. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    prices().forEach(list -> sentences.addAll(list.sentences()));
    winners()
        .forEach(
            (winner, contests) ->
                sentences.add(
                    winner.label() + " " + predicate + " at " + family.where(contests) + "."));
    ties()
        .forEach(
            (names, contests) ->
                sentences.add(
                    "At "
                        + family.where(contests)
                        + " the first place is not separated: "
                        + names
                        + "."));
    withheld()
        .forEach(
            (why, contests) ->
                sentences.add(noVerdict(why, " at " + family.where(contests)) + "."));
    return sentences;
  }

  /** A chart's title: the finding, or the question and that it is open. */
  String headline() {
    List<PriceList> prices = prices();
    if (!prices.isEmpty()) {
      return prices.size() == 1 ? (question() + " " + prices.get(0).span()).strip() : question();
    }
    Map<Contender, List<Contest>> winners = winners();
    if (!winners.isEmpty()) {
      return winnersHeadline(winners);
    }
    if (!ties().isEmpty()) {
      return question() + " Not separated";
    }
    return Words.capital(subject)
        + " at "
        + family.where(family.contests())
        + " ("
        + withheld().keySet().stream()
            .map(why -> noVerdict(why, ""))
            .collect(Collectors.joining("; "))
        + ")";
  }

  /** Why nothing is concluded, without saying twice that nothing is. */
  static String noVerdict(String why, String where) {
    return why.contains("no verdict")
        ? Words.capital(why) + where
        : "No verdict" + where + ": " + why;
  }

  private String winnersHeadline(Map<Contender, List<Contest>> winners) {
    List<String> clauses = new ArrayList<>();
    winners.forEach(
        (winner, contests) ->
            clauses.add(
                winner.label()
                    + (clauses.isEmpty() ? " " + predicate + " at " : " at ")
                    + family.where(contests)));
    ties().values().forEach(contests -> clauses.add("not separated at " + family.where(contests)));
    withheld().values().forEach(contests -> clauses.add("no verdict at " + family.where(contests)));
    StringBuilder title = new StringBuilder(clauses.get(0));
    for (String clause : clauses.subList(1, clauses.size())) {
      if (title.length() + clause.length() + 2 > TITLE_LENGTH) {
        return title + "; see the ranking for the rest";
      }
      title.append("; ").append(clause);
    }
    return title.toString();
  }

  private Map<Contender, List<Contest>> winners() {
    return group(
        family.contests().stream().filter(contest -> contest.leaders().size() == 1).toList(),
        contest -> contest.leaders().get(0));
  }

  private Map<String, List<Contest>> ties() {
    return group(
        family.contests().stream().filter(contest -> contest.leaders().size() > 1).toList(),
        Findings::tied);
  }

  private Map<String, List<Contest>> withheld() {
    return group(
        family.contests().stream().filter(contest -> !contest.why().isEmpty()).toList(),
        Contest::why);
  }

  private List<PriceList> prices() {
    return family.contests().stream().flatMap(contest -> PriceList.of(contest).stream()).toList();
  }

  private static String tied(Contest contest) {
    List<String> names = contest.leaders().stream().sorted().map(Contender::label).toList();
    int ranked = contest.measured().size();
    if (names.size() <= NAMES_IN_A_SENTENCE) {
      return Words.list(names) + " may each hold it";
    }
    return (names.size() == ranked ? "any of the " + ranked : names.size() + " of " + ranked)
        + " may hold it";
  }

  private static <K> Map<K, List<Contest>> group(List<Contest> contests, Function<Contest, K> key) {
    Map<K, List<Contest>> groups = new LinkedHashMap<>();
    contests.forEach(
        contest -> groups.computeIfAbsent(key.apply(contest), k -> new ArrayList<>()).add(contest));
    return groups;
  }
}
