package org.counterpoint.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.experiment.yaml.InvalidYaml;
import org.counterpoint.experiment.yaml.Place;
import org.counterpoint.experiment.yaml.YamlNode;

/**
 * Reads the workloads of a suite. A parameter may have a list of values: then there is a workload
 * for each of them, and of several lists for each combination.
 */
final class WorkloadReader {

  private static final String FORKS = "forks";
  private static final String MOST_THREADS = "most threads";

  /** What there is, for a message. */
  static final String VALID =
      "increment, service time, or such as " + WorkloadKind.SECTION.example();

  /** A workload, with its place. */
  record Located(Workload workload, Place at) {}

  private final int forks;
  private final int cores;

  private WorkloadReader(int forks, int cores) {
    this.forks = forks;
    this.cores = cores;
  }

  /**
   * All of a suite.
   *
   * @param key their key in the suite
   * @param forks of a workload that has no number of its own
   * @param cores that numbers of threads relate to
   */
  static List<Located> read(String key, YamlNode node, int forks, int cores) throws InvalidYaml {
    List<Located> read = new ArrayList<>();
    for (YamlNode item : Scalars.list(key, node, VALID)) {
      for (Workload workload : new WorkloadReader(forks, cores).workloads(item)) {
        for (Located before : read) {
          if (before.workload.isLike(workload)) {
            throw item.place()
                .refuse(
                    "the same workload as in line " + before.at.line() + "; keep one of the two");
          }
        }
        read.add(new Located(workload, item.place()));
      }
    }
    return read;
  }

  private List<Workload> workloads(YamlNode item) throws InvalidYaml {
    if (!(item instanceof YamlNode.Mapping mapping)) {
      return List.of(plain(item));
    }
    List<YamlNode.Entry> entries = mapping.entries();
    if (entries.isEmpty()) {
      throw Scalars.not("a workload", item, VALID);
    }
    YamlNode.Scalar name = entries.get(0).key();
    WorkloadKind kind = kind(name, name.text());
    if (entries.size() > 1) {
      YamlNode.Scalar second = entries.get(1).key();
      throw second
          .place()
          .refuse(
              second.described()
                  + " stands beside "
                  + name.described()
                  + ", not below it: indent it further, or write as in "
                  + kind.example());
    }
    return detailed(kind, entries.get(0).value());
  }

  private Workload plain(YamlNode item) throws InvalidYaml {
    WorkloadKind kind = kind(item, Scalars.text("a workload", item, VALID));
    if (!kind.parameters().isEmpty()) {
      throw item.place()
          .refuse("a " + kind.title() + " without its values: write as in " + kind.example());
    }
    return new Workload(kind, new TreeMap<>(), forks);
  }

  private List<Workload> detailed(WorkloadKind kind, YamlNode value) throws InvalidYaml {
    List<String> known = new ArrayList<>();
    kind.parameters().forEach(parameter -> known.add(parameter.key()));
    known.add(FORKS);
    known.add(MOST_THREADS);
    Keys keys = Keys.of(value, kind.title(), known, kind.example());
    Optional<YamlNode> own = keys.find(FORKS);
    int number = own.isEmpty() ? forks : Scalars.whole(FORKS, own.get(), 1, SuiteReader.MOST_FORKS);
    Optional<YamlNode> most = keys.find(MOST_THREADS);
    int mostThreads = most.isEmpty() ? Integer.MAX_VALUE : threads(most.get());
    List<SortedMap<String, String>> combinations = new ArrayList<>(List.of(new TreeMap<>()));
    for (WorkloadKind.Parameter parameter : kind.parameters()) {
      List<SortedMap<String, String>> longer = new ArrayList<>();
      for (String each : values(parameter, keys.require(parameter.key(), parameter.valid()))) {
        for (SortedMap<String, String> shorter : combinations) {
          SortedMap<String, String> one = new TreeMap<>(shorter);
          one.put(parameter.key(), each);
          longer.add(one);
        }
      }
      combinations = longer;
    }
    List<Workload> workloads =
        combinations.stream()
            .map(values -> new Workload(kind, values, number, mostThreads))
            .toList();
    // Among others it is the corner of a map.
    if (workloads.size() == 1 && workloads.get(0).isLike(Workload.section(0, 0, number))) {
      throw value
          .place()
          .refuse("a section of 0 and 0: two calls that do nothing; measure increment instead");
    }
    return workloads;
  }

  private int threads(YamlNode node) throws InvalidYaml {
    Optional<ThreadCounts> counts =
        ThreadCounts.of(Scalars.text(MOST_THREADS, node, ThreadCounts.VALID));
    if (counts.isEmpty()) {
      throw Scalars.not(MOST_THREADS, node, ThreadCounts.VALID);
    }
    return counts.get().on(cores).last();
  }

  private static List<String> values(WorkloadKind.Parameter parameter, YamlNode node)
      throws InvalidYaml {
    List<String> values = new ArrayList<>();
    for (YamlNode item : Scalars.list(parameter.key(), node, parameter.valid())) {
      String value = value(parameter, item);
      if (values.contains(value)) {
        throw item.place()
            .refuse(item.described() + " comes twice among the values of " + parameter.key());
      }
      values.add(value);
    }
    return values;
  }

  private static String value(WorkloadKind.Parameter parameter, YamlNode node) throws InvalidYaml {
    if (parameter.isNumber()) {
      return String.valueOf(
          Scalars.whole(parameter.key(), node, parameter.least(), parameter.most()));
    }
    String text = Scalars.text(parameter.key(), node, parameter.valid());
    if (!parameter.words().contains(text)) {
      throw Scalars.not(parameter.key(), node, parameter.valid());
    }
    return text;
  }

  private static WorkloadKind kind(YamlNode at, String name) throws InvalidYaml {
    Optional<WorkloadKind> kind = WorkloadKind.of(name);
    if (kind.isEmpty()) {
      throw at.place()
          .refuse(at.described() + " is no workload: " + Nearest.hint(name, WorkloadKind.titles()));
    }
    return kind.get();
  }
}
