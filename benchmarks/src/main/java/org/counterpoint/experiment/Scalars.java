package org.counterpoint.experiment;

import java.util.List;
import org.counterpoint.experiment.yaml.InvalidYaml;
import org.counterpoint.experiment.yaml.YamlNode;

/** What a suite makes of YAML's values; messages say where, what, and what would be valid. */
final class Scalars {

  private Scalars() {}

  /** A text that is not empty. */
  static String text(String what, YamlNode node, String valid) throws InvalidYaml {
    if (node instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
      return scalar.text().strip();
    }
    throw not(what, node, valid);
  }

  /** A whole number, in digits alone: {@code 010} is 8 to some readers of YAML and 10 to others. */
  static int whole(String what, YamlNode node, int least, int most) throws InvalidYaml {
    String valid = wholes(least, most);
    String text = text(what, node, valid);
    if (text.matches("0|[1-9][0-9]{0,8}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw not(what, node, valid);
  }

  static String wholes(int least, int most) {
    return "a whole number from " + least + " to " + most;
  }

  /** A list that is not empty, or the one thing that would be in it. */
  static List<YamlNode> list(String what, YamlNode node, String valid) throws InvalidYaml {
    if (node instanceof YamlNode.Sequence sequence) {
      if (sequence.items().isEmpty()) {
        throw node.place().refuse(what + " is an empty list, not " + valid);
      }
      return sequence.items();
    }
    if (node instanceof YamlNode.Scalar) {
      return List.of(node);
    }
    throw not(what, node, valid + ", or a list of such");
  }

  static InvalidYaml not(String what, YamlNode node, String valid) {
    return node.place().refuse(what + " is " + node.described() + ", not " + valid);
  }
}
