package org.counterpoint.experiment.jdks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpoint.analysis.jmh.Blackhole;

/** A machine in a temporary folder, with JDKs that answer without being started. */
final class FakeMachine implements Probe {

  private final Path root;
  private final Os os;
  private final Map<String, String> variables = new HashMap<>();
  private final Map<Path, Identity> identities = new HashMap<>();
  private final Map<Path, Blackhole> blackholes = new HashMap<>();
  private final List<Path> asked = new ArrayList<>();
  private final Host host;

  FakeMachine(Path root, Os os) throws IOException {
    this.root = Files.createDirectories(root).toRealPath();
    this.os = os;
    Path home = files("host", "17.0.15");
    host = new Host(home, identity("17.0.15", "Debian", "amd64"), Blackhole.COMPILER);
  }

  static Identity identity(String version, String vendor, String architecture) {
    return new Identity(
        JavaVersion.parse(version).orElseThrow(),
        vendor,
        "OpenJDK 64-Bit Server VM",
        version + "+1",
        Architecture.of(architecture));
  }

  /** A JDK that works. */
  Path jdk(String place, String version) throws IOException {
    return jdk(place, identity(version, "Eclipse Adoptium", "amd64"), version);
  }

  /** A JDK that says this of itself when it is asked, and that in its release file. */
  Path jdk(String place, Identity identity, String release) throws IOException {
    Path home = files(place, release);
    identities.put(os.java(home), identity);
    return home;
  }

  /** A JDK whose launcher fails. */
  Path broken(String place, String version) throws IOException {
    return files(place, version);
  }

  private Path files(String place, String version) throws IOException {
    Path home = root.resolve(place);
    Files.createDirectories(os.java(home).getParent());
    write(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    // Neither ELF nor any other format that says what it is built for.
    write(os.java(home), "#!/bin/false\n");
    executable(os.java(home), true);
    return home;
  }

  static void executable(Path file, boolean executable) {
    if (!file.toFile().setExecutable(executable, false)) {
      throw new IllegalStateException("no execute bit on " + file);
    }
  }

  Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  void toolchains(String text) throws IOException {
    write(userHome().resolve(".m2/toolchains.xml"), text);
  }

  void variable(String name, Path value) {
    variable(name, value.toString());
  }

  void variable(String name, String value) {
    variables.put(name, value);
  }

  void blackhole(Path home, Blackhole blackhole) {
    blackholes.put(os.java(home), blackhole);
  }

  Path root() {
    return root;
  }

  Path userHome() {
    return root.resolve("home").resolve("ann");
  }

  Host host() {
    return host;
  }

  Os os() {
    return os;
  }

  /** The launchers that were asked what they are, in order. */
  List<Path> asked() {
    return Collections.unmodifiableList(asked);
  }

  Surroundings surroundings() {
    return surroundings(this);
  }

  Surroundings surroundings(Probe probe) {
    return new Surroundings(os, root, userHome(), variables, host, probe);
  }

  @Override
  public Identity identify(Path java) throws Unfit {
    asked.add(java);
    return Optional.ofNullable(identities.get(java))
        .orElseThrow(
            () -> new Unfit(Unusable.Why.BROKEN, "its java ended with exit code 1: no libjvm"));
  }

  @Override
  public Blackhole blackhole(Path java) {
    return blackholes.getOrDefault(java, Blackhole.COMPILER);
  }
}
