package org.counterpoint.experiment.machine;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.counterpoint.analysis.model.Noise;
import org.counterpoint.analysis.model.Noise.Reading;

/**
 * Watches what goes on beside a fork without disturbing it: a look before its JVM is started, one
 * after it has ended, and nothing in between. Never fails; what it can't see is absent.
 */
public final class NoiseWatch {

  private final Meter meter;

  NoiseWatch(Meter meter) {
    this.meter = meter;
  }

  /** On the machine that this JVM runs on. */
  public static NoiseWatch ofThisMachine() {
    SystemFiles files = SystemFiles.ofThisMachine();
    return new NoiseWatch(ProcMeter.worksWith(files) ? new ProcMeter(files) : new OshiMeter());
  }

  /** One look at the machine. */
  public static final class Look {
    private final Map<Reading, Double> totals;

    private Look(Map<Reading, Double> totals) {
      this.totals = totals;
    }
  }

  /** A look before something begins. */
  public Look look() {
    return new Look(ask(meter::totals));
  }

  /** What went on since. */
  public Noise since(Look before) {
    SortedMap<Reading, Double> noise = new TreeMap<>();
    ask(meter::totals)
        .forEach(
            (reading, total) -> {
              Double start = before.totals.get(reading);
              // A count that goes back was set anew, or a processor was taken from the machine.
              if (start != null && total >= start) {
                noise.put(reading, total - start);
              }
            });
    noise.putAll(ask(meter::levels));
    noise.values().removeIf(value -> !(value >= 0 && value < Double.POSITIVE_INFINITY));
    return new Noise(noise);
  }

  /** A watch must never end a run that it watches. */
  private static Map<Reading, Double> ask(Supplier<Map<Reading, Double>> question) {
    return Oshi.ask(question).orElseGet(() -> new EnumMap<>(Reading.class));
  }
}
