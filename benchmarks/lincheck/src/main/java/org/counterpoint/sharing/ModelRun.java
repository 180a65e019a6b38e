package org.counterpoint.sharing;

import static org.counterpoint.sharing.Finding.BROKEN_STATE;
import static org.counterpoint.sharing.Finding.STUCK;
import static org.counterpoint.sharing.Finding.WRONG_RESULT;
import static org.counterpoint.sharing.Parking.SLEEPS_UNTIL_WOKEN;
import static org.counterpoint.sharing.Parking.WAKES_AT_WILL;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;

/**
 * Checks the models with Lincheck: what is sound must pass, and what is broken must be found broken
 * by the same model.
 */
public final class ModelRun {

  private ModelRun() {}

  private static List<ModelCheck> checks() {
    List<ModelCheck> checks = new ArrayList<>();
    for (Parking parking : Parking.values()) {
      checks.add(
          twoThreads(
              ModelCheck.holds("mutex, " + parking.words(), MutexModel.Sound.class, parking)));
      checks.add(
          twoThreads(
              ModelCheck.holds(
                  "mutex that hands over, " + parking.words(),
                  MutexModel.HandsOver.class,
                  parking)));
      checks.add(
          twoThreads(
              ModelCheck.holds(
                  "mutex with the release protocol, " + parking.words(),
                  MutexModel.Release.class,
                  parking)));
      checks.add(
          ModelCheck.holds("lane, " + parking.words(), LaneModel.Sound.class, parking)
              .expecting(LaneModel.Expected.class)
              .effort(1, 3_000));
      checks.add(
          ModelCheck.holds("channel, " + parking.words(), ChannelModel.Fills.class, parking)
              .threads(1, 1)
              // Nobody has a lane there, but everybody looks through the table of them.
              .inOneStep(Lanes.class)
              .effort(1, 500));
    }
    checks.add(
        ModelCheck.holds("busy mutex, three threads", MutexModel.Busy.class, SLEEPS_UNTIL_WOKEN)
            .threads(3, 1)
            .effort(10, 500));
    checks.add(
        givingUp(
                ModelCheck.holds(
                    "busy mutex, giving up", GivingUpModel.Busy.class, SLEEPS_UNTIL_WOKEN))
            .effort(1, 6_000));
    checks.add(
        givingUp(
                ModelCheck.holds(
                    "busy mutex that hands over, giving up",
                    GivingUpModel.BusyHandsOver.class,
                    SLEEPS_UNTIL_WOKEN))
            .effort(1, 6_000));
    checks.add(
        givingUp(
                ModelCheck.holds(
                    "mutex with the release protocol, giving up",
                    GivingUpModel.Release.class,
                    SLEEPS_UNTIL_WOKEN))
            .effort(1, 6_000));
    checks.add(
        ModelCheck.holds("mutex, three threads", MutexModel.Sound.class, SLEEPS_UNTIL_WOKEN)
            .threads(3, 1)
            .effort(10, 500));
    checks.add(
        givingUp(
                ModelCheck.holds("mutex, giving up", GivingUpModel.Sound.class, SLEEPS_UNTIL_WOKEN))
            .effort(1, 6_000));
    checks.add(
        givingUp(
                ModelCheck.holds(
                    "mutex that hands over, giving up",
                    GivingUpModel.HandsOver.class,
                    SLEEPS_UNTIL_WOKEN))
            .effort(1, 6_000));
    checks.add(
        ModelCheck.holds(
                "channel on a mailbox in one step", ChannelModel.Fills.class, SLEEPS_UNTIL_WOKEN)
            .threads(1, 1)
            .inOneStep(Lanes.class, MpscAtomicArrayQueue.class)
            .effort(1, 2_000));
    checks.add(
        ModelCheck.holds(
                "channel closed at once, on a mailbox in one step",
                ChannelModel.Closes.class,
                SLEEPS_UNTIL_WOKEN)
            .threads(1, 1)
            .inOneStep(Lanes.class, MpscAtomicArrayQueue.class)
            .effort(1, 1_000));
    checks.add(
        ModelCheck.holds("end of a lane", LaneEndModel.Sound.class, WAKES_AT_WILL)
            .effort(1, 2_000));
    checks.add(
        ModelCheck.holds("handles", HandleModel.Sound.class, WAKES_AT_WILL)
            .threads(3, 3)
            .effort(15, 1_000));
    checks.add(
        ModelCheck.holds("one handle shared", SharedHandleModel.Sound.class, WAKES_AT_WILL)
            .threads(3, 2)
            .effort(15, 1_000));
    checks.add(
        twoThreads(
            ModelCheck.broken(
                "mutex taken in two steps",
                MutexModel.TakesInTwoSteps.class,
                WAKES_AT_WILL,
                WRONG_RESULT)));
    checks.add(
        twoThreads(
            ModelCheck.broken(
                "mutex that forgets to wake",
                MutexModel.Forgets.class,
                SLEEPS_UNTIL_WOKEN,
                STUCK)));
    checks.add(
        givingUp(
                ModelCheck.broken(
                    "mutex whose wake-up goes with who gives up",
                    GivingUpModel.KeepsWakeUp.class,
                    SLEEPS_UNTIL_WOKEN,
                    STUCK))
            .effort(1, 10_000));
    checks.add(
        ModelCheck.broken(
                "lane whose owner looks before it announces",
                LaneModel.LooksFirst.class,
                SLEEPS_UNTIL_WOKEN,
                STUCK)
            .expecting(LaneModel.Expected.class)
            .effort(1, 3_000));
    checks.add(
        ModelCheck.broken(
                "end of a lane that the owner leaves open",
                LaneEndModel.TakesWhatIsThere.class,
                WAKES_AT_WILL,
                BROKEN_STATE)
            .effort(1, 2_000));
    checks.add(
        ModelCheck.broken(
                "channel whose senders share a field",
                ChannelModel.MixesUp.class,
                SLEEPS_UNTIL_WOKEN,
                WRONG_RESULT)
            .threads(1, 1)
            // Nobody has a lane there, but everybody looks through the table of them.
            .inOneStep(Lanes.class)
            .effort(1, 1_000));
    checks.add(
        ModelCheck.broken(
                "handles counted in two steps",
                HandleModel.InTwoSteps.class,
                WAKES_AT_WILL,
                WRONG_RESULT)
            .threads(3, 3)
            .effort(15, 1_000));
    checks.add(
        ModelCheck.broken(
                "one handle shared, counted in two steps",
                SharedHandleModel.InTwoSteps.class,
                WAKES_AT_WILL,
                BROKEN_STATE)
            .threads(3, 2)
            .effort(15, 1_000));
    return checks;
  }

  /** As each mutex is searched: two threads with three operations each. */
  private static ModelCheck twoThreads(ModelCheck check) {
    return check.threads(2, 3).effort(10, 500);
  }

  /**
   * As each model of giving up is searched: few threads, and their part of the queue in one step.
   */
  private static ModelCheck givingUp(ModelCheck check) {
    return check
        .threads(3, 1)
        .expecting(GivingUpModel.Expected.class)
        .inOneStep(WaitQueue.class, Interruptible.class);
  }

  /**
   * Arguments: how many times the interleavings to try; a regular expression that selects checks.
   * Exits with 1 if a check fails.
   */
  public static void main(String[] args) {
    if (args.length != 2 || !args[0].matches("[1-9]\\d{0,3}")) {
      System.err.println("ModelRun: expected TIMES CHECKS, got " + List.of(args));
      System.exit(2);
    }
    // Daemons of a model that hung may go on.
    System.exit(run(Integer.parseInt(args[0]), Pattern.compile(args[1])) ? 0 : 1);
  }

  private static boolean run(int times, Pattern selector) {
    List<ModelCheck> selected =
        checks().stream().filter(check -> selector.matcher(check.name()).find()).toList();
    if (selected.isEmpty()) {
      System.err.println("ModelRun: no check matches " + selector);
      return false;
    }
    int failed = 0;
    for (ModelCheck check : selected) {
      ModelCheck.Verdict verdict = check.run(times);
      System.out.println(verdict.line());
      if (verdict.failed()) {
        failed++;
        System.out.println(verdict.report());
      }
    }
    System.out.printf("%d passed, %d failed%n", selected.size() - failed, failed);
    return failed == 0;
  }
}
