package org.counterpoint.experiment.jdks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The JDKs of a machine.
 *
 * @param jdks each once, in the order in which they were found
 * @param unread one line for each source that is there and can't be read
 */
record Inventory(List<FoundJdk> jdks, List<String> unread) {

  Inventory {
    jdks = List.copyOf(jdks);
    unread = List.copyOf(unread);
  }

  /** Searches, and has everything examined that was found. */
  static Inventory of(Surroundings surroundings, Examiner examiner) {
    Search.Findings findings = Search.of(surroundings);
    Map<Path, Set<String>> sources = new LinkedHashMap<>();
    for (Mention mention : findings.mentions()) {
      sources
          .computeIfAbsent(Homes.of(mention.place()), home -> new LinkedHashSet<>())
          .add(mention.source());
    }
    List<FoundJdk> jdks = new ArrayList<>();
    sources.forEach((home, names) -> jdks.add(examiner.examine(home, List.copyOf(names))));
    return new Inventory(jdks, findings.unread());
  }

  /** Oldest version first; of one version, the first found. */
  List<FoundJdk> usable() {
    return jdks.stream()
        .filter(jdk -> jdk.usable().isPresent())
        .sorted(Comparator.comparing(jdk -> jdk.usable().orElseThrow().identity().version()))
        .toList();
  }

  List<FoundJdk> unusable() {
    return jdks.stream().filter(jdk -> jdk.usable().isEmpty()).toList();
  }

  /** All of it in one line, for whoever asked for something else. */
  String summary() {
    return Stream.of(
            part("found: ", usable().stream().map(Inventory::place).toList()),
            part("found, but of no use: ", unusable().stream().map(Inventory::place).toList()),
            part("not read: ", unread))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static String part(String title, List<String> items) {
    return items.isEmpty() ? "" : title + String.join(", ", items);
  }

  private static String place(FoundJdk jdk) {
    return jdk.version() + " in " + jdk.home();
  }
}
