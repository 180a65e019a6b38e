package org.counterpoint.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.counterpoint.analysis.jmh.IoReason;
import org.counterpoint.analysis.jmh.UnreadableInput;
import org.counterpoint.experiment.jdks.InvalidJdks;
import org.counterpoint.experiment.jdks.Jdks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The main job: plans, measures, reports.
 *
 * <p>Exit codes: 0 when everything was measured, 1 when a strategy lost an update or a cell could
 * not be measured, 2 for settings that can't be, a budget that is too small, a place that can't be
 * written, or a machine on which JMH is at work already, 130 when interrupted.
 */
@Command(name = "bench", sortOptions = false)
public final class Main implements Callable<Integer> {

  private static final int UNUSABLE = 2;

  static final List<String> SETTINGS =
      List.of(
          "bench.suite",
          "bench.strategies",
          "bench.threads",
          "bench.forks",
          Jdks.SETTING,
          "bench.margin",
          "bench.budget",
          "bench.calibrate",
          "bench.resume",
          "bench.results");

  private final PrintWriter out;
  private final PrintWriter err;

  @Option(names = "--suite", defaultValue = "")
  private String suite = "";

  @Option(names = "--strategies", defaultValue = "")
  private String strategies = "";

  @Option(names = "--threads", defaultValue = "")
  private String threads = "";

  @Option(names = "--forks", defaultValue = "")
  private String forks = "";

  @Option(names = "--jdks", defaultValue = "")
  private String jdks = "";

  @Option(names = "--margin", defaultValue = "")
  private String margin = "";

  @Option(names = "--budget", defaultValue = "")
  private String budget = "";

  @Option(names = "--calibrate", defaultValue = "")
  private String calibrate = "";

  @Option(names = "--resume", defaultValue = "")
  private String resume = "";

  @Option(names = "--results", defaultValue = "results")
  private String results = "results";

  Main(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /** Measures, and exits with the code that says how it went. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, args));
  }

  /** As {@link #main}, without the exit. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new Main(out, err)).setOut(out).setErr(err).execute(args);
  }

  @Override
  // To hold the lock is all that is asked of it.
  @SuppressWarnings("try")
  public Integer call() {
    try (JmhLock lock = JmhLock.acquire()) {
      Readiness report = Readiness.begin();
      Start start = start();
      report.await();
      return new Job(start, out, err).run();
    } catch (Settings.Invalid | InvalidJdks e) {
      err.println(e.getMessage());
      return UNUSABLE;
    } catch (BudgetTooSmall e) {
      err.println("-Dbench.budget: " + e.getMessage());
      return UNUSABLE;
    } catch (UnreadableInput e) {
      err.println(e.getMessage());
      return UNUSABLE;
    } catch (IOException e) {
      err.println((resume.isBlank() ? results : resume) + ": " + IoReason.of(e));
      return UNUSABLE;
    }
  }

  private Start start() throws IOException, Settings.Invalid, InvalidJdks, BudgetTooSmall {
    String commandLine = System.getenv("MAVEN_CMD_LINE_ARGS");
    Settings.rejectUnknown(commandLine == null ? "" : commandLine, SETTINGS);
    if (resume.isBlank()) {
      return Start.anew(settings());
    }
    Settings.requireAlone(
        Map.of(
            "bench.suite",
            suite,
            "bench.strategies",
            strategies,
            "bench.threads",
            threads,
            "bench.forks",
            forks,
            Jdks.SETTING,
            jdks,
            "bench.margin",
            margin,
            "bench.budget",
            budget,
            "bench.calibrate",
            calibrate));
    Path named = Path.of(resume);
    Path among = Path.of(results).resolve(named);
    return Start.again(!Files.exists(named) && Files.exists(among) ? among : named);
  }

  Settings settings() throws Settings.Invalid {
    int cores = Runtime.getRuntime().availableProcessors();
    Suite chosen = Settings.calibrating(calibrate, Settings.suite(suite, cores));
    return new Settings(
        chosen,
        Settings.strategies(strategies, chosen),
        Settings.threads(threads, chosen, cores),
        Settings.forks(forks),
        jdks,
        Settings.margin(margin),
        Settings.budget(budget),
        Path.of(results),
        System.nanoTime());
  }
}
