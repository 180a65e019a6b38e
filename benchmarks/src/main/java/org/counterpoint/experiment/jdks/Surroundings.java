package org.counterpoint.experiment.jdks;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that a search depends on, so that one can be made of any system on any other.
 *
 * @param root of the file system
 * @param userHome of the user
 * @param variables the environment's, sorted by name; upper and lower case are one on Windows
 * @param host the JVM that hosts JMH
 */
record Surroundings(
    Os os, Path root, Path userHome, Map<String, String> variables, Host host, Probe probe) {

  Surroundings {
    Map<String, String> sorted =
        new TreeMap<>(os == Os.WINDOWS ? String.CASE_INSENSITIVE_ORDER : Comparator.naturalOrder());
    sorted.putAll(variables);
    variables = Collections.unmodifiableMap(sorted);
  }

  static Surroundings ofThisProcess() {
    Path userHome = Path.of(System.getProperty("user.home")).toAbsolutePath();
    return new Surroundings(
        Os.of(System.getProperty("os.name")),
        userHome.getRoot() == null ? Path.of("/") : userHome.getRoot(),
        userHome,
        System.getenv(),
        Host.ofThisProcess(),
        new ProcessProbe());
  }

  /** Of the environment; a blank one is none. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** A path as people write it. */
  String shown(Path path) {
    return path.startsWith(userHome) && !path.equals(userHome)
        ? Path.of("~").resolve(userHome.relativize(path)).toString()
        : path.toString();
  }
}
