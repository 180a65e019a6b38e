package org.counterpoint.analysis.model;

/**
 * A cell and how often it is to be forked on each JDK that can measure it.
 *
 * @param forks at most one a block
 * @param sinceJdk the oldest feature release that can, such as 21; 0 where every one can
 */
public record PlannedCell(Cell cell, int forks, int sinceJdk) {

  public PlannedCell {
    if (forks < 1) {
      throw new IllegalArgumentException("forks: " + forks);
    }
    if (sinceJdk < 0) {
      throw new IllegalArgumentException("since JDK " + sinceJdk);
    }
  }

  /** One that every JDK can measure. */
  public PlannedCell(Cell cell, int forks) {
    this(cell, forks, 0);
  }

  /** The same, so often. */
  public PlannedCell withForks(int other) {
    return new PlannedCell(cell, other, sinceJdk);
  }

  /** Whether the JDK of that label can measure it: everything that counts forks asks here. */
  public boolean isOn(String jdk) {
    return Jdk.feature(jdk) >= sinceJdk;
  }
}
