package org.counterpoint.experiment.jdks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterpoint.analysis.jmh.Blackhole;
import org.counterpoint.analysis.jmh.IoReason;

/**
 * Finds out what a JDK is and whether it can be measured: first from its files, then by its {@code
 * java}. Asks each only once. The JVM that hosts JMH runs already and is not started again.
 */
final class Examiner {

  /** What this code is compiled for. */
  static final int OLDEST = 17;

  private final Os os;
  private final Host host;
  private final Probe probe;
  private final Map<Path, Verdict> verdicts = new HashMap<>();

  Examiner(Surroundings surroundings) {
    this.os = surroundings.os();
    this.host = surroundings.host();
    this.probe = surroundings.probe();
  }

  /**
   * Examines.
   *
   * @param home as {@link Homes} gives it
   */
  FoundJdk examine(Path home, List<String> sources) {
    Release release = Release.of(home);
    Verdict verdict = verdicts.get(home);
    if (verdict == null) {
      verdict = verdict(home, release);
      verdicts.put(home, verdict);
    }
    return new FoundJdk(home, sources, release, verdict);
  }

  private Verdict verdict(Path home, Release release) {
    try {
      Path java = os.java(home);
      requireFiles(home, java);
      if (release.version().isPresent()) {
        requireNewEnough(release.version().get());
      }
      if (!Files.isExecutable(java)) {
        throw new Unfit(
            Unusable.Why.NOT_EXECUTABLE, "its " + home.relativize(java) + " is not executable");
      }
      requireArchitecture(builtFor(java, release));
      return home.equals(host.home())
          ? new Usable(host.identity(), host.blackhole())
          : answers(java, release);
    } catch (Unfit unfit) {
      return unfit.verdict();
    }
  }

  private Usable answers(Path java, Release release) throws Unfit {
    Identity identity = identity(java, release);
    requireNewEnough(identity.version());
    requireSame(release, identity);
    requireArchitecture(Set.of(identity.architecture()));
    Blackhole blackhole = probe.blackhole(java);
    if (blackhole != host.blackhole()) {
      throw new Unfit(
          Unusable.Why.OTHER_BLACKHOLE,
          ("JMH's blackhole mode is %s on it and %s on this JVM, whose mode every fork gets: have it"
                  + " host JMH itself")
              .formatted(Blackholes.name(blackhole), Blackholes.name(host.blackhole())));
    }
    return new Usable(identity, blackhole);
  }

  private Identity identity(Path java, Release release) throws Unfit {
    try {
      return probe.identify(java);
    } catch (Unfit unfit) {
      // The system's own word for a missing loader is that the file is not there.
      if (unfit.why() == Unusable.Why.BROKEN && release.libc().equals(Optional.of("musl"))) {
        throw new Unfit(unfit.why(), unfit.getMessage() + " (it is built for musl)");
      }
      throw unfit;
    }
  }

  private static void requireFiles(Path home, Path java) throws Unfit {
    try {
      if (!Files.isDirectory(home.toRealPath())) {
        throw new Unfit(Unusable.Why.MISSING, "not a folder");
      }
    } catch (IOException e) {
      throw new Unfit(Unusable.Why.MISSING, IoReason.of(e));
    }
    if (!Files.isRegularFile(java)) {
      throw new Unfit(Unusable.Why.NO_JAVA, "there is no " + home.relativize(java) + " in it");
    }
  }

  private static void requireNewEnough(JavaVersion version) throws Unfit {
    if (version.feature() < OLDEST) {
      throw new Unfit(
          Unusable.Why.TOO_OLD,
          "Java " + version + " is too old: " + OLDEST + " is the oldest that is measured");
    }
  }

  /** An update may still differ, where one has been put over another; the JVM knows better. */
  private static void requireSame(Release release, Identity identity) throws Unfit {
    Optional<JavaVersion> told =
        release.version().filter(version -> version.feature() != identity.version().feature());
    if (told.isPresent()) {
      throw new Unfit(
          Unusable.Why.BROKEN,
          "its release file says "
              + told.get()
              + " and its java "
              + identity.version()
              + ": two JDKs are mixed there");
    }
  }

  private static Set<Architecture> builtFor(Path java, Release release) {
    Set<Architecture> binary = BinaryHeader.architectures(java);
    return binary.isEmpty() ? release.architecture().map(Set::of).orElse(Set.of()) : binary;
  }

  private void requireArchitecture(Set<Architecture> offered) throws Unfit {
    Architecture needed = host.identity().architecture();
    if (!offered.isEmpty() && !offered.contains(needed)) {
      String names = offered.stream().map(Architecture::name).collect(Collectors.joining(" and "));
      throw new Unfit(
          Unusable.Why.OTHER_ARCHITECTURE,
          "it is built for " + names + ", and this JVM for " + needed);
    }
  }
}
