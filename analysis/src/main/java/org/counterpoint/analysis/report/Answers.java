package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
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
   * Of what is asked first, with the chart; and in how many settings there is an answer.
   *
   * @param chartOf the id of a family's chart; empty where none was drawn
   */
  static List<Block> inShort(Summary summary, Function<Family, String> chartOf) {
    List<Family> first =
        summary.firstAsked().stream()
            .filter(Family::isContested)
            .filter(family -> family.title().equals(summary.firstAsked().get(0).title()))
            .toList();
    List<Block> blocks = new ArrayList<>();
    if (!first.isEmpty()) {
      blocks.add(
          new Block.Paragraph(
              "Which contender is best? What is asked first, " + first.get(0).title() + ":"));
      blocks.add(
          new Block.Links(
              first.stream()
                  .map(family -> new Block.Link(answer(family), chartOf.apply(family)))
                  .toList()));
    }
    blocks.add(new Block.Paragraph(counts(summary)));
    return blocks;
  }

  private static String answer(Family family) {
    return Circumstances.jdkText(family.first().setting().jdk())
        + ": "
        + Findings.of(family).headline()
        + ".";
  }

  private static String counts(Summary summary) {
    List<Contest> contests =
        summary.families().stream()
            .filter(Family::isContested)
            .flatMap(family -> family.contests().stream())
            .filter(contest -> contest.entries().size() > 1)
            .toList();
    long alone = contests.stream().filter(contest -> contest.leaders().size() == 1).count();
    long tied = contests.stream().filter(contest -> contest.leaders().size() > 1).count();
    long open = contests.size() - alone - tied;
    return "In all there are "
        + contests.size()
        + " settings (workload, params, threads, JDK): in "
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
