package org.counterpoint.analysis.jmh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what a reader should know; the same remark on many entries becomes one sentence. */
final class Warnings {

  private record Group(String first, int count) {}

  private final Map<String, Group> groups = new LinkedHashMap<>();

  /** Remarks that {@code what} is so of {@code subject}. */
  void add(String subject, String what) {
    groups.merge(what, new Group(subject, 1), (old, one) -> new Group(old.first, old.count + 1));
  }

  /** Remarks all that others remark. */
  void addAll(Warnings others) {
    others.groups.forEach(
        (what, group) ->
            groups.merge(what, group, (old, more) -> new Group(old.first, old.count + more.count)));
  }

  /** One sentence a remark, in the order of their first appearance. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    groups.forEach(
        (what, group) ->
            sentences.add(
                group.first
                    + (group.count > 1 ? " (and " + (group.count - 1) + " more)" : "")
                    + ": "
                    + what));
    return sentences;
  }
}
