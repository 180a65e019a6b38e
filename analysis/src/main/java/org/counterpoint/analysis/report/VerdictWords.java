package org.counterpoint.analysis.report;

import java.util.List;

/** How verdicts come about, for the reader who asks. */
final class VerdictWords {

  /** Of a run of our own, one thing a sentence. */
  static final List<String> METHOD =
      List.of(
          "Verdicts compare in pairs: the forks of one block ran within minutes of each other, in"
              + " random order, and only forks of the same block are compared (Student's t on the"
              + " differences of logarithms). What made the machine slower for a while slowed both"
              + " sides, and cancels.",
          "Looking often finds a difference where there is none. A run that stops as soon as"
              + " something is decided looks at its forks a few times only (at 5, 10, 20 … of them),"
              + " and every look may spend no more than its part of the 5 % by which a whole run may"
              + " raise a false alarm. What a look has decided stays decided. A run that does not"
              + " stop early looks once, at its end.",
          "So does asking much at once. Holm's correction keeps the 5 % for all pairs of one setting"
              + " together, and for all changes of a run together, over all cells, JDKs and flags. An"
              + " interval beside a ratio has paid for its look, but not for its neighbours: it may"
              + " lie beyond the margin where the verdict is still unclear.",
          "On average over all cells of a measure (the geometric mean of their ratios) more can be"
              + " told than of any one of them. The sample is the block: in each the cells are"
              + " averaged, and t is taken over the blocks. What is slower in one cell may hide"
              + " behind what is faster in another.",
          "Slower and faster mean: by more than the margin. The same means: within the margin on"
              + " either side, which has to be shown, too. Unclear is neither, and more forks may"
              + " tell.");

  /** Of anybody's JMH file, where forks have no partners. */
  static final String UNPAIRED =
      "Where a file does not say which forks ran beside each other, every pair of contenders is"
          + " compared by Welch's t on the logarithms of all of their forks, with Holm's correction"
          + " over all pairs of the setting, 5 %.";

  static final String RANGES =
      "Contenders that are not separated share a range of ranks. Not separated is not the same as"
          + " equal: more forks might separate them.";

  private VerdictWords() {}
}
