package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Run;

/** The verdicts as lines for a console. */
public final class Ranked {

  private static final int NAME_WIDTH = 32;

  private Ranked() {}

  /**
   * For each setting: the finding, then rank, contender, value with unit and 95 % interval. Ties
   * show as ranges of ranks, a contender that lost updates as BROKEN. A run that supports no
   * verdict says so, and its contenders stand in the registry's order without a rank. Behind them
   * what JDKs and flags changed, worst first, which forks were spared, and what a JDK is too old
   * for.
   *
   * @return lines of plain text without line ends
   */
  public static List<String> text(Run run) {
    Summary summary = Summary.of(run);
    List<String> lines = new ArrayList<>();
    summary.objection().ifPresent(objection -> lines.add(Words.capital(objection) + "."));
    for (Family family : summary.families()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(family.title() + ", " + family.quantity().text());
      lines.add(Circumstances.of(run, family.contests()));
      for (Contest contest : family.contests()) {
        lines.add("");
        lines.add(
            Words.capital(family.where(List.of(contest)))
                + (contest.why().isEmpty()
                    ? ""
                    : " (" + Findings.noVerdict(contest.why(), "") + ")"));
        contest.entries().forEach(entry -> lines.add(line(entry, contest)));
      }
    }
    for (Changes changes : summary.changes()) {
      lines.add("");
      lines.add(changes.sentence());
      lines.addAll(changes.onAverage());
      changes.cells().forEach(cell -> lines.add(line(cell)));
    }
    summary
        .shortfall()
        .ifPresent(
            shortfall -> {
              lines.add("");
              shortfall.spared().ifPresent(lines::add);
              shortfall.missing().ifPresent(lines::add);
              shortfall.imprecise().ifPresent(lines::add);
            });
    List<String> jdks = run.jdks().stream().map(Jdk::label).toList();
    List<String> absences = run.plan().map(plan -> Absences.ofJdks(plan, jdks)).orElse(List.of());
    if (!absences.isEmpty()) {
      lines.add("");
      lines.addAll(absences);
    }
    if (summary.families().isEmpty()) {
      lines.add("Nothing was measured.");
    }
    return lines.stream().map(Ranked::printable).toList();
  }

  private static String line(Entry entry, Contest contest) {
    String name = entry.contender().label();
    String padded =
        name.length() < NAME_WIDTH ? name + " ".repeat(NAME_WIDTH - name.length()) : name;
    String value =
        entry
            .estimate()
            .map(
                estimate ->
                    String.format(Locale.ROOT, "%9s", Numbers.of(estimate.center()))
                        + " "
                        + contest.quantity().unit().symbol()
                        + "  "
                        + (estimate.interval().isPresent()
                            ? Numbers.of(estimate.interval())
                            : "no interval: " + Words.count(estimate.forks(), "fork")))
            .orElse(entry.note());
    String rank = contest.isDecided() || !entry.isMeasured() ? entry.rankText() : "";
    return String.format(Locale.ROOT, "  %-7s", rank) + padded + " " + value;
  }

  private static String line(ChangedCell cell) {
    String ratio =
        cell.ratio()
            .map(
                r ->
                    String.format(
                        Locale.ROOT,
                        "%9s  %s",
                        Numbers.of(r.value()),
                        Numbers.of(Optional.of(r.interval()))))
            .orElse("no ratio");
    return String.format(
        Locale.ROOT,
        "  %-8s %-30s %s, %s",
        cell.word(),
        ratio,
        cell.contender().label(),
        cell.where());
  }

  /** A name from a file must not drive the terminal. */
  private static String printable(String line) {
    return line.replaceAll("\\p{Cntrl}", "?");
  }
}
