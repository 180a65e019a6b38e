package org.counterpoint.analysis.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.Platform;
import org.counterpoint.analysis.model.Protocol;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.stats.AverageChange;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.Quantiles;
import org.counterpoint.analysis.stats.Quietness;
import org.counterpoint.analysis.stats.Ratio;

/** Every number that the report shows, in full precision and with its unit, for programs. */
final class SummaryJson {

  /** Raised when a field changes its meaning or goes away; a new field does not raise it. */
  static final int SCHEMA = 1;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SummaryJson() {}

  static String of(List<ReportDocument.Part> parts) {
    ObjectNode root = NODES.objectNode();
    root.put("schema", "counterpoint-summary");
    root.put("schemaVersion", SCHEMA);
    ArrayNode runs = root.putArray("runs");
    parts.forEach(part -> runs.add(run(part)));
    return JsonText.of(root);
  }

  private static ObjectNode run(ReportDocument.Part part) {
    Summary summary = part.summary();
    Run run = summary.run();
    ObjectNode node = NODES.objectNode();
    node.put("name", run.name());
    node.put("supportsVerdicts", summary.objection().isEmpty());
    summary.objection().ifPresent(objection -> node.put("notice", objection));
    run.plan().ifPresent(plan -> node.set("plan", plan(plan)));
    run.environment().ifPresent(machine -> node.set("environment", environment(machine)));
    node.set("quietness", quietness(summary));
    ArrayNode jdks = node.putArray("jdks");
    MachineTable.jdks(run).forEach(jdk -> jdks.add(jdk(jdk)));
    ArrayNode protocols = node.putArray("protocols");
    run.measurements().stream()
        .map(Measurement::protocol)
        .distinct()
        .forEach(protocol -> protocols.add(protocol(protocol)));
    node.set("findings", findings(part.exhibits().findings()));
    ArrayNode contests = node.putArray("contests");
    summary.contests().forEach(contest -> contests.add(contest(contest)));
    ArrayNode scalings = node.putArray("scalability");
    for (Exhibits.OfScaling exhibit : part.exhibits().scalings()) {
      Scaling scaling = exhibit.scaling();
      ObjectNode child = setting(scaling.family().first().setting());
      child.remove("threads");
      ScalingTable.put(child, scaling);
      scalings.add(child);
    }
    ArrayNode oneThread = node.putArray("timePerOperationAtOneThread");
    part.exhibits().oneThread().forEach(exhibit -> oneThread.add(oneThread(exhibit.contest())));
    ArrayNode times = node.putArray("serviceTimes");
    summary.serviceTimes().forEach(time -> times.add(serviceTime(time)));
    ArrayNode changes = node.putArray("changes");
    summary.changes().forEach(change -> changes.add(changes(change)));
    summary.shortfall().ifPresent(shortfall -> node.set("shortfall", shortfall(shortfall)));
    ArrayNode controls = node.putArray("controls");
    summary.controls().forEach(control -> controls.add(control(control)));
    ArrayNode tokens = node.putArray("tokenTimes");
    TokenTime.of(run).forEach(time -> tokens.add(tokenTime(time)));
    ArrayNode charts = node.putArray("charts");
    for (Chart chart : part.drawn().charts()) {
      charts
          .addObject()
          .put("id", chart.id())
          .put("title", chart.title())
          .put("svg", "charts/" + chart.id() + ".svg")
          .put("png", "charts/" + chart.id() + ".png");
    }
    node.put("chartsLeftOut", part.drawn().leftOut());
    ArrayNode failures = node.putArray("failures");
    run.failures().forEach(failure -> failures.add(failure(failure)));
    ArrayNode warnings = node.putArray("warnings");
    Warnings.of(summary).forEach(warnings::add);
    return node;
  }

  private static ObjectNode findings(RunFindings found) {
    ObjectNode node = NODES.objectNode();
    node.put("comparisons", found.comparisons());
    ArrayNode sentences = node.putArray("sentences");
    for (Finding finding : found.findings()) {
      ObjectNode child = sentences.addObject();
      child.put("text", finding.text());
      child.put("chart", finding.chart());
      ArrayNode proofs = child.putArray("proofs");
      for (Proof proof : finding.proofs()) {
        if (proof instanceof Proven proven) {
          ObjectNode ratio = proofs.addObject();
          put(ratio.putObject("ratio"), proven.compared().ratio());
          ratio.put("adjustedPValue", proven.adjusted());
        } else if (proof instanceof LostUpdate lost) {
          proofs.addObject().put("lostUpdate", lost.damage());
        }
      }
    }
    return node;
  }

  private static ObjectNode plan(Plan plan) {
    ObjectNode node = NODES.objectNode();
    node.put("suite", plan.suite());
    node.put("supportsVerdicts", plan.supportsVerdicts());
    node.put("seed", plan.seed());
    node.put("blocks", plan.blocks());
    node.put("margin", plan.margin());
    node.put("marginPercent", 100 * plan.margin());
    node.put("stopsEarly", plan.stopsEarly());
    node.put("budgetSeconds", plan.budgetSeconds());
    node.put("precision", plan.precision());
    node.put("precisionPercent", 100 * plan.precision());
    node.put("finerPrecision", plan.finerPrecision());
    node.put("finerPrecisionPercent", 100 * plan.finerPrecision());
    node.put("limitSeconds", plan.limitSeconds());
    node.put("command", plan.command());
    return node;
  }

  private static ObjectNode environment(Environment machine) {
    ObjectNode node = NODES.objectNode();
    node.put("cpu", machine.cpu());
    node.put("cores", machine.cores());
    node.put("memoryBytes", machine.memoryBytes());
    node.put("memory", MachineTable.memory(machine.memoryBytes()));
    node.put("os", machine.os());
    node.put("virtualization", machine.virtualization());
    node.put("governor", machine.governor());
    node.put("loadBefore", machine.loadBefore());
    node.put("loadAfter", machine.loadAfter());
    node.put("commit", machine.commit());
    node.put("startedAt", machine.startedAt());
    node.put("finishedAt", machine.finishedAt());
    Platform platform = machine.platform();
    ObjectNode child = node.putObject("platform");
    child.put("kernel", platform.kernel());
    child.put("physicalCores", platform.physicalCores());
    child.put("logicalCores", platform.logicalCores());
    child.put("cpuQuota", platform.cpuQuota());
    child.put("memoryLimitBytes", platform.memoryLimitBytes());
    child.put("memoryLimit", MachineTable.memory(platform.memoryLimitBytes()));
    child.put("turbo", platform.turbo());
    child.put("clockSource", platform.clockSource());
    child.put("transparentHugePages", platform.transparentHugePages());
    return node;
  }

  /** What was not read is left out. */
  private static ObjectNode quietness(Summary summary) {
    Quietness quietness = summary.quietness();
    ObjectNode node = NODES.objectNode();
    node.put("verdict", quietness.verdict().name());
    node.put("sentence", QuietWords.sentence(summary));
    putPercent(node, "othersPercent", quietness.others());
    putPercent(node, "stealPercent", quietness.steal());
    putPercent(node, "throttledPercent", quietness.throttled());
    quietness
        .drift()
        .ifPresent(
            drift -> {
              node.put("driftTimeRatio", drift.timeRatio());
              drift.seconds().ifPresent(seconds -> node.put("driftSeconds", seconds));
            });
    ArrayNode blocks = node.putArray("blocks");
    for (Quietness.WatchedBlock block : quietness.blocks()) {
      ObjectNode child = blocks.addObject();
      child.put("block", block.block());
      block.control().ifPresent(ratio -> child.put("controlTimeOverMedian", ratio));
      putPercent(child, "othersPercent", block.others());
      putPercent(child, "stealPercent", block.steal());
      putPercent(child, "throttledPercent", block.throttled());
      block.involuntarySwitches().ifPresent(n -> child.put("involuntarySwitchesOfTheControl", n));
      block.frequencyMhz().ifPresent(mhz -> child.put("frequencyMhz", mhz));
      ArrayNode signs = child.putArray("disturbedBy");
      block.signs().forEach(sign -> signs.add(sign.name()));
    }
    return node;
  }

  private static void putPercent(ObjectNode node, String name, OptionalDouble share) {
    share.ifPresent(value -> node.put(name, 100 * value));
  }

  private static ObjectNode jdk(Jdk jdk) {
    ObjectNode node = NODES.objectNode();
    node.put("label", jdk.label());
    node.put("version", jdk.version());
    node.put("vmName", jdk.vmName());
    node.put("vmVersion", jdk.vmVersion());
    return node;
  }

  private static ObjectNode protocol(Protocol protocol) {
    ObjectNode node = NODES.objectNode();
    node.put("forks", protocol.forks());
    node.put("warmupIterations", protocol.warmupIterations());
    node.put("warmupTime", protocol.warmupTime());
    node.put("measurementIterations", protocol.measurementIterations());
    node.put("measurementTime", protocol.measurementTime());
    ArrayNode args = node.putArray("jvmArgs");
    protocol.jvmArgs().forEach(args::add);
    return node;
  }

  private static ObjectNode setting(Setting setting) {
    ObjectNode node = NODES.objectNode();
    node.put("workload", setting.workload());
    if (!setting.role().isEmpty()) {
      node.put("role", setting.role());
    }
    ObjectNode params = node.putObject("params");
    setting.params().forEach(params::put);
    node.put("mode", setting.mode().code());
    node.put("jdk", setting.jdk().label());
    node.put("threads", setting.threads());
    return node;
  }

  private static ObjectNode contest(Contest contest) {
    ObjectNode node = setting(contest.setting());
    node.put("quantity", contest.quantity().name());
    node.put("unit", contest.quantity().unit().symbol());
    node.put("higherIsBetter", contest.quantity().higherIsBetter());
    outcome(node, contest);
    ArrayNode entries = node.putArray("entries");
    for (Entry entry : contest.entries()) {
      ObjectNode child = contender(entry.contender(), entry.status(), entry.note());
      entry.estimate().ifPresent(estimate -> put(child, estimate));
      entry
          .rank()
          .ifPresent(rank -> child.put("bestRank", rank.best()).put("worstRank", rank.worst()));
      entries.add(child);
    }
    return node;
  }

  private static void outcome(ObjectNode node, Contest contest) {
    ObjectNode outcome = node.putObject("verdict");
    outcome.put("decided", contest.isDecided());
    if (contest.isDecided()) {
      ArrayNode leaders = outcome.putArray("mayBeFirst");
      contest.leaders().forEach(leader -> leaders.add(leader.id()));
    } else if (contest.ladder().isPresent()) {
      outcome.put("listedBy", contest.ladder().get());
    } else {
      outcome.put("why", contest.why());
    }
  }

  private static ObjectNode oneThread(Contest contest) {
    ObjectNode node = setting(contest.setting());
    node.put("unit", TimePerOperation.UNIT.symbol());
    ArrayNode entries = node.putArray("entries");
    for (Entry entry : contest.entries()) {
      ObjectNode child = contender(entry.contender(), entry.status(), entry.note());
      entry
          .estimate()
          .flatMap(estimate -> TimePerOperation.of(estimate, contest.quantity().unit()))
          .ifPresent(estimate -> put(child, estimate));
      PriceList.of(contest)
          .flatMap(list -> list.of(entry.contender()))
          .flatMap(PriceList.Price::times)
          .ifPresent(times -> put(child.putObject("timesTheOneBefore"), times));
      entries.add(child);
    }
    return node;
  }

  private static ObjectNode serviceTime(ServiceTime time) {
    ObjectNode node = setting(time.setting());
    node.put("unit", time.quantity().unit().symbol());
    node.set("verdictOnP99", contest(time.contest()));
    ArrayNode entries = node.putArray("entries");
    for (ServiceTime.Line line : time.lines()) {
      ObjectNode child = contender(line.contender(), line.status(), line.note());
      line.quantiles().ifPresent(quantiles -> put(child, quantiles));
      entries.add(child);
    }
    time.floor()
        .ifPresent(
            floor -> {
              ObjectNode child = node.putObject("timerFloor");
              child.put("control", floor.name());
              child.put("threads", floor.threads());
              put(child, floor.quantiles());
            });
    return node;
  }

  private static ObjectNode contender(Contender contender, Entry.Status status, String note) {
    ObjectNode node = NODES.objectNode();
    node.put("contender", contender.id());
    node.put("label", contender.label());
    node.put("status", status.name());
    if (!note.isEmpty()) {
      node.put("note", note);
    }
    return node;
  }

  private static void put(ObjectNode node, Quantiles quantiles) {
    node.put("samplesOfTheSmallestFork", quantiles.samples());
    quantiles.longest().ifPresent(longest -> node.put("longestSeen", longest));
    node.put("timing", quantiles.timing().words());
    node.put("partOfTheOfferedRateAchieved", quantiles.keptUp());
    ObjectNode percentiles = node.putObject("percentiles");
    for (Quantiles.Point point : Quantiles.Point.values()) {
      Optional<Estimate> estimate = Optional.ofNullable(quantiles.estimates().get(point));
      estimate.ifPresentOrElse(
          value -> put(percentiles.putObject(point.label()), value),
          () -> percentiles.put(point.label(), "too few samples"));
    }
  }

  private static void put(ObjectNode node, Estimate estimate) {
    node.put("forks", estimate.forks());
    node.put("value", estimate.center());
    estimate
        .interval()
        .ifPresent(interval -> node.put("low", interval.low()).put("high", interval.high()));
  }

  private static void put(ObjectNode node, Ratio ratio) {
    node.put("value", ratio.value());
    node.put("low", ratio.interval().low());
    node.put("high", ratio.interval().high());
  }

  private static ObjectNode changes(Changes changes) {
    ObjectNode node = NODES.objectNode();
    node.put("subject", changes.subject());
    node.put("sentence", changes.sentence());
    node.put("base", changes.base());
    node.put("candidate", changes.candidate());
    node.put("margin", changes.margin());
    ArrayNode averages = node.putArray("averages");
    changes.averages().forEach(average -> averages.add(average(average)));
    ArrayNode cells = node.putArray("cells");
    for (ChangedCell cell : changes.cells()) {
      ObjectNode child = setting(cell.setting());
      child.put("contender", cell.contender().id());
      child.put("label", cell.contender().label());
      child.put("where", cell.where());
      child.put("quantity", cell.quantity().name());
      child.put("unit", cell.quantity().unit().symbol());
      child.put("higherIsBetter", cell.quantity().higherIsBetter());
      put(child.putObject("base"), cell.base());
      put(child.putObject("candidate"), cell.candidate());
      cell.ratio().ifPresent(ratio -> put(child.putObject("ratio"), ratio));
      child.put("verdict", cell.verdict().name());
      child.put("mediansDisagree", cell.decision().isDoubted());
      child.put("pairsOfForks", cell.forks());
      cells.add(child);
    }
    return node;
  }

  private static ObjectNode average(AverageChange average) {
    ObjectNode node = NODES.objectNode();
    node.put("measure", average.measure());
    node.put("cells", average.cells());
    node.put("blocks", average.blocks());
    put(node.putObject("ratio"), average.ratio());
    node.put("verdict", average.verdict().name());
    return node;
  }

  private static ObjectNode shortfall(Shortfall shortfall) {
    ObjectNode node = NODES.objectNode();
    node.put("cells", shortfall.cells());
    node.put("stoppedEarly", shortfall.early());
    shortfall.spared().ifPresent(sentence -> node.put("spared", sentence));
    node.put("wide", shortfall.wide());
    shortfall.imprecise().ifPresent(sentence -> node.put("imprecise", sentence));
    shortfall.missing().ifPresent(sentence -> node.put("missing", sentence));
    return node;
  }

  private static ObjectNode control(Control control) {
    ObjectNode node = NODES.objectNode();
    node.put("control", control.name());
    node.put("mode", control.mode().code());
    node.put("jdk", control.jdk().label());
    node.put("threads", control.threads());
    node.put("unit", control.unit().symbol());
    put(node, control.estimate());
    control
        .time()
        .ifPresent(
            time -> {
              ObjectNode child = node.putObject("timePerOperation");
              child.put("unit", TimePerOperation.UNIT.symbol());
              put(child, time);
            });
    return node;
  }

  private static ObjectNode tokenTime(TokenTime time) {
    ObjectNode node = NODES.objectNode();
    node.put("tokens", time.tokens());
    node.put("jdk", time.setting().jdk().label());
    node.put("jvmFlags", time.setting().flags());
    node.put("unit", TimePerOperation.UNIT.symbol());
    put(node, time.time());
    return node;
  }

  private static ObjectNode failure(Failure failure) {
    ObjectNode node = NODES.objectNode();
    node.put("cell", failure.cell().toString());
    node.put("jdk", failure.jdk());
    node.put("block", failure.block());
    node.put("kind", failure.kind());
    node.put("broken", failure.isLostUpdate());
    node.put("message", failure.message());
    return node;
  }
}
