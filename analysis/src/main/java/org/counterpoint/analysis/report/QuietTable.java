package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.counterpoint.analysis.stats.Quietness.Sign;
import org.counterpoint.analysis.stats.Quietness.WatchedBlock;

/** What was read of each block; a column that nothing was read for is not there. */
final class QuietTable {

  private record Reading(String name, Function<WatchedBlock, OptionalDouble> of) {}

  private static final List<Reading> READINGS =
      List.of(
          new Reading("Control loop, time / median", WatchedBlock::control),
          new Reading("Others, %", block -> percent(block.others())),
          new Reading("Hypervisor, %", block -> percent(block.steal())),
          new Reading("Quota, %", block -> percent(block.throttled())),
          new Reading("Involuntary switches of the control", WatchedBlock::involuntarySwitches),
          new Reading("MHz", WatchedBlock::frequencyMhz));

  private QuietTable() {}

  /** Empty where nothing was read. */
  static Optional<Block.Table> of(Summary summary) {
    List<WatchedBlock> blocks = summary.quietness().blocks();
    if (blocks.isEmpty()) {
      return Optional.empty();
    }
    List<Reading> shown =
        READINGS.stream()
            .filter(reading -> blocks.stream().anyMatch(b -> reading.of().apply(b).isPresent()))
            .toList();
    List<Block.Column> columns = new ArrayList<>();
    columns.add(new Block.Column("Block", true));
    shown.forEach(reading -> columns.add(new Block.Column(reading.name(), true)));
    columns.add(new Block.Column("Disturbed by", false));
    List<List<Block.Cell>> rows = new ArrayList<>();
    for (WatchedBlock block : blocks) {
      List<Block.Cell> row = new ArrayList<>();
      row.add(Block.Cell.of(Integer.toString(block.block())));
      for (Reading reading : shown) {
        OptionalDouble value = reading.of().apply(block);
        row.add(Block.Cell.of(value.isPresent() ? Numbers.of(value.getAsDouble()) : "unknown"));
      }
      row.add(Block.Cell.of(signs(block)));
      rows.add(row);
    }
    return Optional.of(
        new Block.Table(
            "What "
                + summary.run().name()
                + " ran on, block by block: shares are of all processors' time",
            columns,
            rows));
  }

  private static OptionalDouble percent(OptionalDouble share) {
    return share.isPresent() ? OptionalDouble.of(100 * share.getAsDouble()) : share;
  }

  private static String signs(WatchedBlock block) {
    List<String> words = block.signs().stream().map(QuietTable::word).toList();
    return words.isEmpty() ? "-" : String.join(", ", words);
  }

  private static String word(Sign sign) {
    return switch (sign) {
      case CONTROL -> "control loop";
      case OTHERS -> "others";
      case STEAL -> "hypervisor";
      case THROTTLED -> "quota";
    };
  }
}
