package org.counterpoint.experiment.jdks;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One part of what is asked for. */
sealed interface Request {

  /** The JDK that this JVM belongs to. */
  record Current() implements Request {}

  /** All that can be measured. */
  record All() implements Request {}

  /** The newest of a feature release. */
  record Feature(int number) implements Request {}

  /**
   * The one in a folder.
   *
   * @param text as it was written
   */
  record At(Path path, String text) implements Request {}

  /**
   * Reads a setting.
   *
   * @param setting parts separated by commas; blank for the current JDK
   * @param userHome what {@code ~} stands for
   */
  static List<Request> parse(String setting, Path userHome) throws InvalidJdks {
    if (setting.isBlank()) {
      return List.of(new Current());
    }
    List<Request> requests = new ArrayList<>();
    for (String part : setting.split(",", -1)) {
      requests.add(part(setting, part.strip(), userHome));
    }
    return List.copyOf(requests);
  }

  private static Request part(String setting, String text, Path userHome) throws InvalidJdks {
    if (text.isEmpty()) {
      throw new InvalidJdks(setting, "there is nothing between two commas, or at an end");
    }
    switch (text.toLowerCase(Locale.ROOT)) {
      case "current" -> {
        return new Current();
      }
      case "all" -> {
        return new All();
      }
      default -> {}
    }
    if (text.matches("[1-9]\\d{0,3}")) {
      return new Feature(Integer.parseInt(text));
    }
    if (text.matches("[.~].*|.*[/\\\\].*")) {
      return new At(path(text, userHome), text);
    }
    throw new InvalidJdks(
        text, "neither current nor all, nor a number such as 17, nor a path such as ./jdk");
  }

  private static Path path(String text, Path userHome) throws InvalidJdks {
    try {
      return text.equals("~") || text.startsWith("~/") || text.startsWith("~\\")
          ? userHome.resolve(text.substring(Math.min(2, text.length())))
          : Path.of(text);
    } catch (InvalidPathException e) {
      throw new InvalidJdks(text, "no path: " + e.getReason());
    }
  }
}
