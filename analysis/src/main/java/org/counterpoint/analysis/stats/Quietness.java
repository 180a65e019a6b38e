package org.counterpoint.analysis.stats;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.counterpoint.analysis.model.Run;

/**
 * How quiet the machine was during a run, judged from what was read of it at every fork's start and
 * end, and from a control that does the same work in every block. What could not be read is absent.
 * A disturbed block is told, never dropped.
 *
 * @param others the part of all processors' time that others used, the system itself included
 * @param steal the part that the hypervisor gave to others
 * @param throttled the part for which the control group's quota kept threads from running
 * @param drift how the control changed from its first block to its last
 * @param blocks every block of which anything was read, in their order
 */
public record Quietness(
    OptionalDouble others,
    OptionalDouble steal,
    OptionalDouble throttled,
    Optional<Drift> drift,
    List<WatchedBlock> blocks) {

  /**
   * A run in which others used no more is quiet, and a block in which they used no more than that
   * above the median block does not stand out: 5 %.
   */
  public static final double OTHERS = 0.05;

  /** A block in which others used more is disturbed, even if every block is: 20 %. */
  public static final double OTHERS_OUTRIGHT = 0.2;

  /** As {@link #OTHERS}, of what the hypervisor took, and of what a quota withheld: 1 %. */
  public static final double TAKEN = 0.01;

  /** As {@link #OTHERS_OUTRIGHT}, of these: 5 %. */
  public static final double TAKEN_OUTRIGHT = 0.05;

  /**
   * A run in which the control changed no more is quiet, and a block in which it differed no more
   * from the median block does not stand out: 2 %, as for {@link Steadiness}.
   */
  public static final double CONTROL = Steadiness.MARGIN - 1;

  /** What can be said of the machine. */
  public enum Verdict {
    QUIET,
    DISTURBED,
    /** Nothing was read that could tell. */
    UNKNOWN
  }

  /**
   * The slope of the control over the run, by Theil and Sen, times the time from its first fork to
   * its last.
   *
   * @param timeRatio what the control's work took at the end, over what it took at the start
   * @param seconds between the two; absent where the forks' times are not known
   */
  public record Drift(double timeRatio, OptionalDouble seconds) {
    /** How far the control moved, whichever way: 0.02 for 2 % slower, or for as much faster. */
    public double size() {
      return Math.max(timeRatio, 1 / timeRatio) - 1;
    }
  }

  /** How a block shows that it was disturbed. */
  public enum Sign {
    /** The control was slower or faster than in the other blocks. */
    CONTROL,
    OTHERS,
    STEAL,
    THROTTLED
  }

  public Quietness {
    blocks = List.copyOf(blocks);
  }

  /** What the run tells. */
  public static Quietness of(Run run) {
    return QuietnessBuilder.of(run);
  }

  /** Whether the machine was quiet, as far as is known. */
  public Verdict verdict() {
    if (!disturbed().isEmpty()) {
      return Verdict.DISTURBED;
    }
    if (others.isEmpty() && drift.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    boolean quiet =
        others.orElse(0) <= OTHERS
            && steal.orElse(0) <= TAKEN
            && throttled.orElse(0) <= TAKEN
            && drift.map(Drift::size).orElse(0.0) <= CONTROL;
    return quiet ? Verdict.QUIET : Verdict.DISTURBED;
  }

  /** The blocks that were disturbed. */
  public List<WatchedBlock> disturbed() {
    return blocks.stream().filter(WatchedBlock::isDisturbed).toList();
  }

  /** Whether there are enough blocks for one of them to stand apart from the others. */
  public boolean canCompareBlocks() {
    return blocks.size() >= Band.MIN_VALUES;
  }

  /**
   * What was read of one block.
   *
   * @param block from 0
   * @param control the time that the control's work took, over its median in all blocks
   * @param others as for the run
   * @param steal as for the run
   * @param throttled as for the run
   * @param involuntarySwitches of one fork of the control
   * @param frequencyMhz the mean over its forks
   * @param signs of a disturbance
   */
  public record WatchedBlock(
      int block,
      OptionalDouble control,
      OptionalDouble others,
      OptionalDouble steal,
      OptionalDouble throttled,
      OptionalDouble involuntarySwitches,
      OptionalDouble frequencyMhz,
      Set<Sign> signs) {

    public WatchedBlock {
      EnumSet<Sign> copy = EnumSet.noneOf(Sign.class);
      copy.addAll(signs);
      signs = Collections.unmodifiableSet(copy);
    }

    /** Whether anything shows that it was. */
    public boolean isDisturbed() {
      return !signs.isEmpty();
    }
  }
}
