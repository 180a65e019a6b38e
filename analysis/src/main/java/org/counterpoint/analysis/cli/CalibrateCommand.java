package org.counterpoint.analysis.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.counterpoint.analysis.compare.Calibration;
import org.counterpoint.analysis.compare.Comparison;
import org.counterpoint.analysis.compare.Gauge;
import org.counterpoint.analysis.jmh.UnreadableInput;
import org.counterpoint.analysis.report.CalibrationText;
import org.counterpoint.analysis.stats.Margin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code counterpoint calibrate}: what are comparisons on this machine worth? */
@Command(
    name = "calibrate",
    description = {
      "Says of a run that measured the same code twice (-Dbench.calibrate=true) how often it was"
          + " told apart from itself, and the smallest change that could be detected.",
      "",
      "compare --calibration RUN claims no smaller change."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class CalibrateCommand implements Callable<Integer> {

  private final PrintWriter out;
  private final PrintWriter err;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RUN", description = "The folder of a run.")
  private String run = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json. Default: text.")
  private String format = "text";

  private enum Form {
    TEXT,
    JSON
  }

  CalibrateCommand(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws UnreadableInput {
    Form wanted = Format.choice(Form.class, "--format", format, spec);
    Sides sides = new Sides();
    List<Calibration> calibrations = read(sides, run, Gauge.YARDSTICK, new Margin(0.05));
    sides.warnings().forEach(warning -> err.println("warning: " + warning));
    if (wanted == Form.JSON) {
      out.print(CalibrationText.json(calibrations));
    } else {
      calibrations.forEach(one -> CalibrationText.plain(one).forEach(out::println));
    }
    out.flush();
    return Main.OK;
  }

  /**
   * The calibrations that a run holds, one a JDK.
   *
   * @throws UnreadableInput if it can't be read, or measured nothing twice
   */
  static List<Calibration> read(Sides sides, String run, Gauge gauge, Margin margin)
      throws UnreadableInput {
    Comparison.Request request = new Comparison.Request(gauge, margin, /* force= */ false);
    return sides.again(run).stream()
        .map(pair -> Calibration.of(Comparison.of(pair.base(), pair.candidate(), request)))
        .toList();
  }
}
