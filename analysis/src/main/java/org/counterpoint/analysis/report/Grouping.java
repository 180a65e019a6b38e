package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Plan;

/** Divides the cells of one run into what competes and what is held equal. */
final class Grouping {

  private final boolean flagsVary;
  private final Set<String> ladders = new HashSet<>();
  private final Map<String, Contender> contenders = new HashMap<>();
  private final Map<String, SortedSet<String>> methodsOfType = new HashMap<>();
  private final Map<String, Map<String, SortedSet<String>>> valuesOfType = new HashMap<>();

  /**
   * Learns what varies.
   *
   * @param strategies the registry; empty for a foreign file
   * @param params what the run says of some
   * @param cells every cell that is no control
   */
  Grouping(List<Plan.StrategyName> strategies, List<Plan.Param> params, List<Cell> cells) {
    flagsVary = cells.stream().anyMatch(cell -> !cell.jvm().equals(JvmVariant.NONE));
    for (Cell cell : cells) {
      String type = Params.typeOf(cell.benchmark());
      methodsOfType
          .computeIfAbsent(type, key -> new TreeSet<>())
          .add(Params.methodOf(cell.benchmark()));
      Map<String, SortedSet<String>> values =
          valuesOfType.computeIfAbsent(type, key -> new HashMap<>());
      cell.params()
          .forEach(
              (name, value) -> values.computeIfAbsent(name, key -> new TreeSet<>()).add(value));
    }
    Map<String, String> labels = new LinkedHashMap<>();
    strategies.forEach(strategy -> labels.put(strategy.id(), strategy.label()));
    for (Plan.Param param : params) {
      if (!param.steps().isEmpty()) {
        ladders.add(param.name());
      }
      param.steps().forEach(step -> labels.putIfAbsent(step.id(), step.label()));
    }
    List<String> others = new ArrayList<>();
    for (Cell cell : cells) {
      String id = idOf(cell);
      if (!labels.containsKey(id) && !others.contains(id)) {
        others.add(id);
      }
    }
    others.sort(Comparator.naturalOrder());
    others.forEach(id -> labels.put(id, id));
    labels.forEach((id, label) -> contenders.put(id, new Contender(id, label, contenders.size())));
  }

  Contender contenderOf(Cell cell) {
    Contender contender = contenders.get(idOf(cell));
    if (contender == null) {
      throw new IllegalArgumentException("not of this run: " + cell);
    }
    return contender;
  }

  /** The param whose values are what competes, where they are the steps of a ladder. */
  Optional<String> ladderOf(Cell cell) {
    if (cell.strategy().isPresent() || methodsCompete(cell)) {
      return Optional.empty();
    }
    Set<String> competing = competingParams(cell).keySet();
    return competing.stream()
        .filter(param -> competing.size() == 1 && ladders.contains(param))
        .findFirst();
  }

  Setting settingOf(Cell cell, Jdk jdk) {
    TreeMap<String, String> held = new TreeMap<>(cell.params());
    String workload = cell.benchmark();
    if (cell.strategy().isPresent()) {
      held.remove(Cell.STRATEGY);
    } else if (methodsCompete(cell)) {
      workload = Params.typeOf(workload);
    } else {
      competingParams(cell).keySet().forEach(held::remove);
    }
    if (flagsVary) {
      held.put(Setting.JVM_FLAGS, cell.jvm().name());
    }
    return new Setting(workload, held, cell.mode(), jdk, cell.threads(), cell.role());
  }

  private String idOf(Cell cell) {
    if (cell.strategy().isPresent()) {
      return cell.strategy().get();
    }
    SortedMap<String, String> competing = competingParams(cell);
    if (methodsCompete(cell) || competing.isEmpty()) {
      return Params.methodOf(cell.benchmark());
    }
    return competing.size() == 1 ? competing.values().iterator().next() : Params.text(competing);
  }

  private boolean methodsCompete(Cell cell) {
    return methodsOfType.getOrDefault(Params.typeOf(cell.benchmark()), new TreeSet<>()).size() > 1;
  }

  /** The params of a lone method that vary and are not all numbers. */
  private SortedMap<String, String> competingParams(Cell cell) {
    Map<String, SortedSet<String>> values =
        valuesOfType.getOrDefault(Params.typeOf(cell.benchmark()), Map.of());
    TreeMap<String, String> competing = new TreeMap<>();
    cell.params()
        .forEach(
            (name, value) -> {
              Set<String> all = values.getOrDefault(name, new TreeSet<>());
              if (all.size() > 1 && !all.stream().allMatch(Params::isNumber)) {
                competing.put(name, value);
              }
            });
    return competing;
  }
}
