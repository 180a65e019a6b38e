package org.counterpoint.experiment.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlGroupsTest {

  private static final String MOUNT_2 =
      "30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n";

  private final Root root;

  ControlGroupsTest(@TempDir Path folder) {
    root = new Root(folder);
  }

  private ControlGroups groups() {
    return ControlGroups.of(root.files());
  }

  @Test
  void aContainerOfTheSecondVersionSeesItsLimitsAtTheRoot() {
    root.with("proc/self/cgroup", "0::/\n")
        .with("proc/self/mountinfo", "1 0 0:1 / / rw - overlay overlay rw\n" + MOUNT_2)
        .with("sys/fs/cgroup/cpu.max", "150000 100000\n")
        .with("sys/fs/cgroup/memory.max", "2147483648\n")
        .with(
            "sys/fs/cgroup/cpu.stat",
            "usage_usec 99\nnr_periods 7\nnr_throttled 3\nthrottled_usec 41500\n");
    assertThat(groups().cpuQuota()).isEqualTo(1.5);
    assertThat(groups().memoryLimitBytes()).isEqualTo(2147483648.0);
    assertThat(groups().throttledMillis()).hasValue(41.5);
  }

  @Test
  void theTightestLimitOfAllGroupsAboveCounts() {
    root.with("proc/self/cgroup", "0::/user.slice/run.scope\n")
        .with("proc/self/mountinfo", MOUNT_2)
        .with("sys/fs/cgroup/user.slice/run.scope/cpu.max", "max 100000\n")
        .with("sys/fs/cgroup/user.slice/run.scope/memory.max", "3000\n")
        .with("sys/fs/cgroup/user.slice/cpu.max", "50000 100000\n")
        .with("sys/fs/cgroup/user.slice/memory.max", "max\n");
    assertThat(groups().cpuQuota()).isEqualTo(0.5);
    assertThat(groups().memoryLimitBytes()).isEqualTo(3000);
    assertThat(groups().throttledMillis()).isEmpty();
  }

  @Test
  void aGroupWithoutALimitIsNotAnUnknownOne() {
    root.with("proc/self/cgroup", "0::/init.scope\n").with("proc/self/mountinfo", MOUNT_2);
    assertThat(groups().cpuQuota()).isEqualTo(ControlGroups.NONE);
    assertThat(groups().memoryLimitBytes()).isEqualTo(ControlGroups.NONE);
  }

  /** Both versions at once, as recorded on a guest. */
  @Test
  void readsTheFirstVersionWhereItHasTheController() {
    root.with(
            "proc/self/cgroup",
            "9:name=systemd:/\n4:memory:/api/64bb\n2:cpuacct:/\n1:cpu:/\n0::/\n")
        .with(
            "proc/self/mountinfo",
            """
            31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755
            32 31 0:29 / /sys/fs/cgroup/cpu rw,relatime - cgroup cgroup rw,cpu
            35 31 0:32 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory
            41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw
            """)
        .with("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n")
        .with("sys/fs/cgroup/memory/api/64bb/memory.limit_in_bytes", "7516192768\n")
        .with("sys/fs/cgroup/cpu/cpu.stat", "nr_periods 0\nnr_throttled 0\nthrottled_time 0\n");
    assertThat(groups().cpuQuota()).isEqualTo(ControlGroups.NONE);
    assertThat(groups().memoryLimitBytes()).isEqualTo(7516192768.0);
    assertThat(groups().throttledMillis()).hasValue(0);
  }

  /** Docker without namespaces of groups: the path is the host's, the mount begins at the group. */
  @Test
  void findsTheContainersOwnGroupOfTheFirstVersion() {
    root.with("proc/self/cgroup", "3:cpu,cpuacct:/docker/abc/child\n5:memory:/docker/abc\n")
        .with(
            "proc/self/mountinfo",
            """
            32 31 0:29 /docker/abc /sys/fs/cgroup/cpu,cpuacct ro master:9 - cgroup cgroup rw,cpu,cpuacct
            35 31 0:32 /docker/abc /sys/fs/cgroup/memory ro master:9 - cgroup cgroup rw,memory
            """)
        .with("sys/fs/cgroup/cpu,cpuacct/child/cpu.cfs_quota_us", "-1\n")
        .with("sys/fs/cgroup/cpu,cpuacct/child/cpu.cfs_period_us", "100000\n")
        .with("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "200000\n")
        .with("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n")
        .with("sys/fs/cgroup/cpu,cpuacct/cpu.stat", "throttled_time 2500000\n")
        .with("sys/fs/cgroup/memory/memory.limit_in_bytes", "1000000\n");
    assertThat(groups().cpuQuota()).isEqualTo(2);
    assertThat(groups().memoryLimitBytes()).isEqualTo(1000000);
    assertThat(groups().throttledMillis()).hasValue(2.5);
  }

  @Test
  void aPathThatLeadsOutOfTheMountIsTheMountItself() {
    root.with("proc/self/cgroup", "0::/../../etc\n")
        .with("proc/self/mountinfo", MOUNT_2)
        .with("sys/fs/cgroup/cpu.max", "100000 100000\n");
    assertThat(groups().cpuQuota()).isEqualTo(1);
  }

  @Test
  void withoutGroupsNothingIsKnown() {
    assertThat(groups().cpuQuota()).isEqualTo(ControlGroups.UNKNOWN);
    assertThat(groups().memoryLimitBytes()).isEqualTo(ControlGroups.UNKNOWN);
    assertThat(groups().throttledMillis()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "max", "100000", "much 100000", "100000 0", "-5 100000", "1 2 3", "\u0000"})
  void aLimitThatIsNoneLimitsNothing(String text) {
    root.with("proc/self/cgroup", "0::/\n")
        .with("proc/self/mountinfo", MOUNT_2)
        .with("sys/fs/cgroup/cpu.max", text)
        .with("sys/fs/cgroup/memory.max", text)
        .with("sys/fs/cgroup/cpu.stat", "throttled_usec " + text + "\n");
    assertThat(groups().cpuQuota()).isEqualTo(ControlGroups.NONE);
    assertThat(groups().throttledMillis().orElse(0)).isIn(0.0, 100.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0:",
        "0::",
        "::",
        "x::y",
        "1:cpu:",
        "1:cpu:relative",
        "1:cpu:/a\u0000b",
        "0::/a\u0000b",
        "0::/\u00ff\n\n::::\n"
      })
  void tablesThatAreNoneSayNothing(String text) {
    root.with("proc/self/cgroup", text).with("proc/self/mountinfo", text + "\n- -\n1 2 3 - a\n");
    assertThat(groups().cpuQuota()).isEqualTo(ControlGroups.UNKNOWN);
    assertThat(groups().throttledMillis()).isEmpty();
    root.with("proc/self/mountinfo", MOUNT_2 + MOUNT_2.replace("cgroup2", "cgroup") + text);
    assertThat(groups().cpuQuota()).isLessThanOrEqualTo(0);
  }
}
