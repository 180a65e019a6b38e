package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.Arm;
import org.counterpoint.analysis.stats.Decisions;
import org.counterpoint.analysis.stats.Quantiles;
import org.counterpoint.analysis.stats.Quietness;
import org.counterpoint.analysis.stats.Ranking;
import org.counterpoint.analysis.stats.RunDecisions;
import org.counterpoint.analysis.stats.Timing;

/** Makes a {@link Summary}: divides the cells, marks what is broken, ranks the rest. */
final class SummaryBuilder {

  private final Run run;
  private final List<String> controlNames;
  private final Grouping grouping;
  private final Optional<String> objection;
  private final Optional<Decisions> decisions;
  private final Optional<DecidedRanks> ranks;
  private final SortedMap<Contender, String> broken = new TreeMap<>();
  private final IdentityHashMap<Measurement, Setting> settings = new IdentityHashMap<>();

  SummaryBuilder(Run run) {
    this.run = run;
    this.controlNames = run.plan().map(Plan::controls).orElse(List.of());
    this.objection =
        run.plan()
            .filter(plan -> !plan.supportsVerdicts())
            .map(plan -> plan.suite() + " run: supports no verdict");
    this.decisions =
        run.plan().filter(Plan::supportsVerdicts).map(plan -> RunDecisions.atTheEnd(run));
    this.ranks = decisions.map(DecidedRanks::new);
    this.grouping =
        new Grouping(
            run.plan().map(Plan::strategies).orElse(List.of()),
            run.plan().map(Plan::params).orElse(List.of()),
            Stream.concat(
                    run.measurements().stream().map(Measurement::cell),
                    run.failures().stream().map(Failure::cell))
                .filter(cell -> !isControl(cell))
                .toList());
  }

  Summary build() {
    settle();
    for (Failure failure : run.failures()) {
      if (failure.isLostUpdate() && !isControl(failure.cell())) {
        broken.putIfAbsent(
            grouping.contenderOf(failure.cell()),
            failure.message() + " (" + failure.cell() + ", JDK " + failure.jdk() + ")");
      }
    }
    return new Summary(
        run,
        objection,
        contests(),
        serviceTimes(),
        decisions.map(all -> Changes.of(run, all, grouping)).orElse(List.of()),
        decisions.flatMap(all -> Shortfall.of(run, all)),
        Control.of(run),
        broken,
        Quietness.of(run));
  }

  private boolean isControl(Cell cell) {
    return controlNames.contains(cell.benchmark());
  }

  private Stream<Measurement> contending() {
    return run.measurements().stream().filter(measurement -> !isControl(measurement.cell()));
  }

  /**
   * Gives every measurement its setting. A file may hold the same cell twice, under other JVM flags
   * for instance: the second is no competitor of the first, so it gets a setting of its own.
   */
  private void settle() {
    record Place(Setting setting, Contender contender, boolean serviceTime, Unit unit) {}
    Set<Place> taken = new HashSet<>();
    contending()
        .forEach(
            measurement -> {
              Cell cell = measurement.cell();
              Setting first = grouping.settingOf(cell, measurement.jdk());
              Setting setting = first;
              for (int repeat = 2;
                  !taken.add(
                      new Place(
                          setting,
                          grouping.contenderOf(cell),
                          Quantiles.isTimed(measurement),
                          measurement.primary().unit()));
                  repeat++) {
                setting = first.repeated(repeat);
              }
              settings.put(measurement, setting);
            });
  }

  private Setting settingOf(Measurement measurement) {
    return Objects.requireNonNull(settings.get(measurement));
  }

  private List<Contest> contests() {
    record Key(Setting setting, Unit unit) {}
    Map<Key, List<Measurement>> measured = new LinkedHashMap<>();
    contending()
        .filter(measurement -> !Quantiles.isTimed(measurement))
        .forEach(
            measurement ->
                measured
                    .computeIfAbsent(
                        new Key(settingOf(measurement), measurement.primary().unit()),
                        key -> new ArrayList<>())
                    .add(measurement));
    List<Contest> contests = new ArrayList<>();
    measured.forEach(
        (key, competing) -> {
          List<Entry> entries = new ArrayList<>();
          competing.forEach(one -> entries.add(entryOf(one, one.primary().forkMeans())));
          entries.addAll(missing(key.setting(), entries));
          Quantity quantity = Quantity.of(key.setting(), key.unit());
          contests.add(
              grouping
                  .ladderOf(competing.get(0).cell())
                  .map(ladder -> Contest.listed(key.setting(), quantity, entries, ladder))
                  .orElseGet(
                      () ->
                          Contest.of(
                              key.setting(), quantity, entries, objection, decided(competing))));
        });
    contests.sort(
        Comparator.comparing(Contest::setting, inOrder())
            .thenComparing(contest -> contest.quantity().unit().symbol()));
    return contests;
  }

  /** Workloads as the plan asks for them, in which the plainest question is the first one. */
  private Comparator<Setting> inOrder() {
    List<String> planned =
        run.plan().map(Plan::cells).orElse(List.of()).stream()
            .map(cell -> cell.cell().benchmark())
            .distinct()
            .toList();
    Map<String, Integer> positions = new HashMap<>();
    settings.forEach(
        (measurement, setting) ->
            positions.merge(
                setting.workload(), planned.indexOf(measurement.cell().benchmark()), Math::min));
    return Comparator.comparingInt(
            (Setting setting) -> positions.getOrDefault(setting.workload(), -1))
        .thenComparing(Comparator.naturalOrder());
  }

  /** What the decisions say of these; whoever lost updates takes no part. */
  private Optional<Ranking> decided(List<Measurement> competing) {
    Map<String, Arm> arms = new LinkedHashMap<>();
    for (Measurement measurement : competing) {
      Contender contender = grouping.contenderOf(measurement.cell());
      if (!broken.containsKey(contender)) {
        arms.put(contender.id(), new Arm(measurement.cell(), measurement.jdk().label()));
      }
    }
    return ranks.flatMap(all -> all.of(arms));
  }

  private Entry entryOf(Measurement measurement, Values forks) {
    Contender contender = grouping.contenderOf(measurement.cell());
    String damage = broken.get(contender);
    return damage == null
        ? Entry.measured(contender, forks).with(Traits.of(measurement))
        : Entry.without(contender, Entry.Status.BROKEN, damage);
  }

  /**
   * Contenders of a setting that left failures and no measurement, and in a run of ours every
   * broken one, whether or not it was tried in this setting.
   */
  private List<Entry> missing(Setting setting, List<Entry> present) {
    Map<Contender, Entry> missing = new LinkedHashMap<>();
    for (Failure failure : run.failures()) {
      if (isControl(failure.cell())
          || !failure.jdk().equals(setting.jdk().label())
          || !grouping.settingOf(failure.cell(), setting.jdk()).equals(setting.whole())) {
        continue;
      }
      Contender contender = grouping.contenderOf(failure.cell());
      if (present.stream().anyMatch(entry -> entry.contender().equals(contender))) {
        continue;
      }
      String damage = broken.get(contender);
      missing.putIfAbsent(
          contender,
          damage == null
              ? Entry.without(
                  contender, Entry.Status.FAILED, failure.kind() + ": " + failure.message())
              : Entry.without(contender, Entry.Status.BROKEN, damage));
    }
    if (run.plan().isPresent()) {
      broken.forEach(
          (contender, damage) -> {
            if (present.stream().noneMatch(entry -> entry.contender().equals(contender))) {
              missing.putIfAbsent(contender, Entry.without(contender, Entry.Status.BROKEN, damage));
            }
          });
    }
    return List.copyOf(missing.values());
  }

  private List<ServiceTime> serviceTimes() {
    Map<Setting, List<Measurement>> timed = new LinkedHashMap<>();
    contending()
        .filter(measurement -> Quantiles.of(measurement).isPresent())
        .forEach(
            measurement ->
                timed
                    .computeIfAbsent(settingOf(measurement), key -> new ArrayList<>())
                    .add(measurement));
    List<ServiceTime> result = new ArrayList<>();
    timed.forEach((setting, measurements) -> result.add(serviceTime(setting, measurements)));
    result.sort(Comparator.comparing(ServiceTime::setting, inOrder()));
    return result;
  }

  private ServiceTime serviceTime(Setting setting, List<Measurement> measurements) {
    List<ServiceTime.Line> lines = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    List<Measurement> competing = new ArrayList<>();
    Unit unit = TimePerOperation.UNIT;
    Timing timing = Timing.SERVICE;
    boolean biased =
        measurements.stream()
            .anyMatch(measurement -> Quantiles.of(measurement).orElseThrow().isBiased());
    for (Measurement measurement : measurements) {
      Quantiles quantiles = Quantiles.of(measurement).orElseThrow();
      unit = quantiles.unit();
      timing = quantiles.timing();
      Contender contender = grouping.contenderOf(measurement.cell());
      String damage = broken.get(contender);
      lines.add(
          new ServiceTime.Line(
              contender,
              damage == null ? Entry.Status.MEASURED : Entry.Status.BROKEN,
              Optional.of(quantiles).filter(q -> damage == null),
              Objects.requireNonNullElse(damage, "")));
      Values tail = quantiles.perFork().get(Quantiles.Point.P99);
      if (tail != null) {
        entries.add(entryOf(measurement, tail));
        competing.add(measurement);
      }
    }
    List<Entry> present =
        lines.stream()
            .map(line -> Entry.without(line.contender(), line.status(), line.note()))
            .toList();
    for (Entry entry : missing(setting, present)) {
      lines.add(
          new ServiceTime.Line(entry.contender(), entry.status(), Optional.empty(), entry.note()));
    }
    lines.sort((a, b) -> a.contender().compareTo(b.contender()));
    Quantity quantity = ServiceTime.tail(unit, timing);
    return new ServiceTime(
        setting,
        new Quantity(timing.words(), unit, false),
        lines,
        floor(setting),
        Contest.of(
            setting,
            quantity,
            entries,
            objection
                .or(() -> biased ? Optional.of(ServiceTime.BIAS) : Optional.empty())
                .or(() -> overwhelmed(measurements)),
            measurements.stream().allMatch(Quantiles::isTimed)
                ? decided(competing)
                : Optional.empty()));
  }

  /** Where nobody did what was due, how late they were says how long the fork lasted. */
  private static Optional<String> overwhelmed(List<Measurement> measurements) {
    return measurements.stream()
            .anyMatch(measurement -> Quantiles.of(measurement).orElseThrow().isKeepingUp())
        ? Optional.empty()
        : Optional.of("none did what was due");
  }

  private Optional<ServiceTime.Floor> floor(Setting setting) {
    return run.measurements().stream()
        .filter(measurement -> isControl(measurement.cell()))
        .filter(Quantiles::isTimed)
        .filter(measurement -> setting.isOn(measurement.jdk(), measurement.cell().jvm()))
        .min(
            (a, b) ->
                Integer.compare(distance(a, setting.threads()), distance(b, setting.threads())))
        .map(
            measurement ->
                new ServiceTime.Floor(
                    Params.methodOf(measurement.cell().benchmark()),
                    measurement.cell().threads(),
                    Quantiles.of(measurement).orElseThrow()));
  }

  private static int distance(Measurement measurement, int threads) {
    return Math.abs(measurement.cell().threads() - threads);
  }
}
