package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Run;

/** Tidy data: one row a fork and metric, every column one thing. */
final class Csv {

  private static final String HEADER =
      "run,jdk,benchmark,mode,strategy,threads,params,metric,unit,block,value";

  private Csv() {}

  static String of(List<Run> runs) {
    StringBuilder out = new StringBuilder(HEADER).append('\n');
    for (Run run : runs) {
      Stream.concat(
              run.measurements().stream().filter(one -> one.cell().role().isEmpty()),
              // Their roles are among their metrics.
              run.groups().stream())
          .forEach(measurement -> rows(out, run, measurement));
    }
    return out.toString();
  }

  private static void rows(StringBuilder out, Run run, Measurement measurement) {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(measurement.primary());
    metrics.addAll(measurement.secondary().values());
    Cell cell = measurement.cell();
    SortedMap<String, String> others = new TreeMap<>(cell.params());
    others.remove(Cell.STRATEGY);
    if (!cell.jvm().equals(JvmVariant.NONE)) {
      others.put(Setting.JVM_FLAGS, cell.jvm().name());
    }
    String start =
        String.join(
            ",",
            Escape.csv(run.name()),
            Escape.csv(measurement.jdk().label()),
            Escape.csv(cell.benchmark()),
            Escape.csv(cell.mode().code()),
            Escape.csv(cell.strategy().orElse("")),
            Integer.toString(cell.threads()),
            Escape.csv(Params.join(others, ";")));
    for (Metric metric : metrics) {
      for (Fork fork : metric.forks()) {
        out.append(start)
            .append(',')
            .append(Escape.csv(metric.name()))
            .append(',')
            .append(Escape.csv(metric.unit().symbol()))
            .append(',')
            .append(fork.block())
            .append(',')
            .append(fork.mean())
            .append('\n');
      }
    }
  }
}
