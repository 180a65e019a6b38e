package org.counterpoint.analysis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.Platform;
import org.counterpoint.analysis.model.Protocol;
import org.counterpoint.analysis.model.Run;

/** What a run was made on, with what and how. */
final class MachineTable {

  private MachineTable() {}

  static Block.Table of(Run run) {
    List<List<Block.Cell>> rows = new ArrayList<>();
    if (run.environment().isPresent()) {
      Environment machine = run.environment().get();
      add(rows, "CPU", machine.cpu());
      Platform platform = machine.platform();
      add(rows, "Cores", count(machine.cores()));
      add(
          rows,
          "Cores of the machine",
          count(platform.logicalCores())
              + " logical, "
              + count(platform.physicalCores())
              + " physical");
      add(
          rows,
          "CPU quota",
          limit(platform.cpuQuota(), Numbers.of(platform.cpuQuota()) + " cores"));
      add(rows, "Memory", memory(machine.memoryBytes()));
      add(
          rows,
          "Memory limit",
          limit((double) platform.memoryLimitBytes(), memory(platform.memoryLimitBytes())));
      add(rows, "Operating system", machine.os());
      add(rows, "Kernel", platform.kernel());
      add(rows, "Virtualization", machine.virtualization());
      add(rows, "CPU governor", machine.governor());
      add(rows, "Turbo", platform.turbo());
      add(rows, "Clock source", platform.clockSource());
      add(rows, "Transparent huge pages", platform.transparentHugePages());
      add(
          rows,
          "Load before and after",
          load(machine.loadBefore()) + " and " + load(machine.loadAfter()));
      add(rows, "Commit", machine.commit());
      add(rows, "Started", machine.startedAt());
      add(rows, "Finished", machine.finishedAt().isEmpty() ? "not finished" : machine.finishedAt());
    } else {
      add(rows, "Machine", "unknown: a plain JMH file does not say what it ran on");
    }
    jdks(run)
        .forEach(
            jdk -> add(rows, Circumstances.jdkText(jdk), jdk.vmName() + ", " + jdk.vmVersion()));
    run.plan().ifPresent(plan -> addPlan(rows, plan));
    run.measurements().stream()
        .map(measurement -> measurement.cell().jvm())
        .filter(jvm -> !jvm.equals(JvmVariant.NONE))
        .distinct()
        .sorted()
        .forEach(
            jvm -> add(rows, Setting.JVM_FLAGS + " " + jvm.name(), String.join(" ", jvm.flags())));
    run.measurements().stream()
        .map(Measurement::protocol)
        .distinct()
        .map(MachineTable::protocol)
        .distinct()
        .forEach(protocol -> add(rows, "Protocol", protocol));
    return new Block.Table(
        "What " + run.name() + " ran on, and how",
        List.of(new Block.Column("What", false), new Block.Column("Value", false)),
        rows);
  }

  private static void addPlan(List<List<Block.Cell>> rows, Plan plan) {
    add(rows, "Suite", plan.suite() + (plan.supportsVerdicts() ? "" : " (supports no verdict)"));
    add(rows, "Blocks", Integer.toString(plan.blocks()));
    add(rows, "Margin", Numbers.percent(plan.margin()));
    add(rows, "Stops early", plan.stopsEarly() ? "yes, where everything is decided" : "no");
    add(
        rows,
        "Budget",
        plan.budgetSeconds() == 0 ? "none" : Numbers.of(plan.budgetSeconds()) + " s");
    add(
        rows,
        "Precision",
        plan.precision() == 0
            ? "none asked for"
            : "± "
                + Numbers.percent(plan.precision())
                + (plan.finerPrecision() == 0
                    ? ""
                    : ", then ± " + Numbers.percent(plan.finerPrecision())));
    add(
        rows,
        "Time limit",
        plan.limitSeconds() == 0 ? "none" : Numbers.of(plan.limitSeconds()) + " s");
    add(rows, "Seed", Long.toString(plan.seed()));
    add(rows, "Command", plan.command());
  }

  private static void add(List<List<Block.Cell>> rows, String name, String value) {
    rows.add(List.of(Block.Cell.of(name), Block.Cell.of(value.isBlank() ? "unknown" : value)));
  }

  private static String count(int n) {
    return n > 0 ? Integer.toString(n) : "unknown";
  }

  private static String limit(double value, String text) {
    return value < 0 ? "unknown" : value == 0 ? "none" : text;
  }

  static String memory(long bytes) {
    return bytes <= 0 ? "unknown" : Numbers.of(bytes / (double) (1L << 30)) + " GiB";
  }

  private static String load(double load) {
    return load < 0 ? "unknown" : Numbers.of(load);
  }

  private static String protocol(Protocol protocol) {
    return (protocol.forks() == 0 ? "no fork" : Words.count(protocol.forks(), "fork"))
        + "; warm-up "
        + iterations(protocol.warmupIterations(), protocol.warmupTime())
        + ", measured "
        + iterations(protocol.measurementIterations(), protocol.measurementTime())
        + (protocol.jvmArgs().isEmpty() ? "" : "; " + String.join(" ", protocol.jvmArgs()));
  }

  private static String iterations(int count, String time) {
    return time.isBlank() ? Words.count(count, "iteration") : count + " x " + time;
  }

  static List<Jdk> jdks(Run run) {
    return run.measurements().stream()
        .map(Measurement::jdk)
        .distinct()
        .sorted(Comparator.comparing(Jdk::label).thenComparing(Jdk::version))
        .toList();
  }
}
