package org.counterpoint.analysis.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.counterpoint.analysis.jmh.Runs;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.report.Ranked;
import org.counterpoint.analysis.report.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code counterpoint report}: reads everything first, so that bad input leaves no trace. */
@Command(
    name = "report",
    description = "Writes the charts, tables and pages of what was measured.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class ReportCommand implements Callable<Integer> {

  private static final String FOLDER = "report";

  private final PrintWriter out;
  private final PrintWriter err;

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN_OR_JSON",
      description = "The folder of a run, or a file that JMH wrote with -rf json.")
  private List<Path> inputs = List.of();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description =
          "Where the report goes; an older report there is replaced. Default: report/ in the"
              + " run's folder when that is the only input, otherwise ./report.")
  private @Nullable Path output;

  ReportCommand(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    List<Run> runs = new ArrayList<>();
    for (Path input : inputs) {
      runs.add(Runs.read(input));
    }
    Path folder = output == null ? defaultOutput() : output;
    write(runs, folder);
    for (Run run : runs) {
      run.warnings().forEach(warning -> err.println("warning: " + run.name() + ": " + warning));
      Ranked.text(run).forEach(out::println);
    }
    out.println("report: " + folder.resolve("index.html"));
    return Main.OK;
  }

  private Path defaultOutput() {
    Path only = inputs.get(0);
    return inputs.size() == 1 && Files.isDirectory(only) ? only.resolve(FOLDER) : Path.of(FOLDER);
  }

  private static void write(List<Run> runs, Path folder) throws UnwritableOutput {
    try {
      Report.write(runs, folder);
    } catch (IOException failure) {
      throw new UnwritableOutput(folder, failure);
    } catch (UncheckedIOException failure) {
      throw new UnwritableOutput(folder, requireNonNull(failure.getCause()));
    }
  }
}
