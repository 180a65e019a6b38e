package org.counterpoint.experiment.machine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterpoint.analysis.model.Platform;

/** What a system tells of itself that holds for a whole run. */
public final class Facts {

  private static final String CPU = "sys/devices/system/cpu/";

  private static final String NONE_SEEN = "none seen";

  private static final Pattern CHOSEN = Pattern.compile("\\[([^\\[\\]\\s]+)]");

  private static final Pattern CONTAINER = Pattern.compile("docker|kubepods|containerd|libpod|lxc");

  private static final Pattern HYPERVISOR =
      Pattern.compile(
          "qemu|kvm|bochs|xen|vmware|virtualbox|innotek|parallels|bhyve|firecracker|virtual machine"
              + "|google compute engine");

  private Facts() {}

  /**
   * What bounds and steers the processors.
   *
   * @param logicalCores of the machine; 0 when unknown
   * @param physicalCores likewise
   */
  public static Platform platform(SystemFiles files, int logicalCores, int physicalCores) {
    ControlGroups groups = ControlGroups.of(files);
    return new Platform(
        kernel(files),
        physicalCores,
        logicalCores,
        groups.cpuQuota(),
        (long) groups.memoryLimitBytes(),
        turbo(files),
        files
            .word("sys/devices/system/clocksource/clocksource0/current_clocksource")
            .orElse(Platform.UNSAID),
        files
            .word("sys/kernel/mm/transparent_hugepage/enabled")
            .map(CHOSEN::matcher)
            .filter(Matcher::find)
            .map(matcher -> matcher.group(1))
            .orElse(Platform.UNSAID));
  }

  /** The policy by which the frequency of the first processor is chosen. */
  public static String governor(SystemFiles files) {
    return files.word(CPU + "cpu0/cpufreq/scaling_governor").orElse(Platform.UNSAID);
  }

  private static String kernel(SystemFiles files) {
    String release =
        files
            .word("proc/sys/kernel/osrelease")
            .orElse(System.getProperty("os.version", Platform.UNSAID));
    return files
        .word("proc/sys/kernel/version")
        .map(build -> release + " " + build)
        .orElse(release);
  }

  /** Intel's driver says whether it is off, the others whether it is on. */
  private static String turbo(SystemFiles files) {
    return files
        .word(CPU + "intel_pstate/no_turbo")
        .flatMap(word -> onOff(word, "0", "1"))
        .or(() -> files.word(CPU + "cpufreq/boost").flatMap(word -> onOff(word, "1", "0")))
        .orElse(Platform.UNSAID);
  }

  private static Optional<String> onOff(String word, String on, String off) {
    return word.equals(on)
        ? Optional.of("on")
        : word.equals(off) ? Optional.of("off") : Optional.empty();
  }

  /**
   * Such as {@code virtual machine (QEMU), container}, or {@code none seen}, which is no proof that
   * there is none.
   *
   * @param maker of the computer, as it names itself; {@code unknown} or empty where it does not
   * @param model likewise
   */
  public static String virtualization(SystemFiles files, String maker, String model) {
    String machine = machine(files, maker, model);
    if (!isContainer(files)) {
      return machine;
    }
    return machine.equals(NONE_SEEN) ? "container" : machine + ", container";
  }

  private static String machine(SystemFiles files, String maker, String model) {
    // x86 shows a guest a flag; where there are flags and not that one, there is no guest.
    Optional<String> flags =
        files
            .text("proc/cpuinfo")
            .flatMap(text -> text.lines().filter(line -> line.matches("flags\\s*:.*")).findFirst());
    boolean named =
        HYPERVISOR.matcher((maker + " " + model).toLowerCase(Locale.ROOT)).find()
            || files.exists("sys/hypervisor/type");
    if (named || flags.filter(line -> Parse.words(line).contains("hypervisor")).isPresent()) {
      List<String> names =
          Stream.of(maker, model)
              .map(String::strip)
              .filter(name -> !name.isEmpty() && !name.equalsIgnoreCase(Platform.UNSAID))
              .distinct()
              .toList();
      return "virtual machine" + (names.isEmpty() ? "" : " (" + String.join(", ", names) + ")");
    }
    return flags.isPresent() ? NONE_SEEN : Platform.UNSAID;
  }

  private static boolean isContainer(SystemFiles files) {
    return Stream.of(".dockerenv", "run/.containerenv").anyMatch(files::exists)
        || Stream.of("proc/1/cgroup", "proc/self/cgroup")
            .flatMap(path -> files.text(path).stream())
            .anyMatch(text -> CONTAINER.matcher(text).find());
  }
}
