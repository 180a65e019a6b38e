package org.counterpoint.analysis.stats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.PlannedCell;

/**
 * All that a suite asks: on each JDK the ranking of what competes in one setting, and of each cell
 * whether another JDK, or flags of the JVM, changed it.
 *
 * <p>Each ranking is a family of its own, as it is in a report. All changes, of every cell between
 * every two JDKs and on every JDK from the first flags to all others, are one family: its chance of
 * any false alarm is bounded as a whole.
 */
public record Questions(List<Question> all) {

  public Questions {
    all = List.copyOf(all);
  }

  /**
   * How cells are to be read.
   *
   * @param setting what a cell has in common with its competitors and with nothing else
   * @param higherIsBetter the direction of the value that counts
   * @param looks when a question may be answered, from the number of forks that are planned
   */
  public record Reading(
      Function<Cell, Object> setting, Predicate<Cell> higherIsBetter, IntFunction<Looks> looks) {

    /** The strategies compete by the primary metric; {@link Looks#upTo}. */
    public static Reading ofStrategies() {
      return new Reading(
          Questions::withoutStrategy, cell -> cell.mode().higherIsBetter(), Looks::upTo);
    }
  }

  /**
   * The questions that these cells raise: leave the controls out, which measure the instrument.
   *
   * @param cells with all flags that are to be compared, the base of a comparison before its
   *     candidates; of one that not every JDK can measure, the others are not asked
   * @param jdks labels, in the same order
   */
  public static Questions of(List<PlannedCell> cells, List<String> jdks, Reading reading) {
    List<Question> questions = new ArrayList<>();
    for (String jdk : jdks) {
      groups(on(jdk, cells), reading.setting())
          .forEach(group -> questions.add(ranking(group, jdk, reading)));
    }
    for (PlannedCell planned : cells) {
      List<String> able = jdks.stream().filter(planned::isOn).toList();
      for (int base = 0; base < able.size(); base++) {
        for (int candidate = base + 1; candidate < able.size(); candidate++) {
          questions.add(change(planned, able.get(base), planned, able.get(candidate), reading));
        }
      }
    }
    for (List<PlannedCell> variants : groups(cells, cell -> cell.on(JvmVariant.NONE))) {
      for (PlannedCell candidate : variants.subList(1, variants.size())) {
        jdks.stream()
            .filter(candidate::isOn)
            .forEach(jdk -> questions.add(change(variants.get(0), jdk, candidate, jdk, reading)));
      }
    }
    return new Questions(questions);
  }

  /**
   * What remains to ask where these arms give no values: a ranking goes on without them as long as
   * two others compete.
   */
  public Questions without(Collection<Arm> broken) {
    List<Question> remaining = new ArrayList<>();
    for (Question question : all) {
      List<Arm> whole = question.arms().stream().filter(arm -> !broken.contains(arm)).toList();
      if (whole.size() == question.arms().size()) {
        remaining.add(question);
      } else if (question instanceof Question.OfRanking && whole.size() >= 2) {
        remaining.add(new Question.OfRanking(whole, question.higherIsBetter(), question.looks()));
      }
    }
    return new Questions(remaining);
  }

  private static List<PlannedCell> on(String jdk, List<PlannedCell> cells) {
    return cells.stream().filter(planned -> planned.isOn(jdk)).toList();
  }

  /** What has something in common, where there are several. */
  private static List<List<PlannedCell>> groups(
      List<PlannedCell> cells, Function<Cell, Object> common) {
    Map<Object, List<PlannedCell>> groups = new LinkedHashMap<>();
    for (PlannedCell planned : cells) {
      groups.computeIfAbsent(common.apply(planned.cell()), key -> new ArrayList<>()).add(planned);
    }
    return groups.values().stream().filter(group -> group.size() > 1).toList();
  }

  private static Question change(
      PlannedCell base,
      String baseJdk,
      PlannedCell candidate,
      String candidateJdk,
      Reading reading) {
    return new Question.OfChange(
        new Arm(base.cell(), baseJdk),
        new Arm(candidate.cell(), candidateJdk),
        reading.higherIsBetter().test(base.cell()),
        reading.looks().apply(Math.min(base.forks(), candidate.forks())));
  }

  private static Question ranking(List<PlannedCell> group, String jdk, Reading reading) {
    int forks = group.stream().mapToInt(PlannedCell::forks).min().orElseThrow();
    return new Question.OfRanking(
        group.stream().map(planned -> new Arm(planned.cell(), jdk)).toList(),
        reading.higherIsBetter().test(group.get(0).cell()),
        reading.looks().apply(forks));
  }

  private static Object withoutStrategy(Cell cell) {
    if (cell.strategy().isEmpty()) {
      return cell;
    }
    record Setting(Cell withoutStrategy) {}
    return new Setting(cell.without(Cell.STRATEGY));
  }
}
