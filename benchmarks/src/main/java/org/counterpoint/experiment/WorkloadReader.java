package org.counterpoint.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterpoint.experiment.yaml.InvalidYaml;
import org.counterpoint.experiment.yaml.Place;
import org.counterpoint.experiment.yaml.YamlNode;

/** Reads the workloads of a suite. */
final class WorkloadReader {

  private static final String INCREMENT = "increment";
  private static final String SERVICE_TIME = "service time";
  private static final String SECTION = "section";
  private static final String INSIDE = "inside";
  private static final String OUTSIDE = "outside";
  private static final String FORKS = "forks";

  private static final int MOST_TOKENS = 1_000_000;
  private static final String EXAMPLE = "section: {inside: 20, outside: 100}";

  /** What there is, for a message. */
  static final String VALID = "increment, service time, or such as " + EXAMPLE;

  private static final List<String> NAMES = List.of(INCREMENT, SERVICE_TIME, SECTION);

  /** A workload, with its place. */
  record Located(Workload workload, Place at) {}

  private final int forks;

  private WorkloadReader(int forks) {
    this.forks = forks;
  }

  /**
   * All of a suite.
   *
   * @param key their key in the suite
   * @param forks of a workload that has no number of its own
   */
  static List<Located> read(String key, YamlNode node, int forks) throws InvalidYaml {
    List<Located> read = new ArrayList<>();
    for (YamlNode item : Scalars.list(key, node, VALID)) {
      Workload workload = new WorkloadReader(forks).workload(item);
      for (Located before : read) {
        if (before.workload.isLike(workload)) {
          throw item.place()
              .refuse("the same workload as in line " + before.at.line() + "; keep one of the two");
        }
      }
      read.add(new Located(workload, item.place()));
    }
    return read;
  }

  private Workload workload(YamlNode item) throws InvalidYaml {
    if (!(item instanceof YamlNode.Mapping mapping)) {
      return plain(Scalars.text("a workload", item, VALID), item);
    }
    List<YamlNode.Entry> entries = mapping.entries();
    if (entries.isEmpty()) {
      throw Scalars.not("a workload", item, VALID);
    }
    YamlNode.Scalar name = entries.get(0).key();
    requireKnown(name);
    if (entries.size() > 1) {
      YamlNode.Scalar second = entries.get(1).key();
      throw second
          .place()
          .refuse(
              second.described()
                  + " stands beside "
                  + name.described()
                  + ", not below it: indent it further, or write as in "
                  + EXAMPLE);
    }
    return detailed(name.text(), entries.get(0).value());
  }

  private Workload plain(String name, YamlNode at) throws InvalidYaml {
    requireKnown(at, name);
    return switch (name) {
      case INCREMENT -> Workload.increment(forks);
      case SERVICE_TIME -> Workload.serviceTime(forks);
      default -> throw at.place().refuse("a section without its work: write as in " + EXAMPLE);
    };
  }

  private Workload detailed(String name, YamlNode value) throws InvalidYaml {
    boolean isSection = name.equals(SECTION);
    Keys keys =
        Keys.of(
            value,
            name,
            isSection ? List.of(INSIDE, OUTSIDE, FORKS) : List.of(FORKS),
            isSection ? EXAMPLE : name + ": {forks: 5}");
    Optional<YamlNode> own = keys.find(FORKS);
    int number = own.isEmpty() ? forks : Scalars.whole(FORKS, own.get(), 1, SuiteReader.MOST_FORKS);
    if (!isSection) {
      return name.equals(INCREMENT) ? Workload.increment(number) : Workload.serviceTime(number);
    }
    int inside = tokens(keys, INSIDE);
    int outside = tokens(keys, OUTSIDE);
    if (inside == 0 && outside == 0) {
      throw value
          .place()
          .refuse("a section of 0 and 0: two calls that do nothing; measure increment instead");
    }
    return Workload.section(inside, outside, number);
  }

  private static int tokens(Keys keys, String key) throws InvalidYaml {
    YamlNode value = keys.require(key, Scalars.wholes(0, MOST_TOKENS));
    return Scalars.whole(key, value, 0, MOST_TOKENS);
  }

  private static void requireKnown(YamlNode.Scalar name) throws InvalidYaml {
    requireKnown(name, name.text());
  }

  private static void requireKnown(YamlNode at, String name) throws InvalidYaml {
    if (!NAMES.contains(name)) {
      throw at.place().refuse(at.described() + " is no workload: " + Nearest.hint(name, NAMES));
    }
  }
}
