package org.counterpoint.experiment;

import java.io.IOException;
import org.counterpoint.analysis.report.Report;

/**
 * Whoever ends a run by Ctrl-C waits for its report, which a JVM's first takes seconds to draw. So
 * one is drawn beforehand, while the JDKs are started to see what they are, and it is done before
 * the first fork, which it must not disturb.
 */
final class Readiness {

  /** The compiler has not seen enough after one. */
  private static final int TIMES = 2;

  private final Thread rehearsal = new Thread(Readiness::rehearse, "report-rehearsal");

  private Readiness() {
    rehearsal.setDaemon(true);
  }

  static Readiness begin() {
    Readiness readiness = new Readiness();
    readiness.rehearsal.start();
    return readiness;
  }

  /** Returns when the rehearsal is over. An interrupted thread does not wait, and stays so. */
  void await() {
    try {
      rehearsal.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rehearse() {
    try {
      for (int i = 0; i < TIMES; i++) {
        Report.rehearse();
      }
    } catch (IOException e) {
      // The report itself will say so, when there is something to lose.
    }
  }
}
