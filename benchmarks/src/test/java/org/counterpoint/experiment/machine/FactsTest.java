package org.counterpoint.experiment.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.counterpoint.analysis.model.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsTest {

  private static final String GUEST = "processor\t: 0\nflags\t\t: fpu vme hypervisor lahf_lm\n";
  private static final String METAL = "processor\t: 0\nflags\t\t: fpu vme nohypervisor lahf_lm\n";
  private static final String ARM = "processor\t: 0\nFeatures\t: fp asimd evtstrm aes\n";

  private final Root root;

  FactsTest(@TempDir Path folder) {
    root = new Root(folder);
  }

  private Platform platform() {
    return Facts.platform(root.files(), 4, 2);
  }

  private String virtualization(String maker, String model) {
    return Facts.virtualization(root.files(), maker, model);
  }

  @Test
  void tellsWhatALinuxTells() {
    root.with("proc/sys/kernel/osrelease", "6.18.44\n")
        .with("proc/sys/kernel/version", "#1 SMP PREEMPT_DYNAMIC\n")
        .with("sys/devices/system/cpu/intel_pstate/no_turbo", "0\n")
        .with("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance\n")
        .with("sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc\n")
        .with("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never\n")
        .with("proc/self/cgroup", "0::/\n")
        .with("proc/self/mountinfo", "30 23 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n")
        .with("sys/fs/cgroup/cpu.max", "150000 100000\n")
        .with("sys/fs/cgroup/memory.max", "2147483648\n");
    assertThat(platform())
        .isEqualTo(
            new Platform(
                "6.18.44 #1 SMP PREEMPT_DYNAMIC", 2, 4, 1.5, 1L << 31, "on", "tsc", "madvise"));
    assertThat(Facts.governor(root.files())).isEqualTo("performance");
  }

  @Test
  void withoutFilesNothingIsKnownButWhatTheJvmKnows() {
    assertThat(Facts.platform(root.files(), 0, 0))
        .isEqualTo(
            new Platform(
                System.getProperty("os.version"), 0, 0, -1, -1, "unknown", "unknown", "unknown"));
    assertThat(Facts.governor(root.files())).isEqualTo("unknown");
    assertThat(virtualization("", "")).isEqualTo("unknown");
  }

  @Test
  void turboIsToldByEitherDriver() {
    root.with("sys/devices/system/cpu/cpufreq/boost", "0\n");
    assertThat(platform().turbo()).isEqualTo("off");
    root.with("sys/devices/system/cpu/intel_pstate/no_turbo", "1\n");
    assertThat(platform().turbo()).isEqualTo("off");
    root.with("sys/devices/system/cpu/intel_pstate/no_turbo", "maybe\n");
    root.with("sys/devices/system/cpu/cpufreq/boost", "1\n");
    assertThat(platform().turbo()).isEqualTo("on");
    root.with("sys/devices/system/cpu/cpufreq/boost", "\n");
    assertThat(platform().turbo()).isEqualTo("unknown");
  }

  @Test
  void aChoiceThatIsNoneIsUnknown() {
    for (String text : new String[] {"", "always madvise never", "[]", "[", "always [ ] never"}) {
      root.with("sys/kernel/mm/transparent_hugepage/enabled", text);
      assertThat(platform().transparentHugePages()).as(text).isEqualTo("unknown");
    }
  }

  @Test
  void aGuestIsKnownByItsFlag() {
    root.with("proc/cpuinfo", GUEST);
    assertThat(virtualization("unknown", "")).isEqualTo("virtual machine");
    assertThat(virtualization("Amazon EC2", "m5.large"))
        .isEqualTo("virtual machine (Amazon EC2, m5.large)");
    root.with("proc/cpuinfo", METAL);
    assertThat(virtualization("Dell Inc.", "PowerEdge")).isEqualTo("none seen");
  }

  @Test
  void orByTheMakersName() {
    root.with("proc/cpuinfo", ARM);
    assertThat(virtualization("QEMU", "KVM Virtual Machine"))
        .isEqualTo("virtual machine (QEMU, KVM Virtual Machine)");
    assertThat(virtualization("Acme", "Board")).isEqualTo("unknown");
  }

  @Test
  void aContainerIsSaidToo() {
    root.with("proc/cpuinfo", METAL).with(".dockerenv", "");
    assertThat(virtualization("", "")).isEqualTo("container");
    root.with("proc/cpuinfo", GUEST)
        .without(".dockerenv")
        .with("proc/self/cgroup", "0::/kubepods/burstable/pod1\n");
    assertThat(virtualization("QEMU", "")).isEqualTo("virtual machine (QEMU), container");
  }
}
