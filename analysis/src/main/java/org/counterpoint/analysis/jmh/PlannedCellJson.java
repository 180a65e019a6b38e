package org.counterpoint.analysis.jmh;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import org.counterpoint.analysis.model.Cell;

/**
 * A planned cell in {@code run.json}: one that needs no particular JDK doesn't mention any. The
 * model knows nothing of JSON, so it stands here.
 */
abstract class PlannedCellJson {

  /** The name of the value that a cell has which every JDK can measure. */
  static final String ANY_JDK = "any JDK";

  @JsonCreator
  PlannedCellJson(
      @JsonProperty("cell") Cell cell,
      @JsonProperty("forks") int forks,
      @JacksonInject(value = ANY_JDK, useInput = OptBoolean.TRUE) @JsonProperty("sinceJdk")
          int sinceJdk) {}

  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  abstract int sinceJdk();
}
