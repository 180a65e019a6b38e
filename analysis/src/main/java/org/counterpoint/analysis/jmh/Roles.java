package org.counterpoint.analysis.jmh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.counterpoint.analysis.jmh.RawMetric.RawFork;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Mode;

/**
 * Recognizes the roles that JMH's {@code @Group} gave to threads, which its JSON doesn't tell from
 * other secondary metrics: the fewest, two or more, that are named as a method can be, are in the
 * score's unit, and of which the score is made in every iteration, see {@link Composition}.
 *
 * <p>Counters of {@code @AuxCounters} may be named so and add up to all operations. But they count
 * on while JMH waits for all threads to begin and to end, which the score does not, so with two
 * threads or more they come to more; with one thread nothing has two roles. Only where JMH was told
 * not to wait ({@code -si false}) they can't be told from roles.
 *
 * <p>Of sample mode, whose score is of all samples of all roles, nothing is recognized: the file
 * doesn't have the samples of each.
 */
final class Roles {

  /** Of more candidates there are too many sets to try. */
  private static final int MOST = 12;

  private static final String RE_RUN = "re-run this benchmark";

  private final Cell cell;
  private final Warnings warnings;

  Roles(Cell cell, Warnings warnings) {
    this.cell = cell;
    this.warnings = warnings;
  }

  /**
   * The names of the metrics that are roles; none where there are none, or where several sets would
   * do, of which a warning tells.
   *
   * @param score which must be whole and sound
   * @throws UnreadableInput if a role lacks forks or iterations that the score has, or has a value
   *     that is no number
   */
  SortedSet<String> of(RawMetric score, Map<String, RawMetric> secondary) throws UnreadableInput {
    SortedMap<String, RawMetric> candidates = candidates(score, secondary);
    if (candidates.size() < 2
        || candidates.size() > MOST
        || cell.threads() < 2
        || cell.mode() == Mode.SAMPLE_TIME) {
      return Collections.emptySortedSet();
    }
    requireAllForks(score, candidates);
    List<String> names = List.copyOf(candidates.keySet());
    int most = Math.min(names.size(), cell.threads());
    for (int size = 2; size <= most; size++) {
      List<SortedSet<String>> found = new ArrayList<>();
      for (int set = 0; set < 1 << names.size(); set++) {
        if (Integer.bitCount(set) == size) {
          SortedSet<String> some = some(names, set);
          if (isMadeOf(score, candidates, some)) {
            found.add(some);
          }
        }
      }
      if (found.size() > 1) {
        warnings.add(
            cell.toString(),
            "several sets of secondary metrics could be its roles, so it is taken as one whole");
        return Collections.emptySortedSet();
      }
      if (found.size() == 1) {
        for (Map.Entry<String, RawMetric> candidate : candidates.entrySet()) {
          if (found.get(0).contains(candidate.getKey())) {
            requireWhole(candidate.getKey(), candidate.getValue(), score);
          }
        }
        return found.get(0);
      }
    }
    return Collections.emptySortedSet();
  }

  private static SortedMap<String, RawMetric> candidates(
      RawMetric score, Map<String, RawMetric> secondary) {
    SortedMap<String, RawMetric> candidates = new TreeMap<>();
    secondary.forEach(
        (name, metric) -> {
          if (isMethodName(name)
              && metric.unit().equals(score.unit())
              && metric.forks().isPresent()) {
            candidates.put(name, metric);
          }
        });
    return candidates;
  }

  private static boolean isMethodName(String name) {
    if (name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      if (!Character.isJavaIdentifierPart(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static SortedSet<String> some(List<String> names, int set) {
    SortedSet<String> some = new TreeSet<>();
    for (int i = 0; i < names.size(); i++) {
      if ((set & 1 << i) != 0) {
        some.add(names.get(i));
      }
    }
    return some;
  }

  private boolean isMadeOf(
      RawMetric score, SortedMap<String, RawMetric> candidates, SortedSet<String> some) {
    List<List<RawFork>> parts =
        candidates.entrySet().stream()
            .filter(candidate -> some.contains(candidate.getKey()))
            .map(candidate -> forks(candidate.getValue()))
            .toList();
    Composition composition = new Composition(cell);
    for (int fork = 0; fork < forks(score).size(); fork++) {
      double[] wholes = forks(score).get(fork).iterations().toArray();
      int index = fork;
      List<double[]> values =
          parts.stream().map(part -> part.get(index).iterations().toArray()).toList();
      // What isn't whole is judged by the rest of it, and refused if that is a role's.
      if (values.stream().allMatch(part -> part.length == wholes.length)) {
        for (int i = 0; i < wholes.length; i++) {
          int iteration = i;
          composition.add(
              wholes[i], values.stream().mapToDouble(part -> part[iteration]).toArray());
        }
      }
    }
    return composition.isShown();
  }

  /** JMH writes a row for every fork: a file that lacks one was cut, and its rows mean nothing. */
  private void requireAllForks(RawMetric score, SortedMap<String, RawMetric> candidates)
      throws UnreadableInput {
    for (Map.Entry<String, RawMetric> candidate : candidates.entrySet()) {
      int forks = forks(candidate.getValue()).size();
      if (forks != forks(score).size()) {
        throw candidate
            .getValue()
            .forksAt()
            .refuse(
                "raw data of "
                    + count(forks, "fork")
                    + " in \""
                    + candidate.getKey()
                    + "\" of "
                    + cell
                    + ", its score has "
                    + forks(score).size(),
                RE_RUN);
      }
    }
  }

  private void requireWhole(String role, RawMetric metric, RawMetric score) throws UnreadableInput {
    String what = "the role \"" + role + "\" of " + cell + " ";
    if (metric.trouble().isPresent()) {
      RawMetric.Trouble trouble = metric.trouble().get();
      throw trouble.at().refuse(what + "failed: " + trouble.reason(), RE_RUN);
    }
    for (int fork = 0; fork < forks(score).size(); fork++) {
      int has = forks(metric).get(fork).length();
      int wants = forks(score).get(fork).length();
      if (has != wants) {
        throw metric
            .forksAt()
            .refuse(what + "has " + count(has, "iteration") + " in a fork of " + wants, RE_RUN);
      }
    }
  }

  private static List<RawFork> forks(RawMetric metric) {
    return metric.forks().orElse(List.of());
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
