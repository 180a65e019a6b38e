package org.counterpoint.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterpoint.experiment.yaml.InvalidYaml;
import org.counterpoint.experiment.yaml.Yaml;
import org.counterpoint.experiment.yaml.YamlNode;

/** A workflow of GitHub's, as its file says it. */
final class Workflow {

  private static final Path FOLDER = Path.of("..", ".github", "workflows");

  private final String name;
  private final String text;
  private final YamlNode root;

  private Workflow(String name, String text, YamlNode root) {
    this.name = name;
    this.text = text;
    this.root = root;
  }

  /** The one in the file of that name. */
  static Workflow named(String name) throws IOException, InvalidYaml {
    String text = Files.readString(FOLDER.resolve(name));
    return new Workflow(name, text, Yaml.parse(name, text));
  }

  /** Every one that there is. */
  static List<Workflow> all() throws IOException, InvalidYaml {
    List<Path> files = new ArrayList<>();
    try (var entries = Files.list(FOLDER)) {
      entries.sorted().forEach(files::add);
    }
    List<Workflow> all = new ArrayList<>();
    for (Path file : files) {
      all.add(named(FOLDER.relativize(file).toString()));
    }
    return all;
  }

  /** As it is in the file. */
  String text() {
    return text;
  }

  /** The jobs' names. */
  List<String> jobs() {
    return keys("jobs");
  }

  /** The steps of a job, in their order. */
  List<Step> steps(String job) {
    YamlNode.Sequence steps = (YamlNode.Sequence) at(root, "jobs", job, "steps").orElseThrow();
    return steps.items().stream().map(Step::new).toList();
  }

  /** What stands there, if it is a text. */
  Optional<String> value(String... path) {
    return text(at(root, path));
  }

  /** The keys of what stands there. */
  List<String> keys(String... path) {
    return List.copyOf(mapping(at(root, path)).keySet());
  }

  /** The keys of what stands there with their texts. */
  Map<String, String> values(String... path) {
    return mapping(at(root, path));
  }

  @Override
  public String toString() {
    return name;
  }

  /** Something to do. */
  record Step(YamlNode node) {

    /** A text of the step, or of something in it. */
    Optional<String> value(String... path) {
      return text(at(node, path));
    }

    /** The commands, if it has some. */
    Optional<String> run() {
      return value("run");
    }

    /** What it adds to the environment. */
    Map<String, String> environment() {
      return mapping(at(node, "env"));
    }

    @Override
    public String toString() {
      return value("name").or(() -> value("uses")).or(this::run).orElse("a step");
    }
  }

  private static Optional<YamlNode> at(YamlNode from, String... path) {
    Optional<YamlNode> node = Optional.of(from);
    for (String key : path) {
      node =
          node.flatMap(
              inside ->
                  inside instanceof YamlNode.Mapping mapping
                      ? mapping.entries().stream()
                          .filter(entry -> entry.key().text().equals(key))
                          .map(YamlNode.Entry::value)
                          .findFirst()
                      : Optional.empty());
    }
    return node;
  }

  private static Optional<String> text(Optional<YamlNode> node) {
    return node.map(one -> one instanceof YamlNode.Scalar scalar ? scalar.text() : "");
  }

  private static Map<String, String> mapping(Optional<YamlNode> node) {
    Map<String, String> values = new LinkedHashMap<>();
    if (node.isPresent() && node.get() instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        values.put(entry.key().text(), text(Optional.of(entry.value())).orElse(""));
      }
    }
    return values;
  }
}
