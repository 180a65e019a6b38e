package org.counterpoint.analysis.jmh;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Measurement;

/** Labels for the JDKs of a file that has no labels of its own: as short as tells them apart. */
final class JdkLabels {

  private static final List<Function<Jdk, String>> CANDIDATES =
      List.of(
          Jdk::version,
          jdk -> jdk.version() + " " + jdk.vmName(),
          jdk -> jdk.version() + " " + jdk.vmName() + " " + jdk.vmVersion());

  private JdkLabels() {}

  /** The same measurements, each JDK with a label that no other has. */
  static List<Measurement> distinct(List<Measurement> measurements) {
    List<Jdk> jdks = measurements.stream().map(Measurement::jdk).distinct().toList();
    Function<Jdk, String> label =
        CANDIDATES.stream()
            .filter(candidate -> jdks.stream().map(candidate).distinct().count() == jdks.size())
            .findFirst()
            .orElse(jdk -> jdk.version() + " #" + (jdks.indexOf(jdk) + 1));
    Map<Jdk, Jdk> labelled = new HashMap<>();
    jdks.forEach(
        jdk ->
            labelled.put(
                jdk, new Jdk(label.apply(jdk), jdk.version(), jdk.vmName(), jdk.vmVersion())));
    return measurements.stream()
        .map(measurement -> on(labelled.getOrDefault(measurement.jdk(), Jdk.UNKNOWN), measurement))
        .toList();
  }

  /** The same measurement, on that JDK. */
  static Measurement on(Jdk jdk, Measurement measurement) {
    return new Measurement(
        measurement.cell(),
        jdk,
        measurement.protocol(),
        measurement.primary(),
        measurement.secondary(),
        measurement.roles());
  }
}
