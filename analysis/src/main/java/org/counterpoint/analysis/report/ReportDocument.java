package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.stats.Quantiles;

/** The one document behind both pages: from the answer to the doubts. */
final class ReportDocument {

  /** One run's share of the document. */
  record Part(Exhibits exhibits, Charts.Drawn drawn) {
    Summary summary() {
      return exhibits.summary();
    }
  }

  /** A table with more rows fills a screen. */
  private static final int LONGEST_OPEN = 30;

  private final List<Part> parts;
  private final Machines machines;
  private final List<Block> blocks = new ArrayList<>();
  private int explorers;

  private ReportDocument(List<Part> parts) {
    this.parts = parts;
    machines = new Machines(parts.stream().map(part -> part.summary().run()).toList());
  }

  static List<Block> of(List<Part> parts) {
    return new ReportDocument(parts).build();
  }

  private List<Block> build() {
    blocks.add(new Block.Heading(1, title(), ""));
    machines();
    section("Question and answer", "answer", this::answer);
    overview();
    changes();
    if (parts.stream().anyMatch(ReportDocument::asksMuch)) {
      section("Question by question", "questions", this::questions);
    }
    section("Charts", "charts", this::charts);
    section("All results", "results", (part, level) -> results(part));
    section("Ranking", "ranking", this::ranking);
    section("Tables", "tables", this::tables);
    section("What it ran on", "machine", (part, level) -> machine(part));
    section("Warnings and failures", "warnings", (part, level) -> warnings(part));
    blocks.add(new Block.Heading(2, "How to read this, and what it does not say", "reading"));
    blocks.add(new Block.Bullets(reading()));
    section("How to repeat it", "repeat", (part, level) -> repetition(part));
    return blocks;
  }

  private String title() {
    return "Counterpoint report: "
        + Words.list(parts.stream().map(part -> part.summary().run().name()).toList());
  }

  private void machines() {
    if (!machines.lines().isEmpty()) {
      blocks.add(
          new Block.Paragraph(
              "Several kinds of machines stand side by side here; runs of one machine are never"
                  + " compared with those of another, so every ratio, rank and finding is of one"
                  + " run."));
      blocks.add(new Block.Bullets(machines.lines()));
    }
  }

  private String heading(Part part) {
    return machines.heading(part.summary().run());
  }

  /** One heading for all runs; where there are several, one below it for each. */
  private void section(String text, String anchor, BiConsumer<Part, Integer> content) {
    blocks.add(new Block.Heading(2, text, anchor));
    for (Part part : parts) {
      if (parts.size() > 1) {
        blocks.add(new Block.Heading(3, heading(part), ""));
      }
      part.summary()
          .objection()
          .ifPresent(objection -> blocks.add(new Block.Notice(Words.capital(objection) + ".")));
      content.accept(part, parts.size() > 1 ? 4 : 3);
    }
  }

  /** What holds over the whole run, each with the chart that shows it. */
  private void overview() {
    List<Part> decided =
        parts.stream().filter(part -> part.exhibits().findings().comparisons() > 0).toList();
    if (decided.isEmpty()) {
      return;
    }
    blocks.add(new Block.Heading(2, "Findings", "findings"));
    for (Part part : decided) {
      if (parts.size() > 1) {
        blocks.add(new Block.Heading(3, heading(part), ""));
      }
      RunFindings found = part.exhibits().findings();
      blocks.add(
          found.findings().isEmpty()
              ? new Block.Paragraph("Nothing is certain enough to be told of the run as a whole.")
              : new Block.Links(
                  found.findings().stream()
                      .map(finding -> link(part, finding.text() + ".", finding.chart()))
                      .toList()));
      blocks.add(new Block.Paragraph(found.method()));
    }
  }

  private static Block.Link link(Part part, String text, String chart) {
    return new Block.Link(text, isDrawn(part, chart) ? chart : "");
  }

  private static boolean isDrawn(Part part, String chart) {
    return part.drawn().charts().stream().anyMatch(drawn -> drawn.id().equals(chart));
  }

  private static String chartOf(Part part, Family family) {
    return part.exhibits().families().stream()
        .filter(exhibit -> exhibit.family().equals(family))
        .map(Exhibits.OfFamily::anchor)
        .filter(anchor -> isDrawn(part, anchor))
        .findFirst()
        .orElse("");
  }

  private void answer(Part part, int level) {
    Summary summary = part.summary();
    quietness(summary);
    summary
        .shortfall()
        .flatMap(Shortfall::spared)
        .ifPresent(spared -> blocks.add(new Block.Paragraph(spared)));
    if (asksMuch(part)) {
      blocks.addAll(Answers.inShort(summary, family -> chartOf(part, family)));
    } else {
      blocks.addAll(Answers.of(summary, level));
    }
    if (summary.families().isEmpty() && summary.serviceTimes().isEmpty()) {
      blocks.add(new Block.Paragraph("Nothing was measured, so there is no answer."));
    }
    long alone = summary.families().stream().filter(family -> !family.isContested()).count();
    if (alone > 0) {
      blocks.add(
          new Block.Paragraph(
              (alone == 1 ? "One setting has" : alone + " settings have")
                  + " a single contender, so nothing competes there: the values are in the"
                  + " tables."));
    }
    List<String> broken = new ArrayList<>();
    summary
        .broken()
        .forEach(
            (contender, damage) ->
                broken.add(contender.label() + " is BROKEN and ranked nowhere: " + damage));
    if (!broken.isEmpty()) {
      blocks.add(new Block.Bullets(broken));
    }
  }

  /** Whether the answers are many, so that what holds over all comes before each of them. */
  private static boolean asksMuch(Part part) {
    return Answers.areMany(part.summary());
  }

  private void questions(Part part, int level) {
    if (asksMuch(part)) {
      blocks.addAll(Answers.of(part.summary(), level));
    } else {
      blocks.add(new Block.Paragraph("Each is answered above."));
    }
  }

  /** Beside the answer, which is about contenders: what JDKs and flags changed. */
  private void changes() {
    List<Part> changed =
        parts.stream().filter(part -> !part.summary().changes().isEmpty()).toList();
    if (changed.isEmpty()) {
      return;
    }
    List<Changes> ofFirst = changed.get(0).summary().changes();
    boolean isOne = parts.size() == 1 && ofFirst.size() == 1;
    String subject = isOne ? ": " + ofFirst.get(0).subject() : "";
    blocks.add(new Block.Heading(2, "What changed" + subject, "changes"));
    for (Part part : changed) {
      if (parts.size() > 1) {
        blocks.add(new Block.Heading(3, heading(part), ""));
      }
      for (Changes changes : part.summary().changes()) {
        if (!isOne) {
          blocks.add(new Block.Heading(parts.size() > 1 ? 4 : 3, changes.subject(), ""));
        }
        blocks.add(new Block.Paragraph(changes.sentence() + "."));
        changes.onAverage().forEach(average -> blocks.add(new Block.Paragraph(average + ".")));
        if (changes.isOfSeveralMeasures()) {
          blocks.add(
              new Block.Paragraph(
                  "Where operations are timed, it is their 99th percentile that is looked at;"
                      + " elsewhere JMH's score."));
        }
        blocks.add(
            folded(
                ChangeTable.of(part.summary().run(), changes),
                isOne ? 3 : parts.size() > 1 ? 5 : 4));
      }
    }
  }

  /** A long table, so that what follows is not out of sight. */
  private static Block folded(Block.Table table, int level) {
    int rows = table.rows().size();
    return rows <= LONGEST_OPEN
        ? table
        : new Block.Details(level, Words.count(rows, "cell"), "", List.of(table));
  }

  private void quietness(Summary summary) {
    blocks.add(new Block.Paragraph(QuietWords.sentence(summary)));
    List<String> disturbed = QuietWords.disturbed(summary.quietness());
    if (!disturbed.isEmpty()) {
      blocks.add(new Block.Bullets(disturbed));
    }
  }

  private void results(Part part) {
    explorers++;
    String anchor = "all-results" + (explorers == 1 ? "" : "-" + explorers);
    AllResults.of(part.summary(), anchor)
        .ifPresentOrElse(
            blocks::add, () -> blocks.add(new Block.Paragraph("Nothing was measured.")));
  }

  private void ranking(Part part, int level) {
    Summary summary = part.summary();
    List<String> absences = Absences.of(summary.run());
    if (!absences.isEmpty()) {
      blocks.add(new Block.Bullets(absences));
    }
    Folds ranks = new Folds();
    for (Family family : summary.families()) {
      Tables.ranks(summary.run(), family)
          .ifPresent(table -> ranks.add(family.first().setting(), below -> List.of(table)));
    }
    List<Block> tables = ranks.at(level, "table");
    blocks.addAll(tables);
    if (tables.isEmpty()) {
      blocks.add(
          new Block.Paragraph(
              "There is no ranking: "
                  + summary.objection().orElse("no setting has two competitors with enough forks")
                  + "."));
    }
  }

  private void charts(Part part, int level) {
    List<String> times = TokenTime.sentences(part.summary().run());
    if (!times.isEmpty()) {
      blocks.add(
          new Block.Paragraph(
              "Some workloads give work in tokens of JMH's consumeCPU. Measured alone, at one"
                  + " thread:"));
      blocks.add(new Block.Bullets(times));
    }
    for (Chart chart : part.drawn().charts()) {
      blocks.add(new Block.Figure(chart));
    }
    if (part.drawn().leftOut() > 0) {
      blocks.add(
          new Block.Paragraph(
              Words.count(part.drawn().leftOut(), "further chart")
                  + (part.drawn().leftOut() == 1 ? " was" : " were")
                  + " left out: a report draws at most "
                  + Charts.MOST
                  + " a run. The tables below have all of the numbers."));
    }
    if (part.drawn().charts().isEmpty()) {
      blocks.add(new Block.Paragraph("There is nothing to draw."));
    }
  }

  private void tables(Part part, int level) {
    blocks.addAll(TableSections.of(part.exhibits(), level));
  }

  private void repetition(Part part) {
    blocks.addAll(Repetition.of(part.summary().run()));
  }

  private void machine(Part part) {
    blocks.add(MachineTable.of(part.summary().run()));
    QuietTable.of(part.summary()).ifPresent(blocks::add);
  }

  private void warnings(Part part) {
    List<String> warnings = Warnings.of(part.summary());
    blocks.add(
        warnings.isEmpty() ? new Block.Paragraph("No warning.") : new Block.Bullets(warnings));
    if (part.summary().run().failures().isEmpty()) {
      blocks.add(new Block.Paragraph("No fork failed."));
    } else {
      blocks.add(Tables.failures(part.summary().run()));
    }
  }

  private List<String> reading() {
    List<String> items = new ArrayList<>();
    items.add(
        "The sample is the fork, a JVM of its own. A value is the geometric mean of the forks, and"
            + " an interval is Student's t on the logarithms of the fork means, 95 %. Below 3 forks"
            + " there is no interval, below 5 no verdict.");
    if (parts.stream().anyMatch(part -> part.summary().isDecidedInPairs())) {
      items.addAll(VerdictWords.METHOD);
    }
    if (parts.stream().anyMatch(part -> !part.summary().isDecidedInPairs())) {
      items.add(VerdictWords.UNPAIRED);
    }
    items.add(VerdictWords.RANGES);
    items.add(
        "Two intervals that overlap may still belong to contenders that are separated, and intervals"
            + " are not corrected for looking at many of them. The ranking decides, not the eye.");
    items.add(
        "A finding holds for this machine, these JDKs and the workload that it names, in which"
            + " threads do nothing else. Other think time, reads or work in between may turn it"
            + " round.");
    items.add(
        "With more threads than cores a figure measures the scheduler as well as the contender.");
    if (parts.stream().anyMatch(part -> !part.exhibits().scalings().isEmpty())) {
      items.add(ScalingWords.READING);
    }
    if (parts.stream().anyMatch(part -> !part.summary().serviceTimes().isEmpty())) {
      items.add(
          "Service time is the time of one operation while its thread waits for it (a closed loop):"
              + " it is not what a caller with arrivals of its own would see. The timer's own cost is"
              + " contained, not subtracted; where a control timed nothing, it is shown beside. A"
              + " percentile with fewer than 10 samples beyond it in some fork is not shown. The"
              + " largest value grows with the number of samples.");
    }
    if (parts.stream().anyMatch(part -> !part.exhibits().responses().isEmpty())) {
      items.add(
          "Response time counts from when an operation was due, at a rate that does not depend on"
              + " what becomes of it, so that waiting counts (an open loop). Where less than 98 % of"
              + " what was due was done, the queue grows for as long as the fork lasts, and its times"
              + " say nothing of the contender: they are in the data, and in no chart.");
    }
    if (parts.stream()
        .flatMap(part -> part.summary().serviceTimes().stream())
        .flatMap(time -> time.lines().stream())
        .flatMap(line -> line.quantiles().stream())
        .anyMatch(Quantiles::isBiased)) {
      items.add(
          ServiceTime.BIAS
              + ", by orders of magnitude in the tail: read such percentiles as a hint at most.");
    }
    if (parts.stream().anyMatch(part -> !part.summary().controls().isEmpty())) {
      items.add(
          "Controls measure the instrument: an empty loop, a direct call. A contender that is not"
              + " clear of them is not measured well. One that is called "
              + Plan.FIXED_WORK
              + " measures the machine instead: the same work in every block. One that is called "
              + Plan.WORK
              + " says what work takes that workloads give in tokens.");
    }
    if (parts.stream()
        .flatMap(part -> part.summary().contests().stream())
        .anyMatch(contest -> contest.ladder().isPresent())) {
      items.add(PriceList.METHOD);
    }
    if (parts.stream().anyMatch(part -> !part.summary().quietness().blocks().isEmpty())) {
      items.add(QuietWords.METHOD);
    }
    if (parts.size() > 1) {
      items.add(
          "The runs stand side by side and are not compared: what ran at another time or on another"
              + " machine differs by more than its intervals say.");
    }
    items.add("Every number is in summary.json, every fork's value in results.csv.");
    return items;
  }
}
