package org.counterpoint.analysis.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.counterpoint.analysis.compare.Gauge;
import org.counterpoint.analysis.compare.History;
import org.counterpoint.analysis.compare.PastRun;
import org.counterpoint.analysis.compare.Series;
import org.counterpoint.analysis.jmh.Runs;
import org.counterpoint.analysis.jmh.UnreadableInput;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.report.Trends;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code counterpoint trend}: reads every run first, so that bad input leaves no trace. */
@Command(
    name = "trend",
    description = {
      "Shows what became of each cell over many runs, and since which run it is another.",
      "",
      "Runs stand in the order in which they were started, or in that of the command line where one"
          + " doesn't say. Those that can't be compared with the ones before begin a new segment."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, whatever changed",
      "2:input that cannot be used, a wrong command line, or output that cannot be written"
    })
final class TrendCommand implements Callable<Integer> {

  private static final int NAMED = 8;

  private final PrintWriter out;
  private final PrintWriter err;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN",
      description = "The folders of two runs or more, or files that JMH wrote with -rf json.")
  private List<Path> inputs = List.of();

  @Option(
      names = "--cell",
      paramLabel = "TEXT",
      defaultValue = "",
      description =
          "Only cells that have this in their name, such as \"MUTEX, 2 threads, JDK 17\": each part"
              + " between commas must be there. Default: all.")
  private String cell = "";

  @Mixin private final MetricOption metric = new MetricOption();

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      defaultValue = "trend",
      description =
          "Where trend.csv and the charts go; those of an earlier call are replaced. Default:"
              + " ./trend.")
  private Path folder = Path.of("trend");

  TrendCommand(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    Gauge gauge = metric.gauge();
    requireSeveral();
    List<Series> all = History.of(inOrder(read(gauge)));
    List<Series> chosen = Trends.chosen(all, cell);
    if (chosen.isEmpty()) {
      throw wrong(nothing(all));
    }
    List<Series> marked = History.marked(chosen);
    write(marked);
    Trends.text(marked).forEach(out::println);
    out.println();
    out.println("trend: " + folder.resolve("trend.csv") + ", " + folder.resolve("charts"));
    return Main.OK;
  }

  private void requireSeveral() {
    Set<Path> seen = new HashSet<>();
    for (Path input : inputs) {
      if (!seen.add(input.toAbsolutePath().normalize())) {
        throw wrong("the run " + input + " is given twice: give each once");
      }
    }
    if (inputs.size() < 2) {
      throw wrong("one run is given: a trend takes two or more");
    }
  }

  /** One after the other, of which only what a history needs stays in memory. */
  private List<PastRun> read(Gauge gauge) throws UnreadableInput {
    List<PastRun> runs = new ArrayList<>();
    for (Path input : inputs) {
      Run run = Runs.read(input);
      run.warnings().forEach(warning -> err.println("warning: " + run.name() + ": " + warning));
      runs.add(PastRun.of(run, gauge));
    }
    return runs;
  }

  private static List<PastRun> inOrder(List<PastRun> given) {
    return RunOrder.byStart(given, past -> past.run());
  }

  private String nothing(List<Series> all) {
    List<String> names = Trends.names(all);
    if (names.isEmpty()) {
      return "no run has "
          + (metric.code().isEmpty() ? "any value" : metric.code() + " of anything");
    }
    return "--cell: no cell is called \""
        + cell
        + "\": there are "
        + String.join("; ", names.subList(0, Math.min(NAMED, names.size())))
        + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
  }

  private void write(List<Series> marked) throws UnwritableOutput {
    try {
      Trends.write(marked, folder);
    } catch (IOException failure) {
      throw new UnwritableOutput(folder, "trend", "--out", failure);
    } catch (UncheckedIOException failure) {
      throw new UnwritableOutput(folder, "trend", "--out", requireNonNull(failure.getCause()));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
