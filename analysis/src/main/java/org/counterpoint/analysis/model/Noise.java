package org.counterpoint.analysis.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What went on beside one fork, from just before its JVM was started until just after it had ended.
 * What a system does not tell is absent, and never 0.
 */
public record Noise(SortedMap<Reading, Double> readings) {

  /** Nobody watched, or nothing could be read. */
  public static final Noise UNKNOWN = new Noise(new TreeMap<>());

  /** What can be read of a machine. Its name is the one in the journal, and has the unit. */
  public enum Reading {
    /** Processor time that passed, on all processors together: used, idle and stolen. */
    AVAILABLE_MILLIS("availableMillis", true),
    /** Of that, what anybody in this system used. */
    BUSY_MILLIS("busyMillis", true),
    /** Of that, what the experiment used, with every process that it started and that has ended. */
    OWN_MILLIS("ownMillis", true),
    /** Of what passed, what the hypervisor gave to others while somebody here wanted to run. */
    STEAL_MILLIS("stealMillis", true),
    /** For how long the control group's quota kept threads from running, on all processors. */
    THROTTLED_MILLIS("throttledMillis", true),
    /** How often the scheduler took a processor from a thread of the fork that wanted to go on. */
    INVOLUNTARY_SWITCHES("involuntarySwitches", true),
    /** The mean over some processors, right after the fork. */
    FREQUENCY_MHZ("frequencyMhz", false),
    /** The one-minute load average, right after the fork. */
    LOAD("load", false);

    private final String code;
    private final boolean isTotal;

    Reading(String code, boolean isTotal) {
      this.code = code;
      this.isTotal = isTotal;
    }

    /** The name in the journal. */
    public String code() {
      return code;
    }

    /** Whether a system counts it from its start, so that two looks make one reading. */
    public boolean isTotal() {
      return isTotal;
    }

    /** The reading of that name, if there is one. */
    public static Optional<Reading> ofCode(String code) {
      return Arrays.stream(values()).filter(reading -> reading.code.equals(code)).findFirst();
    }
  }

  public Noise {
    readings.forEach(
        (reading, value) -> {
          if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(reading.code() + ": " + value);
          }
        });
    readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
  }

  /** That reading, where there is one. */
  public OptionalDouble of(Reading reading) {
    Double value = readings.get(reading);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
