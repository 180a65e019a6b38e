package org.counterpoint.analysis.stats;

/**
 * What a short pilot says of one arm.
 *
 * @param forkSeconds the wall time of one fork, start of its JVM included
 * @param spread the standard deviation of ln(fork mean) within blocks: 0.05 is 5 %
 */
public record Pilot(Arm arm, double forkSeconds, double spread) {

  /**
   * The spread to plan with where the pilot has too few forks to show one: with it {@link
   * ForksNeeded} asks for ten forks to tell 5 %.
   */
  public static final double USUAL_SPREAD = 0.05;

  public Pilot {
    if (!(forkSeconds > 0 && Double.isFinite(forkSeconds))
        || !(spread >= 0 && Double.isFinite(spread))) {
      throw new IllegalArgumentException(arm + ": " + forkSeconds + " s, spread " + spread);
    }
  }
}
