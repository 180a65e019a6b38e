package org.counterpoint.analysis.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.counterpoint.analysis.jmh.UnreadableInput;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code counterpoint}: parses, wires, exits. */
@Command(
    name = "counterpoint",
    description = "Turns JMH's measurements into intervals, rankings, charts and verdicts.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "2:input that cannot be used, a wrong command line, or output that cannot be written"
    })
public final class Main {

  /** Done. */
  static final int OK = 0;

  /** Something that whoever called can put right, and is told how in one line. */
  static final int UNUSABLE = 2;

  /** A fault of the program itself. */
  static final int FAULT = 70;

  private Main() {}

  public static void main(String[] args) {
    Charset charset = charset();
    System.exit(
        run(
            new PrintWriter(System.out, true, charset),
            new PrintWriter(System.err, true, charset),
            Terminal.ofProcess(charset),
            args));
  }

  // What the terminal understands: JDKs from 19 on say it, 17 knows the system's encoding.
  private static Charset charset() {
    String encoding =
        System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8"));
    return Charset.isSupported(encoding) ? Charset.forName(encoding) : UTF_8;
  }

  /**
   * All of the program but its exit.
   *
   * @param out takes what was asked for
   * @param err takes warnings, and the one line that says what went wrong
   * @return the exit code
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return run(out, err, Terminal.NONE, args);
  }

  /** The same for output that goes there. */
  static int run(PrintWriter out, PrintWriter err, Terminal terminal, String... args) {
    CommandLine commands =
        new CommandLine(new Main())
            .addSubcommand(new ReportCommand(out, err))
            .addSubcommand(new CalibrateCommand(out, err))
            .addSubcommand(new CompareCommand(out, err))
            .addSubcommand(new ScalabilityCommand(out, err))
            .addSubcommand(new ShowCommand(out, err, terminal))
            .addSubcommand(new TrendCommand(out, err))
            .setOut(out)
            .setErr(err)
            .setUsageHelpWidth(100)
            .setParameterExceptionHandler(
                (wrong, given) -> {
                  err.println(usageError(wrong));
                  return UNUSABLE;
                })
            .setExecutionExceptionHandler((failure, command, parsed) -> failed(err, failure));
    try {
      return commands.execute(args);
    } catch (OutOfMemoryError tooMuch) {
      err.println("out of memory: give java more of it with -Xmx, or less input");
      return UNUSABLE;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static int failed(PrintWriter err, Exception failure) {
    if (failure instanceof UnreadableInput || failure instanceof UnwritableOutput) {
      err.println(failure.getMessage());
      return UNUSABLE;
    }
    err.println("a fault of counterpoint itself; please report it with these lines:");
    failure.printStackTrace(err);
    return FAULT;
  }

  private static String usageError(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    Set<String> subcommands = new TreeSet<>(command.getSubcommands().keySet());
    String commandChoice =
        subcommands.isEmpty() ? "" : ": one of " + String.join(", ", subcommands);
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      List<String> given = unmatched.getUnmatched();
      String first = given.isEmpty() ? "" : given.get(0);
      return first.startsWith("-")
          ? name + ": unknown option " + first + ": one of " + options(command)
          : name + ": unknown command " + first + commandChoice;
    }
    String what = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
    return name
        + ": "
        + Character.toLowerCase(what.charAt(0))
        + what.substring(1)
        + (subcommands.isEmpty() ? ": see " + name + " --help" : commandChoice);
  }

  private static String options(CommandLine command) {
    Set<String> names = new TreeSet<>();
    command.getCommandSpec().options().forEach(option -> names.add(option.longestName()));
    return String.join(", ", names);
  }

  /** The version, as the jar's manifest has it. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"counterpoint " + (version == null ? "(not packaged)" : version)};
    }
  }
}
