package org.counterpoint.experiment.machine;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The processor time of a process and of its children that have ended, from /proc/PID/stat. */
final class ProcessTimes {

  /**
   * utime, stime, cutime and cstime, counted from the field behind the name: fields 14 to 17 of
   * {@code proc_pid_stat(5)}, of which the name is the second.
   */
  private static final int FIRST = 11;

  private static final int FIELDS = 4;

  private ProcessTimes() {}

  /** In milliseconds, in user mode and in the kernel; empty where the text is another. */
  static OptionalDouble millis(String procStat) {
    // The name is in parentheses, and may hold any: the last one ends it.
    int name = procStat.lastIndexOf(')');
    if (name < 0) {
      return OptionalDouble.empty();
    }
    List<String> fields = Parse.words(procStat.substring(name + 1));
    if (fields.size() < FIRST + FIELDS) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (String field : fields.subList(FIRST, FIRST + FIELDS)) {
      OptionalLong ticks = Parse.count(field);
      if (ticks.isEmpty()) {
        return OptionalDouble.empty();
      }
      sum += ticks.getAsLong() * CpuTimes.TICK_MILLIS;
    }
    return OptionalDouble.of(sum);
  }
}
