package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Parts of a section that belong to workloads: one after the other where they are few, those of a
 * workload folded away together where they are many.
 */
final class Folds {

  /** More than this nobody reads one after the other. */
  static final int MOST_OPEN = 8;

  private final Map<String, List<IntFunction<List<Block>>>> byWorkload = new LinkedHashMap<>();
  private int count;

  /**
   * Adds a part behind those of its workload.
   *
   * @param part what it is made of where its headings have that level
   */
  void add(Setting setting, IntFunction<List<Block>> part) {
    count++;
    byWorkload
        .computeIfAbsent(Params.withoutPackage(setting.workload()), key -> new ArrayList<>())
        .add(part);
  }

  /**
   * All of them.
   *
   * @param level of their headings
   * @param noun what one of them is, such as {@code question}
   */
  List<Block> at(int level, String noun) {
    List<Block> blocks = new ArrayList<>();
    byWorkload.forEach(
        (workload, parts) -> {
          if (count <= MOST_OPEN) {
            parts.forEach(part -> blocks.addAll(part.apply(level)));
          } else {
            List<Block> folded = new ArrayList<>();
            parts.forEach(part -> folded.addAll(part.apply(level + 1)));
            blocks.add(
                new Block.Details(
                    level, workload + ": " + Words.count(parts.size(), noun), "", folded));
          }
        });
    return blocks;
  }
}
