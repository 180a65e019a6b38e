package org.counterpoint.analysis.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterpoint.analysis.compare.Calibration;
import org.counterpoint.analysis.compare.Comparison;
import org.counterpoint.analysis.compare.Difference;
import org.counterpoint.analysis.compare.Gate;
import org.counterpoint.analysis.compare.Gauge;
import org.counterpoint.analysis.compare.Side;
import org.counterpoint.analysis.jmh.UnreadableInput;
import org.counterpoint.analysis.report.ComparisonJson;
import org.counterpoint.analysis.report.ComparisonText;
import org.counterpoint.analysis.stats.Margin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code counterpoint compare}: did something change, by how much, and may it pass? */
@Command(
    name = "compare",
    description = {
      "Compares two runs, two JDKs of one run, or two files of JMH's, cell by cell.",
      "",
      "Each side is the folder of a run, RUN:25 for one JDK of it, or a file that JMH wrote with"
          + " -rf json. With --by, one run is compared within itself, in pairs of forks that ran"
          + " beside each other."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:compared; with --gate: nothing is slower by more than the margin",
      "1:with --gate: something is slower by more than the margin",
      "2:input that cannot be used, or a wrong command line",
      "3:with --gate: it cannot be told yet, more forks may tell",
      "4:with --gate: the sides are not comparable, and --force is not given"
    })
final class CompareCommand implements Callable<Integer> {

  /** Something is slower. */
  static final int REGRESSION = 1;

  /** More forks may tell. */
  static final int UNCLEAR = 3;

  /** Something that differs spoils the verdicts. */
  static final int NOT_COMPARABLE = 4;

  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3})?) ?%");

  private final PrintWriter out;
  private final PrintWriter err;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..2",
      paramLabel = "SIDE",
      description = "The base and the candidate; with --by, the one run.")
  private List<String> sides = List.of();

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      defaultValue = "",
      description =
          "Compare within one run: jdk, flags, or the name of a param, of whose values the first is"
              + " the base.")
  private String by = "";

  @Option(
      names = "--margin",
      paramLabel = "PERCENT",
      defaultValue = "5%",
      description = "The difference below which two values are the same. Default: 5%%.")
  private String margin = "5%";

  @Mixin private final MetricOption metric = new MetricOption();

  @Option(names = "--gate", description = "Let the exit code say whether the change may pass.")
  private boolean gate;

  @Option(
      names = "--force",
      description = "Give verdicts even where a difference between the sides spoils them.")
  private boolean force;

  @Option(
      names = "--calibration",
      paramLabel = "RUN",
      defaultValue = "",
      description =
          "A run that was made with -Dbench.calibrate=true on this machine: no smaller change is"
              + " claimed than it could detect.")
  private String calibration = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, markdown or json. Default: text.")
  private String format = "text";

  CompareCommand(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws UnreadableInput {
    Gauge gauge = metric.gauge();
    Margin margin = margin();
    Format wanted = Format.of(format, spec);
    Sides read = new Sides();
    List<Comparison> comparisons = new ArrayList<>();
    List<Calibration> calibrations =
        calibration.isEmpty() ? List.of() : CalibrateCommand.read(read, calibration, gauge, margin);
    for (Sides.Pair pair : pairs(read)) {
      comparisons.add(
          Comparison.of(
              pair.base(),
              pair.candidate(),
              new Comparison.Request(gauge, margin, force, of(pair.base(), calibrations))));
    }
    read.warnings().forEach(warning -> err.println("warning: " + warning));
    print(comparisons, wanted);
    if (comparisons.stream().allMatch(comparison -> comparison.cells().isEmpty())) {
      err.println(
          String.join(" and ", sides)
              + ": no cell is on both sides: cells are matched by benchmark, params, mode and"
              + " threads");
      return Main.UNUSABLE;
    }
    return gate ? exit(comparisons) : Main.OK;
  }

  /** That of the base's JDK, or whatever there is: spreads are much the same on another. */
  private static Optional<Calibration> of(Side base, List<Calibration> calibrations) {
    return calibrations.stream()
        .filter(one -> one.comparison().base().jdk().version().equals(base.jdk().version()))
        .findFirst()
        .or(() -> calibrations.stream().findFirst());
  }

  private List<Sides.Pair> pairs(Sides read) throws UnreadableInput {
    if (by.isEmpty()) {
      if (sides.size() != 2) {
        throw wrong("one side is given: give a base and a candidate, or --by jdk");
      }
      Sides.Pair pair = new Sides.Pair(read.named(sides.get(0)), read.named(sides.get(1)));
      if (pair.isOne()) {
        throw wrong("both sides are one and the same: give two, or --by jdk");
      }
      return List.of(pair);
    }
    if (sides.size() != 1) {
      throw wrong("--by compares within one run, and two sides are given");
    }
    String run = sides.get(0);
    return switch (by.toLowerCase(Locale.ROOT)) {
      case "jdk" -> read.byJdk(run);
      case "flags" -> read.byFlags(run);
      default -> read.byParam(run, by);
    };
  }

  private void print(List<Comparison> comparisons, Format wanted) {
    switch (wanted) {
      case JSON -> out.print(ComparisonJson.of(comparisons));
      case MARKDOWN -> comparisons.forEach(one -> out.print(ComparisonText.markdown(one, gate)));
      case TEXT ->
          out.println(
              String.join(
                  System.lineSeparator().repeat(2),
                  comparisons.stream()
                      .map(
                          one ->
                              String.join(System.lineSeparator(), ComparisonText.plain(one, gate)))
                      .toList()));
    }
    out.flush();
  }

  /** What is shown to be slower counts, whatever else can't be compared. */
  private int exit(List<Comparison> comparisons) {
    List<Gate> gates = comparisons.stream().map(Comparison::gate).toList();
    if (gates.contains(Gate.FAIL)) {
      return REGRESSION;
    }
    List<Difference> spoiling =
        comparisons.stream().flatMap(one -> one.spoiling().stream()).distinct().toList();
    if (!spoiling.isEmpty()) {
      spoiling.forEach(difference -> err.println("not comparable: " + difference.sentence()));
      err.println("--force compares all the same");
      return NOT_COMPARABLE;
    }
    return gates.contains(Gate.UNCLEAR) ? UNCLEAR : Main.OK;
  }

  private Margin margin() {
    Matcher form = PERCENT.matcher(margin.strip());
    double percent = form.matches() ? Double.parseDouble(form.group(1)) : 0;
    if (!(percent > 0 && percent <= 100)) {
      throw wrong(
          "--margin: \"" + margin + "\" is no percentage above 0% and up to 100% such as 5%");
    }
    return new Margin(percent / 100);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
