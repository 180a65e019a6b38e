package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.counterpoint.analysis.stats.Band;
import org.counterpoint.analysis.stats.Quietness;
import org.counterpoint.analysis.stats.Quietness.Drift;
import org.counterpoint.analysis.stats.Quietness.Sign;
import org.counterpoint.analysis.stats.Quietness.WatchedBlock;

/** How quiet the machine was, in words. */
final class QuietWords {

  /** For the reader who asks how that is known. */
  static final String METHOD =
      "A block is called disturbed where the control loop, which does the same work every time, or"
          + " the processors' time that others used, the hypervisor took or a quota withheld, lies"
          + " far from the median of the blocks: several robust standard deviations, and more than "
          + Numbers.percent(Quietness.CONTROL)
          + " for the loop, "
          + Numbers.percent(Quietness.OTHERS)
          + " of the processors for others, "
          + Numbers.percent(Quietness.TAKEN)
          + " for the hypervisor or a quota. It is also called so where others used more than "
          + Numbers.percent(Quietness.OTHERS_OUTRIGHT)
          + " of the processors, or the hypervisor or a quota took more than "
          + Numbers.percent(Quietness.TAKEN_OUTRIGHT)
          + ". Such blocks are named and not dropped.";

  /** Shares below this are none, in a sentence. */
  private static final double NEXT_TO_NOTHING = 0.0005;

  private static final int SECONDS_A_MINUTE = 60;

  private QuietWords() {}

  /** One sentence on the whole run; of a run that says nothing of it, that it does not. */
  static String sentence(Summary summary) {
    Quietness quietness = summary.quietness();
    return switch (quietness.verdict()) {
      case UNKNOWN ->
          "How quiet the machine was is not known: "
              + (summary.run().plan().isEmpty()
                  ? "a plain JMH file does not say."
                  : "the run says neither what others used nor how a control loop fared.");
      case QUIET ->
          (isWholeKnown(quietness)
                  ? "The machine was quiet: "
                  : "The machine was quiet as far as is known: ")
              + facts(quietness)
              + ".";
      case DISTURBED -> "The machine was not quiet: " + facts(quietness) + ".";
    };
  }

  /** One sentence a disturbed block: by what it shows. */
  static List<String> disturbed(Quietness quietness) {
    return quietness.disturbed().stream()
        .map(
            block ->
                "Block "
                    + block.block()
                    + " was disturbed: "
                    + Words.list(block.signs().stream().map(sign -> shown(sign, block)).toList())
                    + ".")
        .toList();
  }

  private static boolean isWholeKnown(Quietness quietness) {
    return quietness.others().isPresent()
        && quietness.drift().isPresent()
        && quietness.canCompareBlocks();
  }

  private static String facts(Quietness quietness) {
    List<String> facts = new ArrayList<>();
    facts.add(
        quietness.others().isPresent()
            ? "others used " + ofProcessors(quietness.others())
            : "what others used is not known");
    if (quietness.steal().orElse(0) >= NEXT_TO_NOTHING) {
      facts.add("the hypervisor took " + ofProcessors(quietness.steal()));
    }
    if (quietness.throttled().orElse(0) >= NEXT_TO_NOTHING) {
      facts.add("a quota withheld " + ofProcessors(quietness.throttled()));
    }
    facts.add(quietness.drift().map(QuietWords::drift).orElse("the drift is not known"));
    int blocks = quietness.blocks().size();
    int disturbed = quietness.disturbed().size();
    facts.add(
        disturbed == 0 && !quietness.canCompareBlocks()
            ? Words.count(blocks, "block")
                + (blocks == 1 ? " is" : " are")
                + " too few to tell a disturbed one (it takes "
                + Band.MIN_VALUES
                + ")"
            : disturbed + " of " + Words.count(blocks, "block") + " disturbed");
    return String.join(", ", facts);
  }

  private static String ofProcessors(OptionalDouble share) {
    return Numbers.percent(share.orElseThrow()) + " of the processors";
  }

  private static String drift(Drift drift) {
    return "the control loop drifted by "
        + Numbers.percent(drift.size())
        + (drift.seconds().isPresent() ? " over " + time(drift.seconds().getAsDouble()) : "");
  }

  private static String time(double seconds) {
    return seconds < 2 * SECONDS_A_MINUTE
        ? String.format(Locale.ROOT, "%.0f seconds", seconds)
        : String.format(Locale.ROOT, "%.0f minutes", seconds / SECONDS_A_MINUTE);
  }

  private static String shown(Sign sign, WatchedBlock block) {
    return switch (sign) {
      case CONTROL -> control(block.control().orElseThrow());
      case OTHERS -> "others used " + ofProcessors(block.others());
      case STEAL -> "the hypervisor took " + ofProcessors(block.steal());
      case THROTTLED -> "a quota withheld " + ofProcessors(block.throttled());
    };
  }

  /** Slower means that the same work took longer: 1.1 of the time is 10 % slower. */
  private static String control(double timeOverMedian) {
    return "the control loop took "
        + Numbers.percent(Math.abs(timeOverMedian - 1))
        + (timeOverMedian > 1 ? " longer" : " less time")
        + " than in the median block";
  }
}
