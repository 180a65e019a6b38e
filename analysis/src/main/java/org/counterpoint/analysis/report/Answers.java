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
