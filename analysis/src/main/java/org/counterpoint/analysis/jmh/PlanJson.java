package org.counterpoint.analysis.jmh;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.List;
import org.counterpoint.analysis.model.Iterations;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;

/**
 * A plan in {@code run.json}: one that mentions no precision, no limit and no params has none, as
 * none had before there were any. The model knows nothing of JSON, so it stands here.
 */
abstract class PlanJson {

  /** The name of the value of what a plan doesn't mention. */
  static final String NONE = "none";

  /** The name of the value of a plan that misses nothing, or of which nobody asked that. */
  static final String NO_ABSENCES = "no absences";

  /** The name of the value of a plan that says nothing of any param. */
  static final String NO_PARAMS = "no params";

  @JsonCreator
  PlanJson(
      @JsonProperty("suite") String suite,
      @JsonProperty("supportsVerdicts") boolean supportsVerdicts,
      @JsonProperty("seed") long seed,
      @JsonProperty("blocks") int blocks,
      @JsonProperty("strategies") List<Plan.StrategyName> strategies,
      @JacksonInject(value = NO_PARAMS, useInput = OptBoolean.TRUE) @JsonProperty("params")
          List<Plan.Param> params,
      @JsonProperty("controls") List<String> controls,
      @JsonProperty("cells") List<PlannedCell> cells,
      @JacksonInject(value = NO_ABSENCES, useInput = OptBoolean.TRUE) @JsonProperty("absences")
          List<Plan.Absence> absences,
      @JsonProperty("iterations") Iterations iterations,
      @JsonProperty("margin") double margin,
      @JsonProperty("stopsEarly") boolean stopsEarly,
      @JsonProperty("budgetSeconds") double budgetSeconds,
      @JacksonInject(value = NONE, useInput = OptBoolean.TRUE) @JsonProperty("precision")
          double precision,
      @JacksonInject(value = NONE, useInput = OptBoolean.TRUE) @JsonProperty("finerPrecision")
          double finerPrecision,
      @JacksonInject(value = NONE, useInput = OptBoolean.TRUE) @JsonProperty("limitSeconds")
          double limitSeconds,
      @JsonProperty("command") String command) {}
}
