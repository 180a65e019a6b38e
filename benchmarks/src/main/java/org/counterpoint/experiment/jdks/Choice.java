package org.counterpoint.experiment.jdks;

import java.util.List;

/**
 * The JDKs that a run is to measure.
 *
 * @param jdks at least one, in the order in which they were asked for; {@code all} by version
 * @param notes one line for each JDK that {@code all} leaves out, and for each source that could
 *     not be read
 */
public record Choice(List<ChosenJdk> jdks, List<String> notes) {

  public Choice {
    jdks = List.copyOf(jdks);
    notes = List.copyOf(notes);
    if (jdks.isEmpty()) {
      throw new IllegalArgumentException("a choice of no JDK");
    }
  }
}
