package org.counterpoint.experiment.jdks;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Lists the JDKs of this machine and where each was found, and says what a choice would take. */
@Command(
    name = "jdks",
    description =
        "Lists the JDKs of this machine, where each was found, and why one can't be measured.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:a JDK that is asked for can't be had, or a wrong command line"})
public final class Main implements Callable<Integer> {

  private static final int OK = 0;
  private static final int UNUSABLE = 2;

  private final PrintWriter out;
  private final PrintWriter err;
  private final Supplier<Surroundings> surroundings;

  @Option(
      names = "--jdks",
      paramLabel = "JDKS",
      description =
          "Says instead which JDKs -Dbench.jdks=JDKS would have measured: with commas, current,"
              + " all, numbers such as 17, paths.")
  private @Nullable String jdks;

  private Main(PrintWriter out, PrintWriter err, Supplier<Surroundings> surroundings) {
    this.out = out;
    this.err = err;
    this.surroundings = surroundings;
  }

  /** Lists, and exits with the code that says how it went. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, Surroundings::ofThisProcess, args));
  }

  /** As {@link #main}, without the exit. */
  static int run(
      PrintWriter out, PrintWriter err, Supplier<Surroundings> surroundings, String... args) {
    CommandLine command = new CommandLine(new Main(out, err, surroundings));
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this help.")
                .build());
    return command
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(
            (wrong, given) -> {
              err.println("jdks: " + wrong.getMessage() + ": see --help");
              return UNUSABLE;
            })
        .execute(args);
  }

  @Override
  public Integer call() {
    Surroundings here = surroundings.get();
    if (jdks == null) {
      Listing.of(Inventory.of(here, new Examiner(here))).forEach(out::println);
      return OK;
    }
    try {
      Choice choice = Jdks.choose(jdks, here);
      for (ChosenJdk chosen : choice.jdks()) {
        out.println(chosen.jdk().label() + ": " + chosen.jdk().home());
      }
      choice.notes().forEach(out::println);
      return OK;
    } catch (InvalidJdks e) {
      err.println(e.getMessage());
      return UNUSABLE;
    }
  }
}
