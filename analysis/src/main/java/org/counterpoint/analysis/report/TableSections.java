package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Run;

/**
 * The tables of a run: those of a workload below one heading, each group of them folded away under
 * what it shows, with the forks behind the figures.
 */
final class TableSections {

  private final Exhibits exhibits;
  private final Summary summary;
  private final Run run;
  private final int level;
  private final Map<String, List<Block>> byWorkload = new LinkedHashMap<>();

  private TableSections(Exhibits exhibits, int level) {
    this.exhibits = exhibits;
    this.summary = exhibits.summary();
    this.run = summary.run();
    this.level = level;
  }

  /**
   * Headings and what is below them.
   *
   * @param level of the workloads' headings
   */
  static List<Block> of(Exhibits exhibits, int level) {
    return new TableSections(exhibits, level).build();
  }

  private List<Block> build() {
    exhibits.maps().forEach(this::map);
    exhibits.differences().forEach(this::difference);
    exhibits.traits().forEach(this::traits);
    exhibits.families().forEach(this::family);
    exhibits.scalings().forEach(this::scaling);
    exhibits.oneThread().forEach(this::oneThread);
    exhibits.responses().forEach(this::responses);
    exhibits.times().forEach(this::times);
    MachineTable.jdks(run).forEach(this::controls);
    List<Block> blocks = new ArrayList<>();
    byWorkload.forEach(
        (workload, tables) -> {
          blocks.add(new Block.Heading(level, workload, ""));
          blocks.addAll(tables);
        });
    return blocks;
  }

  private void map(Exhibits.OfMap exhibit) {
    add(
        exhibit.map().setting(),
        "Who leads: " + exhibit.map().title(),
        exhibit.anchor(),
        List.of(Tables.map(run, exhibit.map())));
  }

  private void difference(Exhibits.OfDifference exhibit) {
    JdkDifference difference = exhibit.difference();
    group(Params.withoutPackage(difference.after().setting().workload()))
        .add(
            new Block.Details(
                level + 1,
                "Who leads on which JDK: "
                    + difference.after().title()
                    + " ("
                    + difference.jdks()
                    + ")",
                data(exhibit.anchor()),
                List.of(Tables.difference(run, difference))));
  }

  private void traits(Exhibits.OfTraits exhibit) {
    Contest contest = exhibit.contest();
    add(
        contest.setting(),
        Words.capital(contest.quantity().name())
            + " against "
            + exhibit.tradeOff().words()
            + ": "
            + contest.setting().title(),
        exhibit.anchor(),
        List.of(Tables.tradeOff(run, exhibit)));
  }

  private void family(Exhibits.OfFamily exhibit) {
    Family family = exhibit.family();
    List<Block> content = new ArrayList<>();
    for (int i = 0; i < family.contests().size(); i++) {
      Contest contest = family.contests().get(i);
      content.add(Tables.contest(run, contest));
      addForks(content, contest, exhibit.anchor() + "-forks-" + (i + 1), exhibit.anchor());
    }
    add(
        family.first().setting(),
        Words.capital(family.quantity().name()) + ": " + family.title(),
        exhibit.anchor(),
        content);
  }

  private void scaling(Exhibits.OfScaling exhibit) {
    Setting setting = exhibit.scaling().family().first().setting();
    add(
        setting,
        "Scalability: " + setting.title(),
        exhibit.anchor(),
        List.of(ScalingTable.of(run, exhibit.scaling())));
  }

  private void oneThread(Exhibits.OfOneThread exhibit) {
    Setting setting = exhibit.contest().setting();
    add(
        setting,
        "Time of one operation at 1 thread: " + setting.title(),
        exhibit.anchor(),
        List.of(Tables.oneThread(summary, exhibit.contest())));
  }

  private void responses(Exhibits.OfResponse exhibit) {
    Setting setting = exhibit.curve().setting();
    add(
        setting,
        "99th percentile of response time by rate: " + setting.title(),
        exhibit.anchor(),
        List.of(Tables.responses(run, exhibit.curve())));
  }

  private void times(Exhibits.OfTime exhibit) {
    ServiceTime time = exhibit.time();
    List<Block> content = new ArrayList<>();
    content.add(Tables.percentiles(run, time));
    addForks(content, time.contest(), exhibit.anchor() + "-forks-1", exhibit.anchor());
    add(
        time.setting(),
        Words.capital(time.quantity().name())
            + ": "
            + time.setting().title()
            + ", "
            + time.setting().threadsText(),
        exhibit.anchor(),
        content);
  }

  private void controls(Jdk jdk) {
    List<Control> controls =
        summary.controls().stream().filter(control -> control.jdk().equals(jdk)).toList();
    if (!controls.isEmpty()) {
      group("Controls")
          .add(
              new Block.Details(
                  level + 1,
                  "Controls (" + Circumstances.jdkText(jdk) + ")",
                  "",
                  List.of(Tables.controls(run, jdk, controls))));
    }
  }

  private void addForks(List<Block> content, Contest contest, String id, String anchor) {
    StripPlot.of(run, contest, id, data(anchor))
        .ifPresent(chart -> content.add(new Block.Strip(chart)));
  }

  private void add(Setting setting, String title, String anchor, List<Block> content) {
    group(Params.withoutPackage(setting.workload()))
        .add(
            new Block.Details(
                level + 1,
                title + " (" + Circumstances.jdkText(setting.jdk()) + ")",
                data(anchor),
                content));
  }

  private List<Block> group(String workload) {
    return byWorkload.computeIfAbsent(workload, key -> new ArrayList<>());
  }

  private static String data(String anchor) {
    return "data-" + anchor;
  }
}
