package org.counterpoint.analysis.jmh;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Fork;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Protocol;

/**
 * Joins a journal's forks into one measurement a cell and JDK; only their numbers are kept.
 *
 * <p>A failed attempt stays a failure also where a retry measured the cell: an update that was lost
 * once makes the cell broken whatever else it has.
 */
final class Measurements {

  private record Key(Cell cell, String jdk) {}

  private static final class Group {
    private final Protocol protocol;
    private final SortedSet<String> roles;
    private final Map<Integer, Path> blocks = new HashMap<>();
    private final List<Metric> primary = new ArrayList<>();
    private final Map<String, List<Metric>> secondary = new TreeMap<>();

    Group(Measurement first) {
      this.protocol = first.protocol();
      this.roles = first.roles();
    }
  }

  private final RunDescription run;
  private final Warnings warnings;
  private final Map<Key, Group> groups = new HashMap<>();
  private final List<Failure> failures = new ArrayList<>();

  Measurements(RunDescription run, Warnings warnings) {
    this.run = run;
    this.warnings = warnings;
  }

  /** Adds one fork, read from that file. */
  void add(Path file, ForkReader.Located located) throws UnreadableInput {
    ForkHeader header = located.fork().header();
    RunJdk jdk =
        run.jdk(header.jdk())
            .orElseThrow(
                () ->
                    located
                        .jdkAt()
                        .refuse("jdk is \"" + header.jdk() + "\", which run.json does not name"));
    if (located.fork() instanceof ForkRecord.Failed failed) {
      failures.add(
          new Failure(
              header.cell(), header.jdk(), header.block(), failed.kind(), failed.message()));
    } else if (located.fork() instanceof ForkRecord.Measured measured) {
      JdkCheck.require(jdk, measured.measurement().jdk(), located.bodyAt());
      add(file, located.bodyAt(), header, measured.measurement());
    }
  }

  private void add(Path file, At at, ForkHeader header, Measurement measurement)
      throws UnreadableInput {
    Cell cell = header.cell();
    Group group =
        groups.computeIfAbsent(new Key(cell, header.jdk()), key -> new Group(measurement));
    Path before = group.blocks.put(header.block(), file);
    if (before != null) {
      throw at.refuse(
          "block " + header.block() + " of " + cell + " is in " + before.getFileName() + ", too",
          "delete one of the two");
    }
    if (!group.protocol.equals(measurement.protocol())) {
      warnings.add(cell.toString(), "its forks differ in iterations, times or JVM flags");
    }
    if (!group.roles.equals(measurement.roles())) {
      throw at.refuse(
          cell + " has " + named(measurement.roles()) + ", in earlier forks " + named(group.roles));
    }
    join(group.primary, at, measurement.primary());
    for (Metric metric : measurement.secondary().values()) {
      join(group.secondary.computeIfAbsent(metric.name(), name -> new ArrayList<>()), at, metric);
    }
  }

  private static String named(SortedSet<String> roles) {
    return roles.isEmpty() ? "no roles" : "the roles " + String.join(", ", roles);
  }

  private static void join(List<Metric> known, At at, Metric metric) throws UnreadableInput {
    if (!known.isEmpty() && !known.get(0).unit().equals(metric.unit())) {
      throw at.refuse(
          metric.name()
              + " is in "
              + metric.unit().symbol()
              + ", in earlier forks in "
              + known.get(0).unit().symbol());
    }
    known.add(metric);
  }

  /** Every failure, in the order of the forks. */
  List<Failure> failures() {
    return failures;
  }

  /** One a cell and JDK, cells in their order, JDKs in the run's. */
  List<Measurement> joined() {
    List<Measurement> joined = new ArrayList<>();
    for (RunJdk jdk : run.jdks()) {
      groups.forEach(
          (key, group) -> {
            if (key.jdk.equals(jdk.label())) {
              joined.add(joined(key.cell, jdk.jdk(), group));
            }
          });
    }
    // Stable, so within a cell the JDKs stay as they are.
    joined.sort(Comparator.comparing(Measurement::cell));
    return joined;
  }

  private Measurement joined(Cell cell, Jdk jdk, Group group) {
    SortedMap<String, Metric> secondary = new TreeMap<>();
    group.secondary.forEach((name, parts) -> secondary.put(name, joined(parts)));
    Protocol one = group.protocol;
    Protocol planned =
        new Protocol(
            run.plan().forksOf(cell),
            one.warmupIterations(),
            one.warmupTime(),
            one.measurementIterations(),
            one.measurementTime(),
            one.jvmArgs());
    return new Measurement(cell, jdk, planned, joined(group.primary), secondary, group.roles);
  }

  private static Metric joined(List<Metric> parts) {
    List<Fork> forks = new ArrayList<>();
    parts.forEach(part -> forks.addAll(part.forks()));
    forks.sort(Comparator.comparingInt(Fork::block));
    return new Metric(parts.get(0).name(), parts.get(0).unit(), forks);
  }
}
