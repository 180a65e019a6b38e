package org.counterpoint.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.experiment.yaml.InvalidYaml;
import org.counterpoint.experiment.yaml.Place;
import org.counterpoint.experiment.yaml.YamlNode;

/** Reads the flags under which the cells of a suite are measured. */
final class JvmFlagsReader {

  private static final String NONE = JvmVariant.NONE.name();
  private static final String EXAMPLE = "{none: [], ZGC: [-XX:+UseZGC]}";
  private static final String VALID = "a flag such as -XX:+UseZGC";

  /** These say what a JVM runs, or have it say something and end. */
  private static final Set<String> NOT_HOW_BUT_WHAT =
      Set.of(
          "-?",
          "-X",
          "-cp",
          "-classpath",
          "--class-path",
          "-d",
          "--describe-module",
          "--dry-run",
          "-h",
          "-help",
          "--help",
          "--help-extra",
          "-jar",
          "--list-modules",
          "-m",
          "--module",
          "--validate-modules",
          "-version",
          "--version");

  private JvmFlagsReader() {}

  /** All of a suite, in the file's order. */
  static List<JvmVariant> read(String key, YamlNode node) throws InvalidYaml {
    if (!(node instanceof YamlNode.Mapping mapping) || mapping.entries().isEmpty()) {
      String found = node instanceof YamlNode.Mapping ? "an empty list of keys" : node.described();
      throw node.place()
          .refuse(key + " is " + found + ", not names with lists of flags such as " + EXAMPLE);
    }
    List<JvmVariant> variants = new ArrayList<>();
    Map<Object, Place> seen = new HashMap<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      YamlNode.Scalar name = entry.key();
      requireName(name);
      JvmVariant variant = new JvmVariant(name.text(), flags(name.text(), entry.value()));
      // Of two names that differ in capitals, one would be taken for the other.
      refuseTwice(seen, name.text().toLowerCase(Locale.ROOT), name, "is a name that was given");
      refuseTwice(seen, variant.flags(), name, "has the same flags as one");
      variants.add(variant);
    }
    return variants;
  }

  private static void requireName(YamlNode.Scalar name) throws InvalidYaml {
    if (!name.text().matches("[A-Za-z][A-Za-z0-9 ._+-]{0,39}")) {
      throw name.place()
          .refuse(
              name.described()
                  + " is no name for flags: that is a letter, then up to 39 letters, digits, blanks"
                  + " or any of . _ + -");
    }
    if (name.text().equalsIgnoreCase(NONE) && !name.text().equals(NONE)) {
      throw name.place().refuse(name.described() + " is written \"" + NONE + "\"");
    }
  }

  private static List<String> flags(String name, YamlNode value) throws InvalidYaml {
    boolean isEmpty =
        value instanceof YamlNode.Sequence sequence
            ? sequence.items().isEmpty()
            : value instanceof YamlNode.Scalar scalar && scalar.text().isEmpty();
    if (name.equals(NONE)) {
      if (!isEmpty) {
        throw value.place().refuse("\"" + NONE + "\" has no flags; write \"" + NONE + ": []\"");
      }
      return List.of();
    }
    if (isEmpty) {
      throw value
          .place()
          .refuse("\"" + name + "\" is without flags, which only \"" + NONE + "\" can be");
    }
    List<String> flags = new ArrayList<>();
    for (YamlNode item : Scalars.list(name, value, VALID)) {
      flags.add(flag(item));
    }
    return flags;
  }

  private static String flag(YamlNode item) throws InvalidYaml {
    String flag = Scalars.text("a flag", item, VALID);
    if (flag.chars().anyMatch(Character::isWhitespace)) {
      throw item.place()
          .refuse(item.described() + " has a blank in it; each flag is an item of its own");
    }
    if (!flag.startsWith("-")) {
      throw Scalars.not("a flag", item, VALID);
    }
    if (NOT_HOW_BUT_WHAT.contains(flag.replaceFirst("=.*", ""))) {
      throw item.place()
          .refuse(item.described() + " says what a JVM is to do, not how; give " + VALID);
    }
    return flag;
  }

  private static void refuseTwice(
      Map<Object, Place> seen, Object meant, YamlNode.Scalar name, String what) throws InvalidYaml {
    Place before = seen.putIfAbsent(meant, name.place());
    if (before != null) {
      throw name.place().refuse(name.described() + " " + what + " in line " + before.line());
    }
  }
}
