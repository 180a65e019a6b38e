package org.counterpoint.analysis.stats;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.Run;

/**
 * What a run's forks have decided: the run stops by it, and the report says it.
 *
 * <p>Asked are, on each JDK, the ranking of the strategies in one setting, and of every cell
 * whether another JDK or other flags changed it, by each cell's {@link Yardstick}, with the plan's
 * margin and its looks. Where threads have several roles, all of that is asked for each role, and
 * nothing of their sum. Not asked for are controls, whatever competes under the name of a strategy
 * that lost updates, and arms without a value in the first {@link Ranking#MIN_FORKS} blocks: what
 * came later must not add to a family in which something is decided already. A plan that supports
 * no verdict asks nothing.
 *
 * <p>What is said of a change is computed once more from the medians of the forks' iterations, and
 * nothing is concluded where they say otherwise: then a few iterations made the difference.
 *
 * <p>So what is decided before a block is decided for good, whenever it is asked for, unless a
 * strategy turns out to be broken. A plan that has a {@link Precision} forks some of it on all the
 * same; those forks narrow its interval, and no look is taken at them.
 */
public final class RunDecisions {

  private RunDecisions() {}

  /**
   * What the run is to find out.
   *
   * @throws IllegalArgumentException if it has no plan
   */
  public static Questions questions(Run run) {
    return Evidence.of(run).questions();
  }

  /**
   * What is decided while the run goes on, by the blocks before that one alone, which must all be
   * whole. Nothing is before block {@link Ranking#MIN_FORKS}.
   *
   * @throws IllegalArgumentException if the run has no plan
   */
  public static Decisions soFar(Run run, int block) {
    return Evidence.of(Prefix.of(run, block)).soFar();
  }

  /**
   * What is decided while the run goes on, by all of its blocks, which must be whole.
   *
   * @throws IllegalArgumentException if the run has no plan
   */
  public static Decisions soFar(Run run) {
    return soFar(run, Integer.MAX_VALUE);
  }

  /**
   * What need not be forked from that block on, by the blocks before it alone, which must all be
   * whole: the arms of which every question is decided and whose interval is as narrow as the plan
   * asks for, and, once no other arm can still become so, as narrow as it asks for then. An arm of
   * which nothing is asked is there for its interval alone, and where none is asked for either, for
   * as many forks as were planned. An arm here is what a fork is of, whose threads may have several
   * roles: each must be done.
   *
   * @throws IllegalArgumentException if the run has no plan
   */
  public static Set<Arm> doneBefore(Run run, int block) {
    if (block < Ranking.MIN_FORKS) {
      return Set.of();
    }
    Evidence evidence = Evidence.of(Prefix.of(run, block));
    Decisions decisions = evidence.soFar();
    Set<Arm> done = new HashSet<>();
    if (evidence.precision().isAsked()) {
      Plan plan = run.plan().orElseThrow();
      done.addAll(evidence.precise(plan, plan.blocks() - block));
    } else {
      decisions.all().forEach(decision -> done.addAll(decision.question().arms()));
    }
    done.removeAll(decisions.needed());
    return forked(done, RoleCells.in(run));
  }

  /** A fork is of all roles: one that is not done keeps the others going. */
  private static Set<Arm> forked(Set<Arm> done, RoleCells roles) {
    return done.stream()
        .map(arm -> new Arm(arm.cell().whole(), arm.jdk()))
        .filter(
            whole ->
                roles.of(whole.cell()).stream()
                    .allMatch(cell -> done.contains(new Arm(cell, whole.jdk()))))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The arms whose interval is as narrow as the plan asks for; all that can be compared where it
   * asks for nothing.
   *
   * @throws IllegalArgumentException if the run has no plan
   */
  public static Set<Arm> precise(Run run) {
    return Evidence.of(run).precise();
  }

  /**
   * What is decided when the run has ended, be it since its plan was done, its time spent, its
   * questions decided, or somebody stopped it who had not seen its values.
   *
   * @throws IllegalArgumentException if the run has no plan
   */
  public static Decisions atTheEnd(Run run) {
    return Evidence.of(run).atTheEnd();
  }
}
