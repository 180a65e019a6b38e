package org.counterpoint.experiment.jdks;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where installers, package managers and IDEs put JDKs. */
final class UsualPlaces {

  private UsualPlaces() {}

  /**
   * A folder of JDKs.
   *
   * @param folder of which every folder may be a JDK
   * @param within where in such a folder the JDK itself lies; empty where it is that folder
   */
  record Place(Path folder, String within) {}

  /** Those of the system first, then those of SDKMAN, then those of IntelliJ. */
  static List<Place> of(Surroundings surroundings) {
    Stream<Place> system =
        switch (surroundings.os()) {
          case LINUX -> linux(surroundings.root());
          case MACOS -> macos(surroundings.root(), surroundings.userHome());
          case WINDOWS -> windows(surroundings);
        };
    Stream<Place> tools =
        Stream.of(sdkman(surroundings), surroundings.userHome().resolve(".jdks"))
            .map(UsualPlaces::plain);
    return Stream.concat(system, tools).distinct().toList();
  }

  private static Stream<Place> linux(Path root) {
    return Stream.of("usr/lib/jvm", "usr/lib64/jvm", "usr/java", "opt/java")
        .map(root::resolve)
        .map(UsualPlaces::plain);
  }

  private static Stream<Place> macos(Path root, Path userHome) {
    String machines = "Library/Java/JavaVirtualMachines";
    String homebrew = "libexec/openjdk.jdk/Contents/Home";
    return Stream.of(
        new Place(root.resolve(machines), "Contents/Home"),
        new Place(userHome.resolve(machines), "Contents/Home"),
        new Place(root.resolve("opt/homebrew/opt"), homebrew),
        new Place(root.resolve("usr/local/opt"), homebrew));
  }

  private static Stream<Place> windows(Surroundings surroundings) {
    // What a 32-bit process is told is another folder, so the second variable is looked at too.
    List<Path> told =
        Stream.of("ProgramFiles", "ProgramW6432")
            .flatMap(name -> surroundings.variable(name).stream())
            .flatMap(UsualPlaces::path)
            .distinct()
            .toList();
    List<Path> folders =
        told.isEmpty() ? List.of(surroundings.root().resolve("Program Files")) : told;
    return folders.stream()
        .flatMap(
            folder ->
                Stream.of(
                        "Java",
                        "Eclipse Adoptium",
                        "Microsoft",
                        "Amazon Corretto",
                        "Zulu",
                        "BellSoft")
                    .map(folder::resolve))
        .map(UsualPlaces::plain);
  }

  private static Path sdkman(Surroundings surroundings) {
    return surroundings.variable("SDKMAN_CANDIDATES_DIR").stream()
        .flatMap(UsualPlaces::path)
        .findFirst()
        .or(
            () ->
                surroundings.variable("SDKMAN_DIR").stream()
                    .flatMap(UsualPlaces::path)
                    .map(folder -> folder.resolve("candidates"))
                    .findFirst())
        .orElse(surroundings.userHome().resolve(".sdkman").resolve("candidates"))
        .resolve("java");
  }

  private static Place plain(Path folder) {
    return new Place(folder, "");
  }

  private static Stream<Path> path(String text) {
    try {
      return Stream.of(Path.of(text));
    } catch (InvalidPathException e) {
      // As if it were not set: a variable of another tool, which has its own way to complain.
      return Stream.empty();
    }
  }
}
