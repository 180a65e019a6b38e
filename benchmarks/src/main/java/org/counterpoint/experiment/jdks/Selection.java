package org.counterpoint.experiment.jdks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpoint.analysis.jmh.RunJdk;
import org.jspecify.annotations.Nullable;

/**
 * From what is asked for to the JDKs. A JDK that is asked for twice is taken once, at its first
 * place. Of several JDKs of a feature release, the newest update that can be measured is taken, and
 * of several of that, the one found first. What is asked for by number or path must be had; what
 * {@code all} finds and can't use is named in a note.
 */
final class Selection {

  private final Surroundings surroundings;
  private final Examiner examiner;
  private final Map<Path, FoundJdk> chosen = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private @Nullable Inventory inventory;

  private Selection(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.examiner = new Examiner(surroundings);
  }

  /** Searches the machine only if the requests call for it. */
  static Choice of(List<Request> requests, Surroundings surroundings) throws InvalidJdks {
    Selection selection = new Selection(surroundings);
    for (Request request : requests) {
      selection.add(request);
    }
    return selection.choice();
  }

  private void add(Request request) throws InvalidJdks {
    if (request instanceof Request.Current) {
      addOne("current", surroundings.host().home(), Search.THIS_JVM);
    } else if (request instanceof Request.At at) {
      addOne(at.text(), at.path(), Jdks.SETTING);
    } else if (request instanceof Request.Feature feature) {
      addNewest(feature.number());
    } else {
      addAll();
    }
  }

  private void addOne(String part, Path path, String source) throws InvalidJdks {
    FoundJdk jdk = examiner.examine(Homes.of(path), List.of(source));
    if (jdk.usable().isEmpty()) {
      throw new InvalidJdks(
          part, "no JDK that can be measured: " + jdk.reason() + "; " + inventory().summary());
    }
    chosen.putIfAbsent(jdk.home(), jdk);
  }

  private void addNewest(int feature) throws InvalidJdks {
    FoundJdk jdk =
        inventory().usable().stream()
            .filter(candidate -> candidate.feature().equals(Optional.of(feature)))
            .reduce((best, next) -> isNewer(next, best) ? next : best)
            .orElseThrow(
                () -> new InvalidJdks(String.valueOf(feature), missing(feature, inventory())));
    chosen.putIfAbsent(jdk.home(), jdk);
  }

  private void addAll() throws InvalidJdks {
    List<FoundJdk> usable = inventory().usable();
    if (usable.isEmpty()) {
      throw new InvalidJdks("all", "no JDK can be measured; " + inventory().summary());
    }
    usable.forEach(jdk -> chosen.putIfAbsent(jdk.home(), jdk));
    for (FoundJdk jdk : inventory().unusable()) {
      String note =
          "left out: "
              + jdk.name()
              + " (from "
              + String.join(", ", jdk.sources())
              + "): "
              + jdk.reason();
      if (!notes.contains(note)) {
        notes.add(note);
      }
    }
  }

  private static boolean isNewer(FoundJdk jdk, FoundJdk than) {
    return version(jdk).compareTo(version(than)) > 0;
  }

  private static JavaVersion version(FoundJdk usable) {
    return usable.usable().orElseThrow().identity().version();
  }

  private static String missing(int feature, Inventory inventory) {
    return inventory.unusable().stream()
            .filter(jdk -> jdk.feature().equals(Optional.of(feature)))
            .findFirst()
            .map(jdk -> jdk.name() + " can't be measured: " + jdk.reason())
            .orElse("no JDK " + feature + " was found")
        + "; "
        + inventory.summary();
  }

  private Inventory inventory() {
    Inventory known = inventory;
    if (known == null) {
      known = Inventory.of(surroundings, examiner);
      inventory = known;
    }
    return known;
  }

  private Choice choice() {
    if (inventory != null) {
      inventory.unread().forEach(line -> notes.add("not read: " + line));
    }
    List<FoundJdk> jdks = List.copyOf(chosen.values());
    List<String> labels =
        Labels.of(jdks.stream().map(jdk -> jdk.usable().orElseThrow().identity()).toList());
    List<ChosenJdk> named = new ArrayList<>();
    for (int i = 0; i < jdks.size(); i++) {
      named.add(named(labels.get(i), jdks.get(i)));
    }
    return new Choice(named, notes);
  }

  private ChosenJdk named(String label, FoundJdk jdk) {
    Usable usable = jdk.usable().orElseThrow();
    Identity identity = usable.identity();
    return new ChosenJdk(
        new RunJdk(
            label,
            identity.version().text(),
            identity.vmName(),
            identity.vmVersion(),
            jdk.home().toString(),
            usable.blackhole()),
        identity.version().feature(),
        surroundings.os().java(jdk.home()),
        jdk.home().equals(surroundings.host().home()));
  }
}
