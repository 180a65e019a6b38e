package org.counterpoint.analysis.cli;

import org.counterpoint.analysis.compare.Gauge;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says what of each cell is looked at. */
final class MetricOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--metric",
      paramLabel = "METRIC",
      defaultValue = "",
      description =
          "throughput (JMH's score, in any mode), p99 or alloc. Default: p99 where operations"
              + " were timed, the score elsewhere.")
  private String code = "";

  /** As it was given; empty where it wasn't. */
  String code() {
    return code;
  }

  /** What it stands for, or a usage error. */
  Gauge gauge() {
    return Gauge.ofCode(code)
        .orElseThrow(
            () ->
                new ParameterException(
                    command.commandLine(),
                    "--metric: \"" + code + "\" is none of throughput, p99, alloc"));
  }
}
