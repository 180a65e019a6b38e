package org.counterpoint.sharing;

/** What the model checker can find, by the words of its report. */
enum Finding {
  WRONG_RESULT("= Invalid execution results ="),
  BROKEN_STATE("= Validation function "),
  STUCK("= The execution has hung =");

  private final String heading;

  Finding(String heading) {
    this.heading = heading;
  }

  /** Whether the report is of that kind: a failure of the checker itself is of none. */
  boolean isIn(String report) {
    return report.contains(heading);
  }
}
