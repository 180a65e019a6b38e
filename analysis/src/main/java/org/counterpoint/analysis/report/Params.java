package org.counterpoint.analysis.report;

import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.counterpoint.analysis.model.Run;

/** JMH's params and names as text. */
final class Params {

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE]-?\\d{1,3})?");

  private Params() {}

  static boolean isNumber(String value) {
    return NUMBER.matcher(value).matches();
  }

  /** Such as {@code size=10, load=0.5}. */
  static String text(SortedMap<String, String> params) {
    return join(params, ", ");
  }

  static String join(SortedMap<String, String> params, String separator) {
    return params.entrySet().stream()
        .map(param -> param.getKey() + "=" + param.getValue())
        .collect(Collectors.joining(separator));
  }

  /** The names of params, each with its unit where the run knows one: {@code inside (tokens)}. */
  static String withUnits(Run run, List<String> params) {
    return params.stream()
        .map(
            param ->
                run.plan()
                    .map(plan -> plan.unitOf(param))
                    .filter(unit -> !unit.isEmpty())
                    .map(unit -> param + " (" + unit + ")")
                    .orElse(param))
        .collect(Collectors.joining(", "));
  }

  /** {@code a.b.Type.method} as {@code Type.method}; {@code a.b.Type} as {@code Type}. */
  static String withoutPackage(String name) {
    int start = 0;
    int dot;
    // By convention a type starts with a capital and a package does not.
    while ((dot = name.indexOf('.', start)) >= 0
        && start < name.length()
        && !Character.isUpperCase(name.charAt(start))) {
      start = dot + 1;
    }
    return name.substring(start);
  }

  static String typeOf(String benchmark) {
    int dot = benchmark.lastIndexOf('.');
    return dot < 0 ? benchmark : benchmark.substring(0, dot);
  }

  static String methodOf(String benchmark) {
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }
}
