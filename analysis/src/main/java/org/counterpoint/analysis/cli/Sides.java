package org.counterpoint.analysis.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.counterpoint.analysis.compare.Side;
import org.counterpoint.analysis.jmh.Runs;
import org.counterpoint.analysis.jmh.UnreadableInput;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Run;
import org.counterpoint.analysis.report.Setting;

/** What the command line names as sides. Everything is read once, however often it is named. */
final class Sides {

  /** Two that are to be compared. */
  record Pair(Side base, Side candidate) {

    /** Whether it would compare something with itself. */
    @SuppressWarnings("ReferenceEquality") // What is read once is one object.
    boolean isOne() {
      return base.run() == candidate.run() && base.jdk().equals(candidate.jdk());
    }
  }

  /**
   * What an argument names.
   *
   * @param jdk empty where it names none
   */
  record Part(Run run, Optional<Jdk> jdk) {}

  private final Map<Path, Run> read = new HashMap<>();

  /**
   * A folder or a file, with {@code :JDK} behind it where it holds several.
   *
   * @throws UnreadableInput if it can't be read, or does not hold that one JDK
   */
  Side named(String argument) throws UnreadableInput {
    Part part = part(argument);
    Run run = part.run();
    if (part.jdk().isPresent()) {
      Jdk one = part.jdk().get();
      return Side.ofJdk(run.name() + ":" + one.label(), "JDK " + shortest(one, run), run, one);
    }
    List<Jdk> jdks = jdksOf(run);
    if (jdks.size() != 1) {
      throw new UnreadableInput(
          Path.of(argument),
          "holds several JDKs (" + labels(jdks) + ")",
          "say which one is meant, such as " + argument + ":" + jdks.get(0).label());
    }
    return Side.ofJdk(run.name(), run.name(), run, jdks.get(0));
  }

  /**
   * A folder or a file, or what it holds of one JDK with {@code :JDK} behind it.
   *
   * @throws UnreadableInput if it can't be read, or does not hold that JDK
   */
  Part part(String argument) throws UnreadableInput {
    int colon = argument.lastIndexOf(':');
    if (colon > 1 && !exists(argument)) {
      Path path = Path.of(argument.substring(0, colon));
      Run run = read(path);
      return new Part(run, Optional.of(jdk(path, run, argument.substring(colon + 1))));
    }
    return new Part(read(Path.of(argument)), Optional.empty());
  }

  /**
   * Each two JDKs of one run, the one that was named first as the base.
   *
   * @throws UnreadableInput if there are no two
   */
  List<Pair> byJdk(String argument) throws UnreadableInput {
    Path path = Path.of(argument);
    Run run = read(path);
    List<Jdk> jdks = jdksOf(run);
    if (jdks.size() < 2) {
      throw new UnreadableInput(
          path,
          "holds one JDK (" + labels(jdks) + ")",
          "measure several in one run with -Dbench.jdks=17,25");
    }
    List<Pair> pairs = new ArrayList<>();
    for (int base = 0; base < jdks.size(); base++) {
      for (int candidate = base + 1; candidate < jdks.size(); candidate++) {
        pairs.add(new Pair(ofRun(run, jdks.get(base)), ofRun(run, jdks.get(candidate))));
      }
    }
    return pairs;
  }

  /**
   * On each JDK of one run the first set of JVM flags, and each of the others.
   *
   * @throws UnreadableInput if there are no two
   */
  List<Pair> byFlags(String argument) throws UnreadableInput {
    Path path = Path.of(argument);
    Run run = read(path);
    List<Pair> pairs = new ArrayList<>();
    for (Jdk jdk : jdksOf(run)) {
      pairs.addAll(
          fromFirst(variants(run, jdk).stream().map(one -> Side.ofFlags(run, jdk, one)).toList()));
    }
    if (pairs.isEmpty()) {
      throw new UnreadableInput(
          path, "holds one set of JVM flags", "measure several with \"jvm flags\" in a suite");
    }
    return pairs;
  }

  /**
   * On each JDK of one run the first value of a param, and each of the others.
   *
   * @throws UnreadableInput if there are no two
   */
  List<Pair> byParam(String argument, String param) throws UnreadableInput {
    Path path = Path.of(argument);
    Run run = read(path);
    List<Pair> pairs = new ArrayList<>();
    for (Jdk jdk : jdksOf(run)) {
      pairs.addAll(
          fromFirst(
              values(run, jdk, param).stream()
                  .map(value -> Side.ofParam(run, jdk, param, value))
                  .toList()));
    }
    if (pairs.isEmpty()) {
      List<String> varying =
          run.measurements().stream()
              .flatMap(one -> one.cell().params().keySet().stream())
              .distinct()
              .sorted()
              .filter(
                  name -> jdksOf(run).stream().anyMatch(jdk -> values(run, jdk, name).size() > 1))
              .toList();
      throw new UnreadableInput(
          path,
          "has no param \"" + param + "\" of several values",
          varying.isEmpty()
              ? "no param varies in it"
              : "those that vary are " + String.join(", ", varying));
    }
    return pairs;
  }

  /** The first with each of the others. */
  private static List<Pair> fromFirst(List<Side> sides) {
    return sides.stream().skip(1).map(other -> new Pair(sides.get(0), other)).toList();
  }

  /** Numbers by size, before words. */
  private static List<String> values(Run run, Jdk jdk, String param) {
    return run.measurements().stream()
        .filter(one -> one.jdk().equals(jdk))
        .flatMap(one -> Optional.ofNullable(one.cell().params().get(param)).stream())
        .distinct()
        .sorted(Setting.NUMBERS_FIRST)
        .toList();
  }

  /**
   * On each JDK what was measured twice to calibrate.
   *
   * @throws UnreadableInput if nothing was
   */
  List<Pair> again(String argument) throws UnreadableInput {
    Path path = Path.of(argument);
    Run run = read(path);
    List<Pair> pairs = new ArrayList<>();
    for (Jdk jdk : jdksOf(run)) {
      if (variants(run, jdk).containsAll(List.of(JvmVariant.NONE, JvmVariant.AGAIN))) {
        pairs.add(
            new Pair(
                Side.ofFlags(run, jdk, JvmVariant.NONE), Side.ofFlags(run, jdk, JvmVariant.AGAIN)));
      }
    }
    if (pairs.isEmpty()) {
      throw new UnreadableInput(
          path, "measured nothing twice", "give a run that was made with -Dbench.calibrate=true");
    }
    return pairs;
  }

  /** Of all that was read, one line each. */
  List<String> warnings() {
    return read.values().stream()
        .flatMap(run -> run.warnings().stream().map(warning -> run.name() + ": " + warning))
        .toList();
  }

  /**
   * In the order of the plan, whose first is the base; a file of JMH's has the order of its own.
   */
  private static List<JvmVariant> variants(Run run, Jdk jdk) {
    List<JvmVariant> measured =
        run.measurements().stream()
            .filter(one -> one.jdk().equals(jdk))
            .map(one -> one.cell().jvm())
            .distinct()
            .toList();
    return run.plan()
        .map(
            plan ->
                plan.cells().stream()
                    .map(planned -> planned.cell().jvm())
                    .distinct()
                    .filter(measured::contains)
                    .toList())
        .orElse(measured);
  }

  private static Side ofRun(Run run, Jdk jdk) {
    String label = shortest(jdk, run);
    return Side.ofJdk(label, "JDK " + label, run, jdk);
  }

  private Run read(Path path) throws UnreadableInput {
    Path key = path.toAbsolutePath().normalize();
    Run known = read.get(key);
    if (known != null) {
      return known;
    }
    Run run = Runs.read(path);
    read.put(key, run);
    return run;
  }

  private static Jdk jdk(Path path, Run run, String wanted) throws UnreadableInput {
    List<Jdk> jdks = jdksOf(run);
    List<Jdk> exact = jdks.stream().filter(jdk -> jdk.label().equals(wanted)).toList();
    List<Jdk> fitting =
        exact.isEmpty() ? jdks.stream().filter(jdk -> isOf(jdk, wanted)).toList() : exact;
    if (fitting.size() != 1) {
      throw new UnreadableInput(
          path,
          (fitting.isEmpty() ? "no JDK \"" + wanted + "\" in it" : "\"" + wanted + "\" is several"),
          "it holds " + labels(jdks));
    }
    return fitting.get(0);
  }

  private static boolean isOf(Jdk jdk, String wanted) {
    return jdk.version().equals(wanted)
        || jdk.version().startsWith(wanted + ".")
        || jdk.label().startsWith(wanted + ".");
  }

  /** The feature release where it says which JDK of the run is meant, else the whole label. */
  private static String shortest(Jdk jdk, Run run) {
    String feature = jdk.version().replaceFirst("[.+-].*", "");
    boolean suffices = jdksOf(run).stream().filter(other -> isOf(other, feature)).count() == 1;
    return suffices && isOf(jdk, feature) ? feature : jdk.label();
  }

  private static List<Jdk> jdksOf(Run run) {
    List<Jdk> measured = run.measurements().stream().map(Measurement::jdk).distinct().toList();
    return run.jdks().stream().filter(measured::contains).distinct().toList();
  }

  private static String labels(List<Jdk> jdks) {
    return jdks.stream().map(Jdk::label).collect(Collectors.joining(", "));
  }

  private static boolean exists(String argument) {
    try {
      return Files.exists(Path.of(argument));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
