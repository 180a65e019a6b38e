package org.counterpoint.analysis.report;

import java.util.List;

/**
 * A sentence about a whole run, which can't be had without what proves it.
 *
 * @param text without a full stop
 * @param chart that shows it; empty where none does
 * @param proofs all that the sentence claims; at least one
 */
record Finding(String text, String chart, List<Proof> proofs) {

  Finding {
    proofs = List.copyOf(proofs);
    if (proofs.isEmpty()) {
      throw new IllegalArgumentException("nothing proves it: " + text);
    }
  }
}
