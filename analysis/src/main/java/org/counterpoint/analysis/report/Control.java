package org.counterpoint.analysis.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Quantiles;

/**
 * A benchmark that measures no contender but the instrument: shown, never ranked.
 *
 * @param setting which one, with which params and flags, and where
 */
record Control(Setting setting, Unit unit, Estimate estimate) {

  /** By setting, in which numbers come by size, and then by flags, of which none come first. */
  private static final Comparator<Control> ORDER =
      Comparator.comparing((Control control) -> control.setting.without(Setting.JVM_FLAGS))
          .thenComparing(control -> control.setting.flags(), Setting.NONE_FIRST);

  /** Those of a run that timed nothing, in their order. */
  static List<Control> of(Run run) {
    return run.measurements().stream()
        .filter(one -> run.plan().filter(plan -> plan.isControl(one.cell())).isPresent())
        .filter(one -> !Quantiles.isTimed(one))
        .map(
            one ->
                new Control(
                    settingOf(one), one.primary().unit(), Estimate.of(one.primary().forkMeans())))
        .sorted(ORDER)
        .toList();
  }

  private static Setting settingOf(Measurement measurement) {
    Cell cell = measurement.cell();
    SortedMap<String, String> params = new TreeMap<>(cell.params());
    if (!cell.jvm().equals(JvmVariant.NONE)) {
      params.put(Setting.JVM_FLAGS, cell.jvm().name());
    }
    return new Setting(cell.benchmark(), params, cell.mode(), measurement.jdk(), cell.threads());
  }

  /** The method alone, whatever its params and flags. */
  String method() {
    return Params.methodOf(setting.workload());
  }

  /** Such as {@code work, tokens=20}. */
  String name() {
    return setting.params().isEmpty() ? method() : method() + ", " + Params.text(setting.params());
  }

  /** Of one operation, in ns; at one thread, where it has a time. */
  Optional<Estimate> time() {
    return threads() == 1 ? TimePerOperation.of(estimate, unit) : Optional.empty();
  }

  Jdk jdk() {
    return setting.jdk();
  }

  Mode mode() {
    return setting.mode();
  }

  int threads() {
    return setting.threads();
  }
}
