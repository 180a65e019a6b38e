package org.counterpoint.analysis.jmh;

import org.counterpoint.analysis.model.Measurement;

/** One finished fork, as the journal has it. */
public sealed interface ForkRecord {

  ForkHeader header();

  /**
   * It left a measurement.
   *
   * @param measurement of one fork, which carries the header's block
   */
  record Measured(ForkHeader header, Measurement measurement) implements ForkRecord {}

  /**
   * It left none.
   *
   * @param kind a word for it, see {@link org.counterpoint.analysis.model.Failure}
   * @param message one line: what happened
   * @param output the end of what the fork printed; may be empty
   */
  record Failed(ForkHeader header, String kind, String message, String output)
      implements ForkRecord {}
}
