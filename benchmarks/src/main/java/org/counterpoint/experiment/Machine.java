package org.counterpoint.experiment;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.experiment.machine.Facts;
import org.counterpoint.experiment.machine.Oshi;
import org.counterpoint.experiment.machine.SystemFiles;
import oshi.SystemInfo;
import oshi.hardware.HardwareAbstractionLayer;

/** Finds out what a run is made on. What can't be read is {@code unknown}; nothing here fails. */
final class Machine {

  private static final String UNKNOWN = "unknown";

  private Machine() {}

  /** The machine as it is now, at the start of a run. */
  static Environment observe() {
    SystemFiles files = SystemFiles.ofThisMachine();
    Optional<SystemInfo> system = Oshi.ask(SystemInfo::new);
    Optional<HardwareAbstractionLayer> hardware =
        system.flatMap(info -> Oshi.ask(info::getHardware));
    return new Environment(
        text(hardware, layer -> layer.getProcessor().getProcessorIdentifier().getName()),
        Runtime.getRuntime().availableProcessors(),
        hardware
            .flatMap(layer -> Oshi.ask(() -> layer.getMemory().getTotal()))
            .filter(bytes -> bytes > 0)
            .orElse(0L),
        osName(system),
        Facts.virtualization(
            files,
            text(hardware, layer -> layer.getComputerSystem().getManufacturer()),
            text(hardware, layer -> layer.getComputerSystem().getModel())),
        Facts.governor(files),
        load(),
        -1,
        commit(),
        now(),
        "",
        Facts.platform(
            files,
            count(hardware, layer -> layer.getProcessor().getLogicalProcessorCount()),
            count(hardware, layer -> layer.getProcessor().getPhysicalProcessorCount())),
        Fingerprint.ofThisProgram());
  }

  /** The same machine at the end of the run. */
  static Environment finished(Environment started) {
    return started.finished(load(), now());
  }

  private static String osName(Optional<SystemInfo> system) {
    String name =
        system
            .flatMap(
                info ->
                    Oshi.ask(
                        () ->
                            info.getOperatingSystem().getFamily()
                                + " "
                                + info.getOperatingSystem().getVersionInfo()))
            .orElseGet(() -> System.getProperty("os.name"));
    return name
        + ", kernel "
        + System.getProperty("os.version")
        + ", "
        + System.getProperty("os.arch");
  }

  private static String text(
      Optional<HardwareAbstractionLayer> hardware,
      Function<HardwareAbstractionLayer, String> question) {
    return hardware
        .flatMap(layer -> Oshi.ask(() -> question.apply(layer)))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .orElse(UNKNOWN);
  }

  private static int count(
      Optional<HardwareAbstractionLayer> hardware,
      Function<HardwareAbstractionLayer, Integer> question) {
    return hardware
        .flatMap(layer -> Oshi.ask(() -> question.apply(layer)))
        .filter(count -> count > 0)
        .orElse(0);
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String commit() {
    return git("rev-parse", "--short=12", "HEAD")
        .map(hash -> git("status", "--porcelain").orElse("").isEmpty() ? hash : hash + "-dirty")
        .orElse(UNKNOWN);
  }

  private static Optional<String> git(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "git";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean done = process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
      return done ? Optional.of(output.strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
