package org.counterpoint.analysis.cli;

import java.io.PrintWriter;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.counterpoint.analysis.jmh.UnreadableInput;
import org.counterpoint.analysis.report.Show;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code counterpoint show}: the ranking as bars, in the terminal. */
@Command(
    name = "show",
    description = "Shows the ranking of what was measured, with bars, in 100 columns.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:shown",
      "2:input that cannot be used, a wrong command line, or nothing that matches"
    })
final class ShowCommand implements Callable<Integer> {

  private final PrintWriter out;
  private final PrintWriter err;
  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1",
      paramLabel = "RUN_OR_JSON[:JDK]",
      description = "The folder of a run, or a file that JMH wrote with -rf json; all JDKs or one.")
  private String input = "";

  @Option(
      names = "--workload",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Only workloads that have this in their name or params. Default: all.")
  private String workload = "";

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      description = "Only at that number of threads. Default: all.")
  private int threads;

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Only this one, with the rank that it has among all. Default: all.")
  private String strategy = "";

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "auto, always or never. auto: on a terminal, unless NO_COLOR is set. Default: auto.")
  private String color = "auto";

  private enum Colour {
    AUTO,
    ALWAYS,
    NEVER
  }

  ShowCommand(PrintWriter out, PrintWriter err, Terminal terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws UnreadableInput {
    boolean inColour =
        switch (Format.choice(Colour.class, "--color", color, spec)) {
          case AUTO -> terminal.isColourful();
          case ALWAYS -> true;
          case NEVER -> false;
        };
    if (threads < 0) {
      throw new ParameterException(spec.commandLine(), "--threads: " + threads + " is below 1");
    }
    Sides sides = new Sides();
    Sides.Part part = sides.part(input);
    sides.warnings().forEach(warning -> err.println("warning: " + warning));
    Show.Filter filter =
        new Show.Filter(
            part.jdk(),
            workload,
            threads > 0 ? OptionalInt.of(threads) : OptionalInt.empty(),
            strategy);
    try {
      Show.text(part.run(), filter, terminal.charset(), inColour).forEach(out::println);
    } catch (Show.NothingThere nothing) {
      err.println(input + ": " + nothing.getMessage());
      return Main.UNUSABLE;
    }
    out.flush();
    return Main.OK;
  }
}
