package org.counterpoint.experiment.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.counterpoint.analysis.model.Noise;
import org.counterpoint.analysis.model.Noise.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoiseWatchTest {

  private final Root root;

  NoiseWatchTest(@TempDir Path folder) {
    root = new Root(folder);
  }

  private NoiseWatch watch() {
    return new NoiseWatch(new ProcMeter(root.files()));
  }

  @Test
  void tellsWhatWentOnBetweenTwoLooks() {
    root.with("proc/stat", "cpu  1000 0 100 2000 50 0 10 40 0 0\n")
        .with("proc/self/stat", Root.SELF_STAT)
        .with("proc/loadavg", "2.83 3.07 2.58 2/131 19189\n")
        .with("proc/self/cgroup", "0::/\n")
        .with("proc/self/mountinfo", "30 23 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n")
        .with("sys/fs/cgroup/cpu.stat", "throttled_usec 1000\n");
    NoiseWatch watch = watch();
    NoiseWatch.Look before = watch.look();
    root.with("proc/stat", "cpu  1200 0 120 2100 60 0 12 45 0 0\n")
        .with("proc/self/stat", Root.SELF_STAT.replace(" 1200 99 ", " 1370 109 "))
        .with("proc/loadavg", "1.5 3 2 1/130 19999\n")
        .with("sys/fs/cgroup/cpu.stat", "throttled_usec 251000\n")
        .with("sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq", "2000000\n")
        .with("sys/devices/system/cpu/cpu1/cpufreq/scaling_cur_freq", "3000000\n");
    Noise noise = watch.since(before);
    assertThat(noise.of(Reading.AVAILABLE_MILLIS)).hasValue(10 * (222 + 110 + 5));
    assertThat(noise.of(Reading.BUSY_MILLIS)).hasValue(2220);
    assertThat(noise.of(Reading.OWN_MILLIS)).hasValue(1800);
    assertThat(noise.of(Reading.STEAL_MILLIS)).hasValue(50);
    assertThat(noise.of(Reading.THROTTLED_MILLIS)).hasValue(250);
    assertThat(noise.of(Reading.FREQUENCY_MHZ)).hasValue(2500);
    assertThat(noise.of(Reading.LOAD)).hasValue(1.5);
  }

  @Test
  void countsThatGoBackSayNothing() {
    root.with("proc/stat", Root.STAT).with("proc/self/stat", Root.SELF_STAT);
    NoiseWatch watch = watch();
    NoiseWatch.Look before = watch.look();
    root.with("proc/stat", "cpu  1 0 1 99999999 0 0 0 9999 0 0\n");
    Noise noise = watch.since(before);
    assertThat(noise.of(Reading.BUSY_MILLIS)).isEmpty();
    assertThat(noise.of(Reading.AVAILABLE_MILLIS)).isPresent();
    assertThat(noise.of(Reading.OWN_MILLIS)).hasValue(0);
  }

  @Test
  void filesThatComeAndGoSayNothing() {
    NoiseWatch watch = watch();
    NoiseWatch.Look before = watch.look();
    root.with("proc/stat", Root.STAT);
    assertThat(watch.since(before).of(Reading.BUSY_MILLIS)).isEmpty();
    before = watch.look();
    root.without("proc/stat");
    assertThat(watch.since(before).of(Reading.BUSY_MILLIS)).isEmpty();
  }

  @Test
  void malformedFilesSayNothing() {
    for (String text : new String[] {"", "\u0000", "NaN", "-1", "1e999", "cpu", "a b c d e f g"}) {
      root.with("proc/stat", text)
          .with("proc/self/stat", text)
          .with("proc/loadavg", text)
          .with("proc/self/cgroup", text)
          .with("proc/self/mountinfo", text)
          .with("sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq", text);
      NoiseWatch watch = watch();
      assertThat(watch.since(watch.look()).readings())
          .as(text)
          .doesNotContainKeys(
              Reading.AVAILABLE_MILLIS, Reading.OWN_MILLIS, Reading.LOAD, Reading.FREQUENCY_MHZ);
    }
  }

  @Test
  void aMeterThatFailsEndsNoRun() {
    NoiseWatch watch =
        new NoiseWatch(
            new Meter() {
              @Override
              public Map<Reading, Double> totals() {
                throw new UnsatisfiedLinkError("no such library");
              }

              @Override
              public Map<Reading, Double> levels() {
                throw new IllegalStateException("no such counter");
              }
            });
    assertThat(watch.since(watch.look())).isEqualTo(Noise.UNKNOWN);
  }

  @Test
  void aMeterThatCountsNonsenseIsNotBelieved() {
    NoiseWatch watch =
        new NoiseWatch(
            new Meter() {
              private double total;

              @Override
              public Map<Reading, Double> totals() {
                total = total == 0 ? 1 : Double.POSITIVE_INFINITY;
                return Map.of(Reading.BUSY_MILLIS, total, Reading.OWN_MILLIS, Double.NaN);
              }

              @Override
              public Map<Reading, Double> levels() {
                return Map.of(Reading.LOAD, -1.0);
              }
            });
    assertThat(watch.since(watch.look())).isEqualTo(Noise.UNKNOWN);
  }

  /** Whatever system this runs on. */
  @Test
  void neitherMeterFailsHere() {
    for (NoiseWatch watch :
        new NoiseWatch[] {NoiseWatch.ofThisMachine(), new NoiseWatch(new OshiMeter()), watch()}) {
      assertThat(watch.since(watch.look())).isNotNull();
    }
  }

  @Test
  void aChildThatHasEndedCountsAsOurs() throws IOException, InterruptedException {
    assumeThat(new File("/proc/self/stat")).exists();
    NoiseWatch watch = NoiseWatch.ofThisMachine();
    NoiseWatch.Look before = watch.look();
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xint",
                "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(child.waitFor()).isZero();
    Noise noise = watch.since(before);
    assertThat(noise.of(Reading.OWN_MILLIS).orElseThrow()).isPositive();
    assertThat(noise.of(Reading.AVAILABLE_MILLIS).orElseThrow()).isPositive();
  }
}
