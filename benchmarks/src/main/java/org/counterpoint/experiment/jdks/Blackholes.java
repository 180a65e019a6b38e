package org.counterpoint.experiment.jdks;

import java.util.Locale;
import org.counterpoint.analysis.jmh.Blackhole;

/** How a mode is written. */
final class Blackholes {

  private Blackholes() {}

  /** As in {@code run.json}. */
  static String name(Blackhole blackhole) {
    return blackhole.name().toLowerCase(Locale.ROOT);
  }
}
