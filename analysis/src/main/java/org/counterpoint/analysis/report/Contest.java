package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterpoint.analysis.stats.LogSample;
import org.counterpoint.analysis.stats.Ranking;

/**
 * Contenders that were measured in the same setting, and what may be said of them.
 *
 * @param entries best estimate first where the contest is decided, otherwise in the order of the
 *     registry or the ladder; what was not measured comes last
 */
public record Contest(Setting setting, Quantity quantity, List<Entry> entries, Outcome outcome) {

  public Contest {
    entries = List.copyOf(entries);
  }

  /**
   * Ranks what can be ranked.
   *
   * @param objection why the run as a whole supports no verdict, if it does not
   * @param decided what the run's decisions say of those that were measured, by id; where they say
   *     nothing, all forks are compared by {@link Ranking#of}
   */
  static Contest of(
      Setting setting,
      Quantity quantity,
      List<Entry> entries,
      Optional<String> objection,
      Optional<Ranking> decided) {
    List<Entry> ordered = ordered(entries);
    Optional<String> why = objection.or(() -> obstacle(ordered));
    if (why.isPresent()) {
      return new Contest(setting, quantity, ordered, new Outcome.Withheld(why.get()));
    }
    Ranking ranking = decided.orElseGet(() -> compared(ordered, quantity.higherIsBetter()));
    return ranked(setting, quantity, ordered, ranking);
  }

  /** Ranks nothing: the contenders are the steps of that ladder. */
  static Contest listed(Setting setting, Quantity quantity, List<Entry> entries, String ladder) {
    return new Contest(setting, quantity, ordered(entries), new Outcome.Listed(ladder));
  }

  private static List<Entry> ordered(List<Entry> entries) {
    return entries.stream()
        .sorted(
            (a, b) ->
                a.isMeasured() == b.isMeasured()
                    ? a.contender().compareTo(b.contender())
                    : a.isMeasured() ? -1 : 1)
        .toList();
  }

  private static Optional<String> obstacle(List<Entry> entries) {
    List<Entry> measured = entries.stream().filter(Entry::isMeasured).toList();
    if (measured.size() < 2) {
      return Optional.of("fewer than two contenders were measured");
    }
    if (!measured.stream().allMatch(Entry::hasLogs)) {
      return Optional.of("a value is not above zero, so no ratio can be taken");
    }
    long sound =
        measured.stream().filter(entry -> entry.forks().size() >= Ranking.MIN_FORKS).count();
    return sound < 2 ? Optional.of("fewer than " + Ranking.MIN_FORKS + " forks") : Optional.empty();
  }

  private static Ranking compared(List<Entry> entries, boolean higherIsBetter) {
    return Ranking.of(
        entries.stream()
            .filter(Entry::isMeasured)
            .map(
                entry ->
                    new Ranking.Competitor(entry.contender().id(), LogSample.of(entry.forks())))
            .toList(),
        higherIsBetter);
  }

  private static Contest ranked(
      Setting setting, Quantity quantity, List<Entry> entries, Ranking ranking) {
    Map<String, Entry> byId =
        entries.stream()
            .filter(Entry::isMeasured)
            .collect(Collectors.toMap(entry -> entry.contender().id(), Function.identity()));
    List<Entry> result = new ArrayList<>();
    List<Contender> leaders = new ArrayList<>();
    for (Ranking.Entry place : ranking.entries()) {
      Entry entry = byId.get(place.name());
      if (entry == null) {
        throw new IllegalStateException("ranked, but did not compete: " + place.name());
      }
      result.add(entry.ranked(place));
      if (place.best() == 1) {
        leaders.add(entry.contender());
      }
    }
    entries.stream().filter(entry -> !entry.isMeasured()).forEach(result::add);
    return new Contest(setting, quantity, result, new Outcome.Decided(leaders));
  }

  public boolean isDecided() {
    return outcome instanceof Outcome.Decided;
  }

  /** The contenders that may hold rank 1; empty when no verdict is supported. */
  public List<Contender> leaders() {
    return outcome instanceof Outcome.Decided decided ? decided.leaders() : List.of();
  }

  /** The param whose values the contenders are, where it is a ladder and nothing is ranked. */
  Optional<String> ladder() {
    return outcome instanceof Outcome.Listed listed
        ? Optional.of(listed.ladder())
        : Optional.empty();
  }

  /** Why there is no verdict; empty when there is one, and where none was asked for. */
  public String why() {
    return outcome instanceof Outcome.Withheld withheld ? withheld.why() : "";
  }

  List<Entry> measured() {
    return entries.stream().filter(Entry::isMeasured).toList();
  }
}
