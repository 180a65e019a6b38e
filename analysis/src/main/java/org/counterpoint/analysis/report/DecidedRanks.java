package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterpoint.analysis.stats.Arm;
import org.counterpoint.analysis.stats.Decision;
import org.counterpoint.analysis.stats.Decisions;
import org.counterpoint.analysis.stats.Ranking;

/** The rankings among a run's decisions, found by what competed. */
final class DecidedRanks {

  private final Map<Arm, Decision.OfRanking> byArm = new HashMap<>();

  DecidedRanks(Decisions decisions) {
    for (Decision decision : decisions.all()) {
      if (decision instanceof Decision.OfRanking ranking) {
        ranking.question().arms().forEach(arm -> byArm.put(arm, ranking));
      }
    }
  }

  /**
   * The ranking of these competitors, by the names given; empty where no decision is about them.
   * One that the decision leaves out was compared with nobody, so it may hold every rank, and take
   * another's.
   */
  Optional<Ranking> of(Map<String, Arm> competitors) {
    Set<Decision.OfRanking> decisions = new HashSet<>();
    competitors.values().stream()
        .filter(byArm::containsKey)
        .map(byArm::get)
        .forEach(decisions::add);
    if (decisions.size() != 1) {
      return Optional.empty();
    }
    Map<String, String> names = new HashMap<>();
    competitors.forEach((name, arm) -> names.put(arm.cell().toString(), name));
    List<Ranking.Entry> compared = decisions.iterator().next().ranking().entries();
    if (!compared.stream().allMatch(entry -> names.containsKey(entry.name()))) {
      return Optional.empty();
    }
    int others = competitors.size() - compared.size();
    List<Ranking.Entry> entries = new ArrayList<>();
    for (Ranking.Entry entry : compared) {
      entries.add(
          new Ranking.Entry(
              names.getOrDefault(entry.name(), ""), entry.best(), entry.worst() + others));
    }
    Set<String> ranked = entries.stream().map(Ranking.Entry::name).collect(Collectors.toSet());
    competitors.keySet().stream()
        .filter(name -> !ranked.contains(name))
        .sorted()
        .forEach(name -> entries.add(new Ranking.Entry(name, 1, competitors.size())));
    return Optional.of(new Ranking(entries));
  }
}
