package org.counterpoint.experiment.machine;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.counterpoint.analysis.model.Noise.Reading;

/** Reads a Linux: a handful of small files. */
final class ProcMeter implements Meter {

  /** A driver may take milliseconds to tell one frequency, and there may be hundreds. */
  private static final int PROCESSORS_ASKED = 4;

  private static final double KILOHERTZ_A_MEGAHERTZ = 1e3;

  private final SystemFiles files;
  private final ControlGroups groups;

  ProcMeter(SystemFiles files) {
    this.files = files;
    this.groups = ControlGroups.of(files);
  }

  static boolean worksWith(SystemFiles files) {
    return files.exists("proc/stat");
  }

  @Override
  public Map<Reading, Double> totals() {
    Map<Reading, Double> totals = new EnumMap<>(Reading.class);
    files
        .text("proc/stat")
        .flatMap(CpuTimes::parse)
        .ifPresent(
            times -> {
              totals.put(Reading.AVAILABLE_MILLIS, times.availableMillis());
              totals.put(Reading.BUSY_MILLIS, times.busyMillis());
              totals.put(Reading.STEAL_MILLIS, times.stealMillis());
            });
    files
        .text("proc/self/stat")
        .map(ProcessTimes::millis)
        .orElse(OptionalDouble.empty())
        .ifPresent(millis -> totals.put(Reading.OWN_MILLIS, millis));
    groups.throttledMillis().ifPresent(millis -> totals.put(Reading.THROTTLED_MILLIS, millis));
    ResourceUsage.ofChildren()
        .ifPresent(usage -> totals.put(Reading.INVOLUNTARY_SWITCHES, usage.involuntarySwitches()));
    return totals;
  }

  @Override
  public Map<Reading, Double> levels() {
    Map<Reading, Double> levels = new EnumMap<>(Reading.class);
    files
        .text("proc/loadavg")
        .map(Parse::words)
        .filter(words -> !words.isEmpty())
        .map(words -> Parse.amount(words.get(0)))
        .orElse(OptionalDouble.empty())
        .ifPresent(load -> levels.put(Reading.LOAD, load));
    frequencies().average().ifPresent(mhz -> levels.put(Reading.FREQUENCY_MHZ, mhz));
    return levels;
  }

  /** Not those of /proc/cpuinfo: a guest reads there what its processor was sold as. */
  private DoubleStream frequencies() {
    return IntStream.range(0, PROCESSORS_ASKED)
        .mapToObj(
            cpu -> files.word("sys/devices/system/cpu/cpu" + cpu + "/cpufreq/scaling_cur_freq"))
        .flatMap(Optional::stream)
        .map(Parse::amount)
        .flatMapToDouble(OptionalDouble::stream)
        .map(kilohertz -> kilohertz / KILOHERTZ_A_MEGAHERTZ);
  }
}
