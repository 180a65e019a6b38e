package org.counterpoint.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.counterpoint.experiment.yaml.InvalidYaml;
import org.counterpoint.experiment.yaml.YamlFile;

/** Where suites come from: files beside this class, and files of one's own, of one format. */
final class Suites {

  private static final List<String> NAMES = List.of("smoke", "standard", "full", "locks");
  private static final int LONGEST_ID = 60;

  private Suites() {}

  /** The names of those that come with Counterpoint. */
  static List<String> names() {
    return NAMES;
  }

  /**
   * One that comes with Counterpoint.
   *
   * @param cores that numbers of threads relate to
   */
  static Suite named(String name, int cores) {
    String file = name + ".yaml";
    try (InputStream in = Suites.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no suite of that name: " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SuiteReader.read(new SuiteReader.Source(name, name, file, text), cores);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (InvalidYaml broken) {
      throw new IllegalStateException(broken);
    }
  }

  /**
   * One of the user's own.
   *
   * @param cores that numbers of threads relate to
   * @throws InvalidYaml with the first thing that is wrong, and its place
   */
  static Suite read(Path file, int cores) throws InvalidYaml {
    String path = file.toString();
    String text = YamlFile.read(file);
    return SuiteReader.read(new SuiteReader.Source(id(file), path, path, text), cores);
  }

  /** Whether a setting means a file, and no name. */
  static boolean isPath(String setting) {
    return setting.contains("/")
        || setting.contains("\\")
        || setting.toLowerCase(Locale.ROOT).matches(".*\\.ya?ml");
  }

  /** The file's name as part of a folder's. */
  private static String id(Path file) {
    String id =
        String.valueOf(file.getFileName())
            .replaceFirst("\\.[Yy][Aa]?[Mm][Ll]$", "")
            .replaceAll("[^A-Za-z0-9._-]+", "-")
            .replaceFirst("^[._-]+", "");
    return id.isEmpty() ? "suite" : id.substring(0, Math.min(id.length(), LONGEST_ID));
  }
}
