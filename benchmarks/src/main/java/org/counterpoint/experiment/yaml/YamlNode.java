package org.counterpoint.experiment.yaml;

import java.util.List;

/** A value in a YAML file. */
public sealed interface YamlNode {

  /** Where it begins. */
  Place place();

  /** In words, for a message: {@code "ten"}, {@code nothing}, {@code a list}. */
  String described();

  /**
   * Anything that is neither list nor mapping, quoted or not; empty where a key has no value. What
   * it means, whoever asks for it decides.
   */
  record Scalar(Place place, String text) implements YamlNode {

    private static final int LONGEST_QUOTE = 40;

    @Override
    public String described() {
      if (text.isEmpty()) {
        return "nothing";
      }
      int end = text.codePointCount(0, text.length()) <= LONGEST_QUOTE ? text.length() : cut();
      return '"' + text.substring(0, end) + (end < text.length() ? "…" : "") + '"';
    }

    private int cut() {
      return text.offsetByCodePoints(0, LONGEST_QUOTE);
    }
  }

  /** A list. */
  record Sequence(Place place, List<YamlNode> items) implements YamlNode {

    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String described() {
      return "a list";
    }
  }

  /** Keys with their values, in the file's order; no key comes twice. */
  record Mapping(Place place, List<Entry> entries) implements YamlNode {

    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String described() {
      return "keys with values";
    }
  }

  /** A key with its value. */
  record Entry(Scalar key, YamlNode value) {}
}
