package org.counterpoint.analysis.report;

import java.util.List;

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

  /** The question, and in how many settings there is an answer. */
  static String inShort(Summary summary) {
    List<Contest> contests =
        summary.families().stream()
            .filter(Family::isContested)
            .flatMap(family -> family.contests().stream())
            .filter(contest -> contest.entries().size() > 1)
            .toList();
    long alone = contests.stream().filter(contest -> contest.leaders().size() == 1).count();
    long tied = contests.stream().filter(contest -> contest.leaders().size() > 1).count();
    long open = contests.size() - alone - tied;
    return "Which contender is best in each of "
        + contests.size()
        + " settings (workload, params, threads, JDK)? In "
        + alone
        + " one leads alone, in "
        + tied
        + " several are not separated"
        + (open == 0 ? "." : ", in " + open + " there is no ranking.");
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
