package org.counterpoint.experiment;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Iterations;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.bench.ContextSwitchProfiler;
import org.counterpoint.bench.CpuTimeProfiler;
import org.counterpoint.bench.FairnessProfiler;
import org.counterpoint.bench.LostUpdateException;
import org.counterpoint.bench.LostUpdateProfiler;
import org.counterpoint.bench.ParentWatch;
import org.counterpoint.bench.Roles;
import org.counterpoint.bench.ServiceTimeProfiler;
import org.counterpoint.experiment.jdks.ChosenJdk;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Has JMH measure one fork of one cell. */
final class JmhFork {

  /** Far beyond what any fork takes to start, warm up and end; only a hang exceeds it. */
  private static final Duration GRACE = Duration.ofSeconds(60);

  private final Plan plan;

  JmhFork(Plan plan) {
    this.plan = plan;
  }

  /** Measures; returns when the forked JVM is gone. */
  ForkOutcome run(Cell cell, ChosenJdk jdk) {
    CapturedOutput output = new CapturedOutput();
    Iterations iterations = plan.iterationsOf(cell);
    Duration limit = GRACE.plusMillis(4 * iterations.totalMillis());
    try (Watchdog watchdog = Watchdog.killingChildrenAfter(limit)) {
      try {
        Collection<RunResult> results =
            new Runner(options(cell, iterations, jdk).build(), output).run();
        return new ForkOutcome.Measured(json(results));
      } catch (RunnerException | RuntimeException e) {
        // The latter where a JDK's java, asked for its properties first, is gone or killed.
        if (watchdog.hasBitten()) {
          return new ForkOutcome.Failed(
              "time-out", "no result after " + limit.toSeconds() + " s: killed", output.text());
        }
        return failed(e, output.text());
      }
    }
  }

  private static ChainedOptionsBuilder options(Cell cell, Iterations iterations, ChosenJdk jdk) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(cell.benchmark()) + "$")
            .threads(cell.threads())
            .forks(1)
            .warmupForks(0)
            .warmupIterations(iterations.warmups())
            .warmupTime(TimeValue.milliseconds(iterations.warmupMillis()))
            .measurementIterations(iterations.measurements())
            .measurementTime(TimeValue.milliseconds(iterations.measurementMillis()))
            .timeout(TimeValue.seconds(GRACE.toSeconds() / 2))
            .shouldFailOnError(true)
            .addProfiler(LostUpdateProfiler.class)
            .addProfiler(ServiceTimeProfiler.class)
            .addProfiler(FairnessProfiler.class)
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuTimeProfiler.class)
            .addProfiler(ContextSwitchProfiler.class)
            .addProfiler(ParentWatch.class);
    cell.params().forEach(options::param);
    if (cell.params().containsKey(Roles.WRITERS)) {
      int writers = Roles.count(cell.params().getOrDefault(Roles.WRITERS, ""), cell.threads());
      options.threadGroups(writers, cell.threads() - writers);
    }
    if (!jdk.isCurrent()) {
      // Not this JVM's own arguments, which another JDK may not know.
      options.jvm(jdk.java().toString()).jvmArgs(jdk.arguments().toArray(String[]::new));
    }
    if (!cell.jvm().flags().isEmpty()) {
      options.jvmArgsAppend(cell.jvm().flags().toArray(String[]::new));
    }
    return options;
  }

  private static String json(Collection<RunResult> results) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  static ForkOutcome.Failed failed(Exception failure, String output) {
    Throwable root = rootOf(failure);
    String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return new ForkOutcome.Failed(
        kindOf(root), message.isBlank() ? root.toString() : message, output);
  }

  private static String kindOf(Throwable root) {
    if (root instanceof LostUpdateException) {
      return Failure.LOST_UPDATE;
    }
    if (root instanceof OutOfMemoryError) {
      return "out of memory";
    }
    if (String.valueOf(root.getMessage()).startsWith("Forked VM failed")) {
      return "crash";
    }
    return "error";
  }

  /**
   * What lies behind JMH's wrapping: a lost update wherever it is found, otherwise the last cause.
   * JMH hangs its causes into the suppressed exceptions.
   */
  private static Throwable rootOf(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> open = new ArrayDeque<>();
    open.add(failure);
    Throwable last = failure;
    while (!open.isEmpty()) {
      Throwable next = open.remove();
      if (seen.add(next)) {
        if (next instanceof LostUpdateException) {
          return next;
        }
        last = next;
        Optional.ofNullable(next.getCause()).ifPresent(open::add);
        Collections.addAll(open, next.getSuppressed());
      }
    }
    return last;
  }
}
