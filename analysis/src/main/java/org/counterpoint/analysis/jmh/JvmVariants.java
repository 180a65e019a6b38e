package org.counterpoint.analysis.jmh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.PlannedCell;

/**
 * Which flags a cell adds. JMH writes all arguments of a JVM in one list, those that every JVM of a
 * run had and those that were to be compared.
 */
final class JvmVariants {

  private record Key(Cell cell, Jdk jdk) {

    static Key of(JmhEntry entry) {
      return new Key(entry.cell(), entry.measurement().jdk());
    }
  }

  private JvmVariants() {}

  /**
   * The entries of a file without a plan. Where it has a cell several times, under other JVM
   * arguments, those that not all of its entries share become part of every cell; where it has not,
   * arguments are how a benchmark was measured, and nothing that is compared.
   */
  static List<JmhEntry> toldApart(List<JmhEntry> entries) throws UnreadableInput {
    if (entries.stream().map(Key::of).distinct().count() == entries.size()) {
      return entries;
    }
    List<String> shared = new ArrayList<>(jvmArgs(entries.get(0)));
    entries.forEach(entry -> shared.retainAll(jvmArgs(entry)));
    List<JmhEntry> apart = new ArrayList<>();
    Map<Key, At> places = new HashMap<>();
    for (JmhEntry entry : entries) {
      List<String> own = new ArrayList<>(jvmArgs(entry));
      own.removeAll(shared);
      JmhEntry told = own.isEmpty() ? entry : entry.on(new JvmVariant(name(own), own));
      // Arguments in another order are the same arguments.
      At before = places.put(Key.of(told), told.at());
      if (before != null) {
        throw JmhJson.twice(told, before);
      }
      apart.add(told);
    }
    return apart;
  }

  private static String name(List<String> flags) {
    String name = String.join(" ", flags);
    boolean speaks = !name.isBlank() && !name.equals(JvmVariant.NONE.name());
    return speaks ? name : '"' + name + '"';
  }

  /** An entry of a run, as the cell of its plan that has the most flags among its arguments. */
  static JmhEntry asPlanned(List<PlannedCell> plan, JmhEntry entry) {
    List<String> arguments = jvmArgs(entry);
    JvmVariant most = JvmVariant.NONE;
    for (PlannedCell planned : plan) {
      JvmVariant jvm = planned.cell().jvm();
      if (planned.cell().on(JvmVariant.NONE).equals(entry.cell())
          && jvm.isIn(arguments)
          && jvm.flags().size() > most.flags().size()) {
        most = jvm;
      }
    }
    return entry.on(most);
  }

  private static List<String> jvmArgs(JmhEntry entry) {
    return entry.measurement().protocol().jvmArgs();
  }
}
