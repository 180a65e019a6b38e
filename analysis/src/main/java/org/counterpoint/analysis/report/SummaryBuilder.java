package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
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
import org.counterpoint.analysis.stats.Estimate;

/** Makes a {@link Summary}: divides the cells, marks what is broken, ranks the rest. */
final class SummaryBuilder {

  private final Run run;
  private final List<String> controlNames;
  private final Grouping grouping;
  private final Optional<String> objection;
  private final SortedMap<Contender, String> broken = new TreeMap<>();
  private final IdentityHashMap<Measurement, Setting> settings = new IdentityHashMap<>();

  SummaryBuilder(Run run) {
    this.run = run;
    this.controlNames = run.plan().map(Plan::controls).orElse(List.of());
    this.objection =
        run.plan()
            .filter(plan -> !plan.supportsVerdicts())
            .map(plan -> plan.suite() + " run: supports no verdict");
    this.grouping =
        new Grouping(
            run.plan().map(Plan::strategies).orElse(List.of()),
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
    return new Summary(run, objection, contests(), serviceTimes(), controls(), broken);
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
                          Quantiles.isServiceTime(measurement),
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
    Map<Key, List<Entry>> entries = new LinkedHashMap<>();
    contending()
        .filter(measurement -> !Quantiles.isServiceTime(measurement))
        .forEach(
            measurement ->
                entries
                    .computeIfAbsent(
                        new Key(settingOf(measurement), measurement.primary().unit()),
                        key -> new ArrayList<>())
                    .add(entryOf(measurement, measurement.primary().forkMeans())));
    List<Contest> contests = new ArrayList<>();
    entries.forEach(
        (key, measured) -> {
          measured.addAll(missing(key.setting(), measured));
          contests.add(
              Contest.of(
                  key.setting(), quantityOf(key.setting(), key.unit()), measured, objection));
        });
    contests.sort(
        (a, b) -> {
          int bySetting = a.setting().compareTo(b.setting());
          return bySetting != 0
              ? bySetting
              : a.quantity().unit().symbol().compareTo(b.quantity().unit().symbol());
        });
    return contests;
  }

  private Entry entryOf(Measurement measurement, Values forks) {
    Contender contender = grouping.contenderOf(measurement.cell());
    String damage = broken.get(contender);
    return damage == null
        ? Entry.measured(contender, forks)
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
          || !grouping.settingOf(failure.cell(), setting.jdk()).equals(setting)) {
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

  private static Quantity quantityOf(Setting setting, Unit unit) {
    return new Quantity(setting.mode().words(), unit, setting.mode().higherIsBetter());
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
    result.sort(Comparator.comparing(ServiceTime::setting));
    return result;
  }

  private ServiceTime serviceTime(Setting setting, List<Measurement> measurements) {
    List<ServiceTime.Line> lines = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    Unit unit = TimePerOperation.UNIT;
    boolean biased =
        measurements.stream()
            .anyMatch(measurement -> Quantiles.of(measurement).orElseThrow().isBiased());
    for (Measurement measurement : measurements) {
      Quantiles quantiles = Quantiles.of(measurement).orElseThrow();
      unit = quantiles.unit();
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
    Quantity quantity = new Quantity("99th percentile of service time", unit, false);
    return new ServiceTime(
        setting,
        new Quantity("service time", unit, false),
        lines,
        floor(setting),
        Contest.of(
            setting,
            quantity,
            entries,
            objection.or(() -> biased ? Optional.of(Quantiles.BIAS) : Optional.empty())));
  }

  private Optional<ServiceTime.Floor> floor(Setting setting) {
    return run.measurements().stream()
        .filter(measurement -> isControl(measurement.cell()))
        .filter(Quantiles::isServiceTime)
        .filter(measurement -> measurement.jdk().equals(setting.jdk()))
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

  private List<Control> controls() {
    return run.measurements().stream()
        .filter(measurement -> isControl(measurement.cell()))
        .filter(measurement -> !Quantiles.isServiceTime(measurement))
        .sorted(
            (a, b) -> {
              int byCell = a.cell().compareTo(b.cell());
              return byCell != 0 ? byCell : a.jdk().label().compareTo(b.jdk().label());
            })
        .map(
            measurement ->
                new Control(
                    Params.methodOf(measurement.cell().benchmark())
                        + (measurement.cell().params().isEmpty()
                            ? ""
                            : ", " + Params.text(measurement.cell().params())),
                    measurement.jdk(),
                    measurement.cell().mode(),
                    measurement.cell().threads(),
                    measurement.primary().unit(),
                    Estimate.of(measurement.primary().forkMeans())))
        .toList();
  }
}
