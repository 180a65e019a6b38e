package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Each question that a run puts, with its answer. */
final class Answers {

  private final Folds folds = new Folds();

  private Answers() {}

  /**
   * Headings and lists.
   *
   * @param level of the headings
   */
  static List<Block> of(Summary summary, int level) {
    Answers answers = new Answers();
    for (Family family : summary.families()) {
      if (family.isContested()) {
        answers.add(
            family.first().setting(),
            family.title(),
            Findings.of(family),
            Circumstances.of(summary.run(), family.contests()));
      }
    }
    for (List<ServiceTime> times : summary.serviceTimesByWorkload()) {
      answers.add(
          times.get(0).setting(),
          times.get(0).setting().title(),
          Findings.ofServiceTimes(times),
          Circumstances.ofTimes(summary.run(), times));
    }
    return answers.folds.at(level, "question");
  }

  /** Whether they are too many to be read one after the other. */
  static boolean areMany(Summary summary) {
    return summary.families().stream().filter(Family::isContested).count()
            + summary.serviceTimesByWorkload().size()
        > Folds.MOST_OPEN;
  }

  /**
   * Of the first question, with the chart, on every JDK and under every set of flags; and how many
   * of all rankings have an answer.
   *
   * @param chartOf the id of a family's chart; empty where none was drawn
   */
  static List<Block> inShort(Summary summary, Function<Family, String> chartOf) {
    List<Block> blocks = new ArrayList<>();
    List<Family> contested = summary.firstAsked().stream().filter(Family::isContested).toList();
    if (!contested.isEmpty()) {
      Family first = contested.get(0);
      blocks.add(new Block.Paragraph("Which contender is best? First, " + question(first) + ":"));
      blocks.add(
          new Block.Links(
              contested.stream()
                  .filter(family -> isSameQuestion(first, family))
                  .map(family -> new Block.Link(answer(family), chartOf.apply(family)))
                  .toList()));
    }
    counts(summary).ifPresent(counts -> blocks.add(new Block.Paragraph(counts)));
    return blocks;
  }

  private static boolean isSameQuestion(Family one, Family other) {
    return question(one).equals(question(other))
        && one.first().setting().mode().equals(other.first().setting().mode())
        && one.quantity().equals(other.quantity());
  }

  private static String question(Family family) {
    return family.first().setting().without(Setting.JVM_FLAGS).without(family.axis()).title();
  }

  private static String answer(Family family) {
    return Circumstances.jdkAndFlags(family.first().setting())
        + ": "
        + Findings.of(family).headline()
        + ".";
  }

  /** Not of lists of prices, in which nobody is ranked. */
  private static Optional<String> counts(Summary summary) {
    List<Contest> contests =
        summary.allContests().stream()
            .filter(contest -> contest.ladder().isEmpty())
            .filter(contest -> contest.entries().size() > 1)
            .toList();
    if (contests.isEmpty()) {
      return Optional.empty();
    }
    long alone = contests.stream().filter(contest -> contest.leaders().size() == 1).count();
    long tied = contests.stream().filter(contest -> contest.leaders().size() > 1).count();
    long open = contests.size() - alone - tied;
    return Optional.of(
        "There "
            + (contests.size() == 1 ? "is " : "are ")
            + Words.count(contests.size(), "ranking")
            + " in all, one for each workload, params, threads and JDK: in "
            + alone
            + " one leads alone, in "
            + tied
            + " several are not separated"
            + (open == 0 ? "." : ", in " + open + " there is no verdict.")
            + " Each has a chance of its own to be wrong, one in twenty; what holds for the run as"
            + " a whole is among the findings.");
  }

  private void add(Setting setting, String what, Findings findings, String circumstances) {
    String question =
        what + ", " + Circumstances.jdkText(setting.jdk()) + ": " + findings.question();
    folds.add(
        setting,
        level ->
            List.of(
                new Block.Heading(level, question, ""),
                new Block.Bullets(findings.sentences()),
                new Block.Paragraph(circumstances + ".")));
  }
}
