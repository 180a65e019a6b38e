package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterpoint.analysis.model.Run;

/** What changed, one row a cell. */
final class ChangeTable {

  private ChangeTable() {}

  static Block.Table of(Run run, Changes changes) {
    List<List<Block.Cell>> rows = new ArrayList<>();
    for (ChangedCell cell : changes.cells()) {
      String unit = " " + cell.quantity().unit().symbol();
      rows.add(
          List.of(
              new Block.Cell(cell.contender().label(), cell.where()),
              Block.Cell.of(Numbers.of(cell.base().center()) + unit),
              Block.Cell.of(Numbers.of(cell.candidate().center()) + unit),
              cell.ratio()
                  .map(
                      ratio ->
                          new Block.Cell(
                              Numbers.of(ratio.value()), Numbers.of(Optional.of(ratio.interval()))))
                  .orElse(Block.Cell.of("-")),
              new Block.Cell(
                  cell.word(), cell.decision().isDoubted() ? "medians of iterations disagree" : ""),
              Block.Cell.of(Integer.toString(cell.forks()))));
    }
    return new Block.Table(
        changes.subject()
            + ", worst first. Each side's value is that of all of its forks; the ratio, "
            + changes.candidate()
            + " over "
            + changes.base()
            + ", is that of the pairs of forks which decided, counted in the last column. "
            + Circumstances.of(run, changes)
            + ".",
        List.of(
            new Block.Column("Cell", false),
            new Block.Column(changes.base(), true),
            new Block.Column(changes.candidate(), true),
            new Block.Column("Ratio", true),
            new Block.Column("Verdict", false),
            new Block.Column("Forks", true)),
        rows);
  }
}
