package org.counterpoint.analysis.report;

/**
 * A drawn chart.
 *
 * @param id names its files and its anchor
 * @param data the anchor of the tables that hold its numbers
 * @param title as it stands in the chart
 * @param caption the circumstances
 */
record Chart(String id, String data, String title, String caption, Canvas canvas) {

  /** One of a report. */
  static Chart of(String anchor, Frame frame, Canvas canvas) {
    return new Chart(anchor, "data-" + anchor, frame.title(), frame.caption(), canvas);
  }
}
