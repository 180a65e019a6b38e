package org.counterpoint.experiment;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.counterpoint.analysis.model.Environment;
import oshi.SystemInfo;
import oshi.hardware.ComputerSystem;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.software.os.OperatingSystem;

/** Finds out what a run is made on. What can't be read is {@code unknown}; nothing here fails. */
final class Machine {

  private static final String UNKNOWN = "unknown";
  private static final Path GOVERNOR =
      Path.of("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");

  private Machine() {}

  /** The machine as it is now, at the start of a run. */
  static Environment observe() {
    SystemInfo system = new SystemInfo();
    HardwareAbstractionLayer hardware = system.getHardware();
    return new Environment(
        known(hardware.getProcessor().getProcessorIdentifier().getName()),
        Runtime.getRuntime().availableProcessors(),
        hardware.getMemory().getTotal(),
        osName(system.getOperatingSystem()),
        virtualization(hardware.getComputerSystem()),
        read(GOVERNOR).orElse(UNKNOWN),
        load(),
        -1,
        commit(),
        now(),
        "");
  }

  /** The same machine at the end of the run. */
  static Environment finished(Environment started) {
    return new Environment(
        started.cpu(),
        started.cores(),
        started.memoryBytes(),
        started.os(),
        started.virtualization(),
        started.governor(),
        started.loadBefore(),
        load(),
        started.commit(),
        started.startedAt(),
        now());
  }

  private static String osName(OperatingSystem os) {
    return os.getFamily()
        + " "
        + os.getVersionInfo()
        + ", kernel "
        + System.getProperty("os.version")
        + ", "
        + System.getProperty("os.arch");
  }

  /** Linux shows the guest a CPU flag; the maker of the computer names the hypervisor. */
  private static String virtualization(ComputerSystem computer) {
    boolean guest =
        read(Path.of("/proc/cpuinfo"))
            .map(
                text ->
                    text.lines().anyMatch(line -> line.matches("flags\\s*:.*\\bhypervisor\\b.*")))
            .orElse(false);
    if (!guest) {
      return "none seen";
    }
    String maker = known(computer.getManufacturer());
    return maker.equals(UNKNOWN) ? "virtual machine" : "virtual machine (" + maker + ")";
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

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String known(String text) {
    return text.isBlank() ? UNKNOWN : text.strip();
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
