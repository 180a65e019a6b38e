package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterpoint.analysis.model.Run;

/** Which runs of one report were made on the same kind of machine. */
final class Machines {

  /** What makes a kind: other cores, or another system, are other machines. */
  private record Kind(String cpu, int cores, String os) {

    static Kind of(Run run) {
      return run.environment()
          .map(machine -> new Kind(machine.cpu().strip(), machine.cores(), machine.os().strip()))
          .orElse(new Kind("", 0, ""));
    }

    String text() {
      if (cpu.isEmpty()) {
        return "machine unknown";
      }
      return cpu + (cores > 0 ? ", " + Words.count(cores, "core") : "") + ", " + os;
    }
  }

  private final Map<Kind, List<Run>> byKind = new LinkedHashMap<>();

  Machines(List<Run> runs) {
    runs.forEach(run -> byKind.computeIfAbsent(Kind.of(run), key -> new ArrayList<>()).add(run));
  }

  /**
   * Runs of one kind beside each other; the kinds and their runs in the order of the runs given.
   */
  List<Run> runs() {
    return byKind.values().stream().flatMap(List::stream).toList();
  }

  /** The run's name, behind that of its machine where there are several. */
  String heading(Run run) {
    return byKind.size() > 1 ? shortened(run) + ": " + run.name() : run.name();
  }

  private static String shortened(Run run) {
    return Circumstances.ofMachine(run).replace("; ", ", ");
  }

  /** What stands beside what, one line a kind; empty where there is one kind alone. */
  List<String> lines() {
    if (byKind.size() < 2) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    byKind.forEach(
        (kind, runs) ->
            lines.add(kind.text() + ": " + Words.list(runs.stream().map(Run::name).toList())));
    return lines;
  }
}
