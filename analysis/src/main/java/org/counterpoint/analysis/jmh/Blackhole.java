package org.counterpoint.analysis.jmh;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How JMH keeps a JVM from removing results that nobody uses; it changes what is measured. */
public enum Blackhole {
  /** The compiler knows blackholes: nothing is added. */
  @JsonProperty("compiler")
  COMPILER,
  /** A call with a store that may happen. */
  @JsonProperty("full")
  FULL,
  /** A call that is not inlined. */
  @JsonProperty("dontinline")
  DONTINLINE,
  @JsonProperty("unknown")
  UNKNOWN
}
