package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Run;

/** What every contender got everywhere, in one table: a row a contender and setting. */
final class AllResults {

  private static final String CONTENDER = "Contender";
  private static final String WORKLOAD = "Workload";
  private static final String THREADS = "Threads";
  private static final String JDK = "JDK";
  private static final String WHAT = "What";

  private AllResults() {}

  /**
   * The table; empty where nothing was measured.
   *
   * @param anchor by which a view of it is linked to
   */
  static Optional<Block.Explorer> of(Summary summary, String anchor) {
    List<Contest> contests = summary.allContests();
    if (contests.isEmpty()) {
      return Optional.empty();
    }
    List<Jdk> jdks =
        contests.stream()
            .map(contest -> contest.setting().jdk())
            .distinct()
            .sorted(Comparator.comparing(Jdk::label, Setting.NUMBERS_FIRST))
            .toList();
    boolean isRanked = contests.stream().anyMatch(Contest::isDecided);
    List<List<Block.Cell>> rows = new ArrayList<>();
    for (Contest contest : contests) {
      contest.entries().forEach(entry -> rows.add(row(contest, entry, isRanked)));
    }
    return Optional.of(
        new Block.Explorer(
            anchor,
            new Block.Table(caption(summary.run(), contests, jdks), columns(isRanked), rows),
            List.of(
                filter(
                    CONTENDER,
                    contests.stream()
                        .flatMap(contest -> contest.entries().stream())
                        .map(Entry::contender)
                        .sorted()
                        .map(Contender::label)),
                filter(WORKLOAD, contests.stream().map(AllResults::workload).sorted()),
                filter(
                    THREADS,
                    contests.stream()
                        .map(contest -> contest.setting().threads())
                        .sorted()
                        .map(String::valueOf)),
                filter(JDK, jdks.stream().map(Circumstances::jdkText)),
                filter(WHAT, contests.stream().map(contest -> contest.quantity().text())))));
  }

  private static Block.Filter filter(String column, Stream<String> values) {
    return new Block.Filter(column, values.distinct().toList());
  }

  /**
   * The values first: on a narrow screen the rest is out of sight, and there are filters for it.
   */
  private static List<Block.Column> columns(boolean isRanked) {
    List<Block.Column> columns = new ArrayList<>();
    columns.add(new Block.Column(CONTENDER, false));
    if (isRanked) {
      columns.add(new Block.Column("Rank", true));
    }
    columns.addAll(Tables.estimateColumns("Value"));
    columns.add(new Block.Column(THREADS, true));
    columns.add(new Block.Column(JDK, false));
    columns.add(new Block.Column(WORKLOAD, false));
    columns.add(new Block.Column("Params", false));
    columns.add(new Block.Column(WHAT, false));
    return columns;
  }

  private static List<Block.Cell> row(Contest contest, Entry entry, boolean isRanked) {
    Setting setting = contest.setting();
    List<Block.Cell> row = new ArrayList<>();
    row.add(Block.Cell.of(entry.contender().label()));
    if (isRanked) {
      row.add(Block.Cell.of(entry.rankText()));
    }
    row.addAll(
        entry.estimate().map(Tables::estimate).orElseGet(() -> Tables.unmeasured(entry.status())));
    row.add(Block.Cell.of(Integer.toString(setting.threads())));
    row.add(Block.Cell.of(Circumstances.jdkText(setting.jdk())));
    row.add(Block.Cell.of(workload(contest)));
    row.add(Block.Cell.of(setting.params().isEmpty() ? "-" : Params.text(setting.params())));
    row.add(Block.Cell.of(contest.quantity().text()));
    return row;
  }

  private static String workload(Contest contest) {
    Setting setting = contest.setting();
    return Params.withoutPackage(setting.workload())
        + (setting.role().isEmpty() ? "" : ", role " + setting.role());
  }

  private static String caption(Run run, List<Contest> contests, List<Jdk> jdks) {
    return "Every result of "
        + run.name()
        + ". Ranks hold among the contenders of one workload with the same params, threads and JDK. "
        + Circumstances.ofSettings(
            run,
            jdks,
            contests.stream().map(Contest::setting).toList(),
            contests.stream()
                .flatMap(contest -> contest.measured().stream())
                .mapToInt(entry -> entry.forks().size()))
        + ".";
  }
}
