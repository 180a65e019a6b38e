package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.LogSample;
import org.counterpoint.analysis.stats.Ranking;
import org.counterpoint.analysis.stats.Ratio;

/**
 * Makes every comparison that a finding of a run may rest on. Which there are depends on what was
 * measured and how often, never on what came out, so that they can be corrected as one family.
 *
 * <p>By Welch's t on logs of fork means, also where forks ran in pairs: what a block has in common
 * makes that test more careful, and with five forks it has twice the degrees of freedom, which a
 * family of hundreds needs.
 */
final class Comparisons {

  private Comparisons() {}

  /** None of a run that supports no verdict. */
  static List<Compared> of(Summary summary) {
    if (summary.objection().isPresent()) {
      return List.of();
    }
    List<Compared> all = new ArrayList<>();
    contests(summary).forEach(contest -> lead(contest).ifPresent(all::add));
    for (Changes changes : summary.changes()) {
      for (ChangedCell cell : changes.cells()) {
        cell.ratio().ifPresent(ratio -> all.add(new Compared.Change(changes, cell, ratio)));
      }
    }
    summary
        .contests()
        .forEach(contest -> PriceList.of(contest).ifPresent(list -> steps(list, all)));
    all.addAll(twins(summary.contests()));
    int cores = Circumstances.cores(summary.run()).orElse(Integer.MAX_VALUE);
    summary.contests().stream()
        .filter(contest -> contest.setting().threads() <= cores)
        .forEach(contest -> unfair(contest).ifPresent(all::add));
    return all;
  }

  /** What is ranked: by the score, or by the 99th percentile of what was timed. */
  static List<Contest> contests(Summary summary) {
    return summary.allContests().stream().filter(Contest::isDecided).toList();
  }

  private static Optional<Compared> lead(Contest contest) {
    List<Entry> entries = contest.measured();
    if (entries.size() < 2 || !entries.stream().allMatch(Comparisons::isSound)) {
      return Optional.empty();
    }
    Entry first = entries.get(0);
    List<Rival> rivals =
        rivals(
            entries.subList(1, entries.size()),
            other -> better(contest, first.forks(), other.forks()));
    Rival nearest = rivals.get(0);
    return Optional.of(
        new Compared.Lead(
            contest,
            first.contender(),
            nearest.entry().contender(),
            nearest.ratio(),
            pValue(rivals)));
  }

  private record Rival(Entry entry, Ratio ratio) {}

  private interface Measure {
    Ratio against(Entry other);
  }

  /** Those that one is measured against, the smallest ratio first. */
  private static List<Rival> rivals(List<Entry> others, Measure measure) {
    return others.stream()
        .map(other -> new Rival(other, measure.against(other)))
        .sorted(Comparator.comparingDouble(rival -> rival.ratio().value()))
        .toList();
  }

  /** Of one being told from each. */
  private static double pValue(List<Rival> rivals) {
    return rivals.stream().mapToDouble(rival -> rival.ratio().pValue()).max().orElse(1);
  }

  private static Ratio better(Contest contest, Values one, Values other) {
    LogSample first = LogSample.of(one);
    LogSample second = LogSample.of(other);
    return contest.quantity().higherIsBetter()
        ? Ratio.welch(first, second)
        : Ratio.welch(second, first);
  }

  private static boolean isSound(Entry entry) {
    return entry.hasLogs() && entry.forks().size() >= Ranking.MIN_FORKS;
  }

  private static void steps(PriceList list, List<Compared> all) {
    List<Entry> entries = list.contest().measured();
    for (int i = 1; i < list.prices().size(); i++) {
      PriceList.Price price = list.prices().get(i);
      if (price.times().isPresent() && isSound(entries.get(i)) && isSound(entries.get(i - 1))) {
        all.add(
            new Compared.Step(
                list, price, list.prices().get(i - 1).contender(), price.times().get()));
      }
    }
  }

  /** Of params that are no numbers and have two values in a workload, such as a layout. */
  private static List<Compared> twins(List<Contest> contests) {
    record Plane(String workload, Quantity quantity, String param) {}
    Map<Plane, SortedSet<String>> values = new LinkedHashMap<>();
    Map<Plane, Map<Setting, SortedMap<String, Contest>>> planes = new LinkedHashMap<>();
    for (Contest contest : contests) {
      Setting setting = contest.setting();
      if (!setting.role().isEmpty() || contest.ladder().isPresent()) {
        continue;
      }
      setting
          .params()
          .forEach(
              (param, value) -> {
                if (!param.equals(Setting.JVM_FLAGS) && !Params.isNumber(value)) {
                  Plane plane = new Plane(setting.workload(), contest.quantity(), param);
                  values.computeIfAbsent(plane, key -> new TreeSet<>()).add(value);
                  planes
                      .computeIfAbsent(plane, key -> new LinkedHashMap<>())
                      .computeIfAbsent(setting.without(param), key -> new TreeMap<>())
                      .put(value, contest);
                }
              });
    }
    List<Compared> twins = new ArrayList<>();
    planes.forEach(
        (plane, settings) -> {
          if (values.getOrDefault(plane, new TreeSet<>()).size() == 2) {
            settings.values().stream()
                .filter(pair -> pair.size() == 2)
                .forEach(pair -> twins.addAll(twins(plane.param(), List.copyOf(pair.values()))));
          }
        });
    return twins;
  }

  private static List<Compared> twins(String param, List<Contest> pair) {
    Contest one = pair.get(0);
    Contest other = pair.get(1);
    List<Compared> twins = new ArrayList<>();
    for (Entry entry : one.measured()) {
      other.measured().stream()
          .filter(twin -> twin.contender().equals(entry.contender()))
          .filter(twin -> isSound(twin) && isSound(entry))
          .map(
              twin -> {
                Ratio ratio = better(one, entry.forks(), twin.forks());
                return ratio.value() >= 1
                    ? new Compared.Twin(param, one, other, entry.contender(), ratio)
                    : new Compared.Twin(
                        param,
                        other,
                        one,
                        entry.contender(),
                        better(one, twin.forks(), entry.forks()));
              })
          .forEach(twins::add);
    }
    return twins;
  }

  private static Optional<Compared> unfair(Contest contest) {
    List<Entry> entries = contest.measured();
    if (entries.size() < 2 || !entries.stream().allMatch(entry -> jain(entry).isPresent())) {
      return Optional.empty();
    }
    List<Entry> ascending =
        entries.stream()
            .sorted(
                Comparator.comparingDouble(entry -> LogSample.of(jain(entry).orElseThrow()).mean()))
            .toList();
    Entry least = ascending.get(0);
    LogSample low = LogSample.of(jain(least).orElseThrow());
    List<Rival> rivals =
        rivals(
            ascending.subList(1, ascending.size()),
            other -> Ratio.welch(LogSample.of(jain(other).orElseThrow()), low));
    Rival nearest = rivals.get(0);
    return Optional.of(
        new Compared.Unfair(
            contest,
            least.contender(),
            nearest.entry().contender(),
            nearest.ratio(),
            pValue(rivals)));
  }

  private static Optional<Values> jain(Entry entry) {
    return entry
        .traits()
        .flatMap(Traits::jain)
        .filter(LogSample::canBeTakenOf)
        .filter(values -> values.size() >= Ranking.MIN_FORKS);
  }
}
