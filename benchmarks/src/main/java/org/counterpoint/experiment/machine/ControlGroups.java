package org.counterpoint.experiment.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The limits that Linux's control groups put on this process, in either version: see {@code
 * cgroups(7)}. A group is bound by its own limits and by those of all groups above it, as far up as
 * they can be seen, which from within a container is the container.
 */
final class ControlGroups {

  /** None can be read. */
  static final double UNKNOWN = -1;

  /** There are groups, and none of them sets this limit. */
  static final double NONE = 0;

  /** The first version writes a number of this order where there is no limit. */
  private static final double BOUNDLESS = 1L << 60;

  private static final double MICROS_A_MILLI = 1e3;
  private static final double NANOS_A_MILLI = 1e6;

  /**
   * From the own group upwards; empty where the system has no such groups, or doesn't show them.
   */
  private record Groups(boolean unified, List<String> folders) {
    static final Groups UNSEEN = new Groups(false, List.of());
  }

  private record Mount(String root, String point, String type, List<String> options) {}

  private final SystemFiles files;
  private final Groups cpu;
  private final Groups memory;

  private ControlGroups(SystemFiles files, Groups cpu, Groups memory) {
    this.files = files;
    this.cpu = cpu;
    this.memory = memory;
  }

  /** Those that this process is in. */
  static ControlGroups of(SystemFiles files) {
    List<String[]> memberships =
        files.text("proc/self/cgroup").stream()
            .flatMap(String::lines)
            .map(line -> line.split(":", 3))
            .filter(parts -> parts.length == 3)
            .toList();
    List<Mount> mounts =
        files.text("proc/self/mountinfo").stream()
            .flatMap(String::lines)
            .flatMap(line -> mount(line).stream())
            .toList();
    return new ControlGroups(
        files, groups(memberships, mounts, "cpu"), groups(memberships, mounts, "memory"));
  }

  /** {@code 31 23 0:28 ROOT POINT rw … - TYPE SOURCE OPTIONS}. */
  private static Optional<Mount> mount(String line) {
    List<String> words = Parse.words(line);
    int dash = words.indexOf("-");
    if (dash < 6 || words.size() < dash + 4) {
      return Optional.empty();
    }
    return Optional.of(
        new Mount(
            words.get(3),
            words.get(4),
            words.get(dash + 1),
            List.of(words.get(dash + 3).split(",", -1))));
  }

  private static Groups groups(List<String[]> memberships, List<Mount> mounts, String controller) {
    for (String[] membership : memberships) {
      if (Arrays.asList(membership[1].split(",", -1)).contains(controller)) {
        return mounts.stream()
            .filter(mount -> mount.type().equals("cgroup"))
            .filter(mount -> mount.options().contains(controller))
            .findFirst()
            .map(mount -> new Groups(false, folders(mount, membership[2])))
            .orElse(Groups.UNSEEN);
      }
    }
    for (String[] membership : memberships) {
      if (membership[0].equals("0") && membership[1].isEmpty()) {
        return mounts.stream()
            .filter(mount -> mount.type().equals("cgroup2"))
            .findFirst()
            .map(mount -> new Groups(true, folders(mount, membership[2])))
            .orElse(Groups.UNSEEN);
      }
    }
    return Groups.UNSEEN;
  }

  private static List<String> folders(Mount mount, String group) {
    List<String> folders = new ArrayList<>();
    String point = mount.point().replaceFirst("^/+", "").replaceFirst("/+$", "");
    String below = below(mount.root(), group);
    while (!below.isEmpty()) {
      folders.add(point + below);
      below = below.substring(0, below.lastIndexOf('/'));
    }
    folders.add(point);
    return folders;
  }

  /** The group's path as seen from the mount: empty, or beginning with a slash. */
  private static String below(String root, String group) {
    String path = group.replaceFirst("/+$", "");
    if (!path.startsWith("/") || List.of(path.split("/", -1)).contains("..")) {
      return "";
    }
    if (root.equals("/")) {
      return path;
    }
    // A container sees its own group as the mount's root, and its path as the host does.
    return path.startsWith(root + "/") ? path.substring(root.length()) : "";
  }

  /** How many processors' worth of time they allow; {@link #NONE}, or {@link #UNKNOWN}. */
  double cpuQuota() {
    return tightest(cpu, cpu.unified() ? this::quota2 : this::quota1);
  }

  /** How much memory they allow; {@link #NONE}, or {@link #UNKNOWN}. */
  double memoryLimitBytes() {
    String file = memory.unified() ? "memory.max" : "memory.limit_in_bytes";
    return tightest(
        memory,
        folder -> {
          OptionalLong bytes =
              files.word(folder + "/" + file).map(Parse::count).orElse(OptionalLong.empty());
          return bytes.isPresent() && bytes.getAsLong() < BOUNDLESS
              ? OptionalDouble.of((double) bytes.getAsLong())
              : OptionalDouble.empty();
        });
  }

  private static double tightest(Groups groups, Function<String, OptionalDouble> limit) {
    if (groups.folders().isEmpty()) {
      return UNKNOWN;
    }
    return groups.folders().stream()
        .map(limit)
        .flatMapToDouble(OptionalDouble::stream)
        .filter(value -> value > 0)
        .min()
        .orElse(NONE);
  }

  /** {@code 150000 100000}, or {@code max 100000}: microseconds in a period. */
  private OptionalDouble quota2(String folder) {
    List<String> words = files.text(folder + "/cpu.max").map(Parse::words).orElse(List.of());
    return words.size() == 2 ? ratio(words.get(0), words.get(1)) : OptionalDouble.empty();
  }

  private OptionalDouble quota1(String folder) {
    Optional<String> quota = files.word(folder + "/cpu.cfs_quota_us");
    Optional<String> period = files.word(folder + "/cpu.cfs_period_us");
    return quota.isPresent() && period.isPresent()
        ? ratio(quota.get(), period.get())
        : OptionalDouble.empty();
  }

  private static OptionalDouble ratio(String part, String whole) {
    OptionalLong quota = Parse.count(part);
    OptionalLong period = Parse.count(whole);
    return quota.isPresent() && period.isPresent() && period.getAsLong() > 0
        ? OptionalDouble.of((double) quota.getAsLong() / period.getAsLong())
        : OptionalDouble.empty();
  }

  /** For how long they have kept threads from running since they were made. */
  OptionalDouble throttledMillis() {
    double[] values =
        cpu.folders().stream()
            .flatMap(folder -> files.text(folder + "/cpu.stat").stream())
            .flatMap(String::lines)
            .map(Parse::words)
            .filter(words -> words.size() == 2)
            .flatMap(words -> throttled(words.get(0), words.get(1)))
            .mapToDouble(Double::doubleValue)
            .toArray();
    return values.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Arrays.stream(values).sum());
  }

  private static Stream<Double> throttled(String name, String value) {
    double perMilli =
        switch (name) {
          case "throttled_usec" -> MICROS_A_MILLI;
          case "throttled_time" -> NANOS_A_MILLI;
          default -> 0;
        };
    OptionalLong count = Parse.count(value);
    return perMilli > 0 && count.isPresent()
        ? Stream.of(count.getAsLong() / perMilli)
        : Stream.empty();
  }
}
