package org.counterpoint.analysis.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.counterpoint.analysis.jmh.Runs;
import org.counterpoint.analysis.jmh.UnreadableInput;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.report.ScalabilityText;
import org.counterpoint.analysis.stats.Scalability;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code counterpoint scalability}: fits the Universal Scalability Law. */
@Command(
    name = "scalability",
    description = "Fits the Universal Scalability Law to throughput at several loads.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class ScalabilityCommand implements Callable<Integer> {

  private final PrintWriter out;
  private final PrintWriter err;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN_OR_JSON",
      description = "The folder of a run, or a file that JMH wrote with -rf json.")
  private List<Path> inputs = List.of();

  @Option(
      names = "--load",
      paramLabel = "WHAT",
      defaultValue = Scalability.THREADS,
      description = "threads, or a param whose values are numbers. Default: threads.")
  private String load = Scalability.THREADS;

  @Option(
      names = "--cores",
      paramLabel = "N",
      defaultValue = "0",
      description = "Logical processors of the machine. Default: what the run says.")
  private int cores;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, markdown or json. Default: text.")
  private String format = "text";

  ScalabilityCommand(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws UnreadableInput {
    Format wanted = Format.of(format, spec);
    if (cores < 0) {
      throw new ParameterException(spec.commandLine(), "--cores: " + cores + " is below 1");
    }
    List<Scalability> all = new ArrayList<>();
    for (Path input : inputs) {
      Run run = Runs.read(input);
      run.warnings().forEach(warning -> err.println("warning: " + run.name() + ": " + warning));
      all.addAll(
          ScalabilityText.of(run, load, cores > 0 ? OptionalInt.of(cores) : OptionalInt.empty()));
    }
    if (all.isEmpty()) {
      err.println(
          "nothing there has throughput at several values of " + load + ": give another --load");
      return Main.UNUSABLE;
    }
    switch (wanted) {
      case JSON -> out.print(ScalabilityText.json(all));
      case MARKDOWN -> out.print(ScalabilityText.markdown(all));
      case TEXT -> ScalabilityText.plain(all).forEach(out::println);
    }
    out.flush();
    return Main.OK;
  }
}
