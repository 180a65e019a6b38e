package org.counterpoint.experiment.jdks;

import java.util.ArrayList;
import java.util.List;

/** What was found, for people. */
final class Listing {

  private Listing() {}

  /** What can be measured, by version; what can't, and why; what was not read. */
  static List<String> of(Inventory inventory) {
    List<String> lines = new ArrayList<>();
    if (inventory.usable().isEmpty()) {
      lines.add("No JDK that can be measured was found.");
    } else {
      lines.addAll(usable(inventory.usable()));
    }
    if (!inventory.unusable().isEmpty()) {
      lines.addAll(List.of("", "Can't be measured:", ""));
      lines.addAll(unusable(inventory.unusable()));
    }
    if (!inventory.unread().isEmpty()) {
      lines.addAll(List.of("", "Not read:", ""));
      lines.addAll(inventory.unread());
    }
    return lines;
  }

  private static List<String> usable(List<FoundJdk> jdks) {
    Table table =
        new Table(
            "version", "vendor", "VM", "architecture", "blackhole", "folder", "found through");
    for (FoundJdk jdk : jdks) {
      Usable usable = jdk.usable().orElseThrow();
      Identity identity = usable.identity();
      table.add(
          jdk.version(),
          identity.vendor(),
          identity.vmName(),
          identity.architecture().name(),
          Blackholes.name(usable.blackhole()),
          jdk.home().toString(),
          String.join(", ", jdk.sources()));
    }
    return table.lines();
  }

  private static List<String> unusable(List<FoundJdk> jdks) {
    Table table = new Table("version", "folder", "found through", "why");
    for (FoundJdk jdk : jdks) {
      table.add(
          jdk.version(), jdk.home().toString(), String.join(", ", jdk.sources()), jdk.reason());
    }
    return table.lines();
  }
}
