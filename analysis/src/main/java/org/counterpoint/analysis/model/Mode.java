package org.counterpoint.analysis.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** JMH's benchmark modes, by the short names its JSON uses. */
public enum Mode {
  THROUGHPUT("thrpt", "throughput"),
  AVERAGE_TIME("avgt", "average time"),
  SAMPLE_TIME("sample", "sampled time"),
  SINGLE_SHOT("ss", "single-shot time");

  private static final Map<String, Mode> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Mode::code, mode -> mode));

  private final String code;
  private final String words;

  Mode(String code, String words) {
    this.code = code;
    this.words = words;
  }

  /** The name in JMH's JSON, such as {@code thrpt}. */
  public String code() {
    return code;
  }

  /** The name in a sentence, such as {@code throughput}. */
  public String words() {
    return words;
  }

  /** Whether more is better: true of throughput alone. */
  public boolean higherIsBetter() {
    return this == THROUGHPUT;
  }

  /** The mode of that short name, if there is one. */
  public static Optional<Mode> ofCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
