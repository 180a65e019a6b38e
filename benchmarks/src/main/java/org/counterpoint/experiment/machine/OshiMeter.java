package org.counterpoint.experiment.machine;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.counterpoint.analysis.model.Noise.Reading;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;

/**
 * Reads a system without a /proc, through OSHI. Stolen time is not among what it reads: where it is
 * not told, OSHI has a 0, which would pass for an answer.
 */
final class OshiMeter implements Meter {

  private static final double HERTZ_A_MEGAHERTZ = 1e6;

  private final Optional<CentralProcessor> processor =
      Oshi.ask(() -> new SystemInfo().getHardware().getProcessor());

  @Override
  public Map<Reading, Double> totals() {
    Map<Reading, Double> totals = new EnumMap<>(Reading.class);
    processor
        .flatMap(cpu -> Oshi.ask(cpu::getSystemCpuLoadTicks))
        .filter(ticks -> ticks.length >= TickType.values().length)
        .ifPresent(
            ticks -> {
              double all = Arrays.stream(ticks).asDoubleStream().sum();
              double idle =
                  (double) ticks[TickType.IDLE.getIndex()] + ticks[TickType.IOWAIT.getIndex()];
              totals.put(Reading.AVAILABLE_MILLIS, all);
              totals.put(Reading.BUSY_MILLIS, all - idle);
            });
    Optional<ResourceUsage> children = ResourceUsage.ofChildren();
    ResourceUsage.ofSelf()
        .ifPresent(
            self ->
                children.ifPresent(
                    ended -> totals.put(Reading.OWN_MILLIS, self.cpuMillis() + ended.cpuMillis())));
    children.ifPresent(
        usage -> totals.put(Reading.INVOLUNTARY_SWITCHES, usage.involuntarySwitches()));
    return totals;
  }

  @Override
  public Map<Reading, Double> levels() {
    Map<Reading, Double> levels = new EnumMap<>(Reading.class);
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    if (load >= 0) {
      levels.put(Reading.LOAD, load);
    }
    processor
        .flatMap(cpu -> Oshi.ask(cpu::getCurrentFreq))
        .flatMap(
            all ->
                Arrays.stream(all).filter(hertz -> hertz > 0).average().stream()
                    .boxed()
                    .findFirst())
        .ifPresent(hertz -> levels.put(Reading.FREQUENCY_MHZ, hertz / HERTZ_A_MEGAHERTZ));
    return levels;
  }
}
