package org.counterpoint.experiment.machine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the processors together have done since the machine was started: the first line of
 * /proc/stat, see {@code proc_stat(5)}.
 *
 * @param busyMillis used, interrupts included
 * @param idleMillis not used, waiting for disks included
 * @param stealMillis given by the hypervisor to others while somebody here wanted to run
 */
record CpuTimes(double busyMillis, double idleMillis, double stealMillis) {

  /** The kernel tells in hundredths of a second, whatever it counts in itself. */
  static final double TICK_MILLIS = 10;

  private static final int LEAST_FIELDS = 4;
  private static final int IDLE = 3;
  private static final int IOWAIT = 4;
  private static final int STEAL = 7;

  /** What the fields before this one don't contain already; guests are counted as users, too. */
  private static final int GUEST = 8;

  double availableMillis() {
    return busyMillis + idleMillis + stealMillis;
  }

  /** Empty where the text is not that of a /proc/stat. */
  static Optional<CpuTimes> parse(String procStat) {
    return procStat
        .lines()
        .filter(line -> line.startsWith("cpu "))
        .findFirst()
        .flatMap(line -> ofFields(Parse.words(line.substring("cpu ".length()))));
  }

  private static Optional<CpuTimes> ofFields(List<String> fields) {
    if (fields.size() < LEAST_FIELDS) {
      return Optional.empty();
    }
    double busy = 0;
    double idle = 0;
    double steal = 0;
    for (int i = 0; i < Math.min(GUEST, fields.size()); i++) {
      OptionalLong ticks = Parse.count(fields.get(i));
      if (ticks.isEmpty()) {
        return Optional.empty();
      }
      double millis = ticks.getAsLong() * TICK_MILLIS;
      switch (i) {
        case IDLE, IOWAIT -> idle += millis;
        case STEAL -> steal += millis;
        default -> busy += millis;
      }
    }
    return Optional.of(new CpuTimes(busy, idle, steal));
  }
}
