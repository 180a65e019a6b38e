package org.counterpoint.analysis.model;

import java.util.List;

/** Plans that differ in one thing. */
public final class ChangedPlans {

  private ChangedPlans() {}

  /** The same of a suite of that name. */
  public static Plan ofSuite(Plan plan, String suite) {
    return with(plan, suite, plan.supportsVerdicts(), plan.params());
  }

  /** The same of a suite that is too short to conclude anything from. */
  public static Plan withoutVerdicts(Plan plan) {
    return with(plan, plan.suite(), false, plan.params());
  }

  /** The same that knows nothing of any param. */
  public static Plan withoutParams(Plan plan) {
    return with(plan, plan.suite(), plan.supportsVerdicts(), List.of());
  }

  private static Plan with(
      Plan plan, String suite, boolean supportsVerdicts, List<Plan.Param> params) {
    return new Plan(
        suite,
        supportsVerdicts,
        plan.seed(),
        plan.blocks(),
        plan.strategies(),
        params,
        plan.controls(),
        plan.cells(),
        plan.absences(),
        plan.iterations(),
        plan.margin(),
        plan.stopsEarly(),
        plan.budgetSeconds(),
        plan.precision(),
        plan.finerPrecision(),
        plan.limitSeconds(),
        plan.command());
  }
}
