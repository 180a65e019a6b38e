package org.counterpoint.experiment.jdks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A JDK, or what was taken for one.
 *
 * @param home its folder, links followed; as it was named where there is none
 * @param sources all that led to it, the most telling first
 * @param release what its {@code release} file says
 */
record FoundJdk(Path home, List<String> sources, Release release, Verdict verdict) {

  FoundJdk {
    sources = List.copyOf(sources);
  }

  /** How it is called in a sentence. */
  String name() {
    return "JDK " + version() + " in " + home;
  }

  /** What it says itself, else what its file says, else {@code ?}. */
  String version() {
    return usable()
        .map(usable -> usable.identity().version())
        .or(release::version)
        .map(JavaVersion::text)
        .orElse("?");
  }

  /** 8, 17, 25, where it is known. */
  Optional<Integer> feature() {
    return usable()
        .map(usable -> usable.identity().version())
        .or(release::version)
        .map(JavaVersion::feature);
  }

  Optional<Usable> usable() {
    return verdict instanceof Usable usable ? Optional.of(usable) : Optional.empty();
  }

  /** Why it can't be measured; empty if it can. */
  String reason() {
    return verdict instanceof Unusable unusable ? unusable.reason() : "";
  }
}
