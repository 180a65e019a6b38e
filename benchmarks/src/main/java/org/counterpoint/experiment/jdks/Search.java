package org.counterpoint.experiment.jdks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterpoint.analysis.jmh.IoReason;

/**
 * Goes through everything that names a JDK, in this order: this JVM, {@code JAVA_HOME}, every
 * {@code JAVA_HOME_*} by name, Maven's toolchains, {@link UsualPlaces}. Whatever a variable or the
 * toolchains name is a mention, be it there or not; of what lies in a usual place, only what looks
 * like a JDK.
 */
final class Search {

  /** What the JVM that runs this is called as a source. */
  static final String THIS_JVM = "this JVM";

  private static final String JAVA_HOME = "JAVA_HOME";

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{env\\.([^}]+)}");

  private final Surroundings surroundings;
  private final List<Mention> mentions = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();

  private Search(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * What a search gives.
   *
   * @param mentions the most telling first
   * @param unread one line for each source that is there and can't be read, with the reason
   */
  record Findings(List<Mention> mentions, List<String> unread) {

    Findings {
      mentions = List.copyOf(mentions);
      unread = List.copyOf(unread);
    }
  }

  static Findings of(Surroundings surroundings) {
    Search search = new Search(surroundings);
    search.mentions.add(new Mention(THIS_JVM, surroundings.host().home()));
    search.variables();
    search.toolchains();
    UsualPlaces.of(surroundings).forEach(search::place);
    return new Findings(search.mentions, search.unread);
  }

  private void variables() {
    surroundings.variable(JAVA_HOME).ifPresent(text -> mention(JAVA_HOME, text));
    boolean ignoreCase = surroundings.os() == Os.WINDOWS;
    String prefix = JAVA_HOME + "_";
    for (String name : surroundings.variables().keySet()) {
      if (name.regionMatches(ignoreCase, 0, prefix, 0, prefix.length())) {
        // Others than JDKs' homes may be called so too: options, versions.
        surroundings
            .variable(name)
            .filter(Search::isAbsolute)
            .ifPresent(text -> mention(name, text));
      }
    }
  }

  private void toolchains() {
    Path file = surroundings.userHome().resolve(".m2").resolve("toolchains.xml");
    if (!Files.exists(file)) {
      return;
    }
    try {
      for (Toolchains.Named named : Toolchains.read(file)) {
        mention(surroundings.shown(file) + ":" + named.line(), interpolated(named.jdkHome()));
      }
    } catch (Toolchains.Unreadable e) {
      unread.add(surroundings.shown(file) + ":" + e.getMessage());
    }
  }

  /** As Maven does it; what is not set stays as it is, and is shown so where it is missed. */
  private String interpolated(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    surroundings.variable(match.group(1)).orElse(match.group())));
  }

  private void place(UsualPlaces.Place place) {
    Path folder = place.folder();
    String source = surroundings.shown(folder);
    if (looksLikeJdk(folder)) {
      mentions.add(new Mention(source, folder));
      return;
    }
    try (Stream<Path> children = Files.list(folder)) {
      children
          .sorted()
          .map(child -> child.resolve(place.within()))
          .filter(this::looksLikeJdk)
          .forEach(home -> mentions.add(new Mention(source, home)));
    } catch (NoSuchFileException | NotDirectoryException e) {
      // No JDKs there.
    } catch (IOException e) {
      unread.add(source + ": " + IoReason.of(e));
    } catch (UncheckedIOException e) {
      unread.add(source + ": " + IoReason.of(Objects.requireNonNull(e.getCause())));
    }
  }

  /** Other things lie in these places too: documentation, sources, other programs. */
  private boolean looksLikeJdk(Path folder) {
    return Files.exists(surroundings.os().java(folder)) || Release.of(folder).version().isPresent();
  }

  private void mention(String source, String text) {
    try {
      mentions.add(new Mention(source, Path.of(text)));
    } catch (InvalidPathException e) {
      unread.add(source + ": \"" + text + "\" is no path");
    }
  }

  private static boolean isAbsolute(String text) {
    try {
      return Path.of(text).isAbsolute();
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
