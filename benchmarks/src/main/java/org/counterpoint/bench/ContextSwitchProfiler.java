package org.counterpoint.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * How often the system took a thread of the JVM from its processor, for one operation: {@code
 * contextSwitches.voluntary}, where a thread went to sleep, as a lock that parks lets it, and
 * {@code contextSwitches.involuntary}, where another one was due.
 *
 * <p>From Linux's {@code /proc}; nothing elsewhere. Read before and after an iteration, so that the
 * measured loop pays nothing for it. A thread that ended in between is not counted; those that
 * measure don't end before the iteration does.
 */
public final class ContextSwitchProfiler implements InternalProfiler {

  private static final Path TASKS = Path.of("/proc/self/task");

  private static final Pattern SWITCHES =
      Pattern.compile("(?m)^(non)?voluntary_ctxt_switches:\\s+([0-9]{1,18})$");

  /** Of one thread, or of all. */
  record Switches(long voluntary, long involuntary) {

    static final Switches NONE = new Switches(0, 0);

    /** What a thread's status says. */
    static Switches parse(String status) {
      long voluntary = 0;
      long involuntary = 0;
      Matcher line = SWITCHES.matcher(status);
      while (line.find()) {
        long count = Long.parseLong(line.group(2));
        if (line.group(1) == null) {
          voluntary = count;
        } else {
          involuntary = count;
        }
      }
      return new Switches(voluntary, involuntary);
    }

    Switches plus(Switches other) {
      return new Switches(voluntary + other.voluntary, involuntary + other.involuntary);
    }

    Switches minus(Switches earlier) {
      return new Switches(voluntary - earlier.voluntary, involuntary - earlier.involuntary);
    }
  }

  private Map<String, Switches> before = Map.of();

  @Override
  public String getDescription() {
    return "Context switches of the JVM's threads for one operation, on Linux";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = ofThreads(TASKS);
  }

  @Override
  public Collection<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    Map<String, Switches> after = ofThreads(TASKS);
    long operations = result.getMetadata().getAllOps();
    if (after.isEmpty() || operations == 0) {
      return List.of();
    }
    Switches all = between(before, after);
    return List.of(
        of("contextSwitches.voluntary", (double) all.voluntary() / operations),
        of("contextSwitches.involuntary", (double) all.involuntary() / operations));
  }

  private static ScalarResult of(String name, double perOperation) {
    return new ScalarResult(name, perOperation, "switches/op", AggregationPolicy.AVG);
  }

  /** Of the threads that are there afterwards; one that is new began with none. */
  static Switches between(Map<String, Switches> before, Map<String, Switches> after) {
    return after.entrySet().stream()
        .map(thread -> thread.getValue().minus(before.getOrDefault(thread.getKey(), Switches.NONE)))
        .reduce(Switches.NONE, Switches::plus);
  }

  /** By the names of their folders; empty where the system has no such thing. */
  static Map<String, Switches> ofThreads(Path tasks) {
    Map<String, Switches> threads = new HashMap<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(tasks)) {
      for (Path folder : folders) {
        try {
          String status = Files.readString(folder.resolve("status"), StandardCharsets.ISO_8859_1);
          threads.put(folder.getFileName().toString(), Switches.parse(status));
        } catch (IOException thatThreadHasEnded) {
          // Then its switches are nobody's concern.
        }
      }
    } catch (IOException | DirectoryIteratorException noSuchFolder) {
      return Map.of();
    }
    return threads;
  }
}
