package org.counterpoint.experiment;

import java.util.List;
import java.util.Optional;
import org.counterpoint.experiment.yaml.InvalidYaml;
import org.counterpoint.experiment.yaml.YamlNode;

/** Keys with their values, in YAML, of which every key is known. */
final class Keys {

  private final YamlNode.Mapping mapping;
  private final String what;

  private Keys(YamlNode.Mapping mapping, String what) {
    this.mapping = mapping;
    this.what = what;
  }

  /**
   * Those of a value.
   *
   * @param what the value is, for messages
   * @param known all keys that it may have
   * @param example of it
   */
  static Keys of(YamlNode node, String what, List<String> known, String example)
      throws InvalidYaml {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      throw node.place()
          .refuse(what + " is " + node.described() + ", not keys with values such as " + example);
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      YamlNode.Scalar key = entry.key();
      if (!known.contains(key.text())) {
        throw key.place()
            .refuse(
                key.described() + " is no key of " + what + ": " + Nearest.hint(key.text(), known));
      }
    }
    return new Keys(mapping, what);
  }

  Optional<YamlNode> find(String key) {
    return mapping.entries().stream()
        .filter(entry -> entry.key().text().equals(key))
        .map(YamlNode.Entry::value)
        .findFirst();
  }

  /**
   * The value of a key that must be there.
   *
   * @param valid what it may be, for a message
   */
  YamlNode require(String key, String valid) throws InvalidYaml {
    Optional<YamlNode> value = find(key);
    if (value.isEmpty()) {
      throw mapping.place().refuse(what + " without \"" + key + "\": give " + valid);
    }
    return value.get();
  }
}
