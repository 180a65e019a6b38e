package org.counterpoint.analysis.stats;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Noise.Reading;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.model.Watched;
import org.counterpoint.analysis.stats.Quietness.Drift;
import org.counterpoint.analysis.stats.Quietness.Sign;
import org.counterpoint.analysis.stats.Quietness.WatchedBlock;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Quietness}: one value a block of everything that was read, then the bands. */
final class QuietnessBuilder {

  /**
   * When a share of the processors' time shows a disturbance.
   *
   * @param floor a block that lies no further above the median does not stand apart
   * @param outright above this a block is disturbed, even if all are
   */
  private record Limit(double floor, double outright) {

    static final Limit OTHERS = new Limit(Quietness.OTHERS, Quietness.OTHERS_OUTRIGHT);
    static final Limit TAKEN = new Limit(Quietness.TAKEN, Quietness.TAKEN_OUTRIGHT);

    /** The blocks that lie above it. */
    Set<Integer> exceededIn(SortedMap<Integer, Double> shares) {
      Optional<Band> band = Band.of(values(shares), floor);
      Set<Integer> exceeded = new TreeSet<>();
      shares.forEach(
          (block, share) -> {
            if (share > outright || band.filter(b -> b.isBelow(share)).isPresent()) {
              exceeded.add(block);
            }
          });
      return exceeded;
    }
  }

  private static final double CONTROL_FLOOR = Math.log1p(Quietness.CONTROL);

  private final Run run;
  private final String control;
  private final SortedMap<Integer, List<Watched>> watched = new TreeMap<>();

  private QuietnessBuilder(Run run) {
    this.run = run;
    this.control = run.plan().flatMap(Plan::fixedWork).orElse("");
    for (Watched fork : run.watched()) {
      watched.computeIfAbsent(fork.block(), block -> new ArrayList<>()).add(fork);
    }
  }

  static Quietness of(Run run) {
    return new QuietnessBuilder(run).build();
  }

  private Quietness build() {
    SortedMap<Integer, Double> controls = controls();
    SortedMap<Integer, Double> others = inBlocks(QuietnessBuilder::others);
    SortedMap<Integer, Double> steal = inBlocks(forks -> share(forks, Reading.STEAL_MILLIS));
    SortedMap<Integer, Double> throttled =
        inBlocks(forks -> share(forks, Reading.THROTTLED_MILLIS));
    Optional<Band> band = Band.of(values(controls), CONTROL_FLOOR);
    Set<Integer> busy = Limit.OTHERS.exceededIn(others);
    Set<Integer> stolen = Limit.TAKEN.exceededIn(steal);
    Set<Integer> heldBack = Limit.TAKEN.exceededIn(throttled);
    double median = band.map(Band::median).orElse(0.0);

    SortedSet<Integer> blocks = new TreeSet<>(controls.keySet());
    blocks.addAll(watched.keySet());
    List<WatchedBlock> result = new ArrayList<>();
    for (int block : blocks) {
      EnumSet<Sign> signs = EnumSet.noneOf(Sign.class);
      Double log = controls.get(block);
      if (log != null && band.filter(b -> b.excludes(log)).isPresent()) {
        signs.add(Sign.CONTROL);
      }
      add(signs, Sign.OTHERS, busy.contains(block));
      add(signs, Sign.STEAL, stolen.contains(block));
      add(signs, Sign.THROTTLED, heldBack.contains(block));
      List<Watched> forks = watched.getOrDefault(block, List.of());
      WatchedBlock all =
          new WatchedBlock(
              block,
              log == null || band.isEmpty()
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(Interval.finiteExp(log - median)),
              optional(others.get(block)),
              optional(steal.get(block)),
              optional(throttled.get(block)),
              mean(forks.stream().filter(this::isControl).toList(), Reading.INVOLUNTARY_SWITCHES),
              mean(forks, Reading.FREQUENCY_MHZ),
              signs);
      if (isKnown(all)) {
        result.add(all);
      }
    }
    return new Quietness(
        others(run.watched()),
        share(run.watched(), Reading.STEAL_MILLIS),
        share(run.watched(), Reading.THROTTLED_MILLIS),
        drift(controls),
        result);
  }

  private static void add(Set<Sign> signs, Sign sign, boolean holds) {
    if (holds) {
      signs.add(sign);
    }
  }

  private static boolean isKnown(WatchedBlock block) {
    return block.control().isPresent()
        || block.others().isPresent()
        || block.steal().isPresent()
        || block.throttled().isPresent()
        || block.involuntarySwitches().isPresent()
        || block.frequencyMhz().isPresent();
  }

  private boolean isControl(Watched fork) {
    return fork.cell().benchmark().equals(control);
  }

  /**
   * By block, ln of the time that the control's work took: on each JDK over its median there, since
   * JDKs may compile it differently, and the mean over the JDKs.
   */
  private SortedMap<Integer, Double> controls() {
    SortedMap<Integer, List<Double>> perBlock = new TreeMap<>();
    for (Measurement measurement : run.measurements()) {
      Values forks = measurement.primary().forkMeans();
      if (!measurement.cell().benchmark().equals(control) || !LogSample.canBeTakenOf(forks)) {
        continue;
      }
      double sign = measurement.cell().mode().higherIsBetter() ? -1 : 1;
      double[] logs = LogSample.logs(forks);
      double median = Outliers.percentile(logs, 50);
      List<Fork> all = measurement.primary().forks();
      for (int i = 0; i < logs.length; i++) {
        perBlock
            .computeIfAbsent(all.get(i).block(), block -> new ArrayList<>())
            .add(sign * (logs[i] - median));
      }
    }
    SortedMap<Integer, Double> means = new TreeMap<>();
    perBlock.forEach((block, logs) -> means.put(block, mean(logs)));
    return means;
  }

  private Optional<Drift> drift(SortedMap<Integer, Double> controls) {
    if (controls.size() < Band.MIN_VALUES) {
      return Optional.empty();
    }
    SortedMap<Integer, Double> starts = new TreeMap<>();
    for (int block : controls.keySet()) {
      List<Double> known =
          watched.getOrDefault(block, List.of()).stream()
              .filter(this::isControl)
              .map(Watched::startSeconds)
              .toList();
      if (!known.isEmpty()) {
        starts.put(block, mean(known));
      }
    }
    boolean timed = starts.size() == controls.size();
    if (!timed) {
      controls.keySet().forEach(block -> starts.put(block, (double) block));
    }
    Values times = values(starts);
    double span = times.stream().max().orElseThrow() - times.stream().min().orElseThrow();
    OptionalDouble slope = TheilSen.slope(times, values(controls));
    if (slope.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Drift(
            Interval.finiteExp(slope.getAsDouble() * span),
            timed ? OptionalDouble.of(span) : OptionalDouble.empty()));
  }

  private SortedMap<Integer, Double> inBlocks(ShareOfForks share) {
    SortedMap<Integer, Double> shares = new TreeMap<>();
    watched.forEach((block, forks) -> share.of(forks).ifPresent(value -> shares.put(block, value)));
    return shares;
  }

  private interface ShareOfForks {
    OptionalDouble of(List<Watched> forks);
  }

  /**
   * Sums first, then the share: a system counts in ticks of 10 ms, which would blur one fork. It
   * may count a tick for others that was ours, so less than nothing counts as nothing.
   */
  private static OptionalDouble others(List<Watched> forks) {
    List<Watched> known =
        forks.stream()
            .filter(fork -> has(fork, Reading.BUSY_MILLIS) && has(fork, Reading.OWN_MILLIS))
            .toList();
    return share(known, fork -> read(fork, Reading.BUSY_MILLIS) - read(fork, Reading.OWN_MILLIS));
  }

  private static OptionalDouble share(List<Watched> forks, Reading reading) {
    return share(
        forks.stream().filter(fork -> has(fork, reading)).toList(), fork -> read(fork, reading));
  }

  private static OptionalDouble share(List<Watched> forks, ToDoubleFunction<Watched> part) {
    double sum = 0;
    double available = 0;
    for (Watched fork : forks) {
      if (has(fork, Reading.AVAILABLE_MILLIS)) {
        sum += part.applyAsDouble(fork);
        available += read(fork, Reading.AVAILABLE_MILLIS);
      }
    }
    double share = Math.max(0, sum / available);
    return available > 0 && Double.isFinite(share)
        ? OptionalDouble.of(share)
        : OptionalDouble.empty();
  }

  private static boolean has(Watched fork, Reading reading) {
    return fork.noise().of(reading).isPresent();
  }

  private static double read(Watched fork, Reading reading) {
    return fork.noise().of(reading).orElseThrow();
  }

  private static OptionalDouble mean(List<Watched> forks, Reading reading) {
    Values values =
        Values.of(
            forks.stream()
                .filter(fork -> has(fork, reading))
                .mapToDouble(fork -> read(fork, reading))
                .toArray());
    return values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(values.mean());
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static Values values(Map<Integer, Double> byBlock) {
    return Values.of(byBlock.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static OptionalDouble optional(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
