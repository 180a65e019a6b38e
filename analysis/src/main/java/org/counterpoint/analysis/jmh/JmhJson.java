package org.counterpoint.analysis.jmh;

import com.fasterxml.jackson.core.JsonToken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Measurement;

/**
 * JMH's own JSON, an array of entries, in one pass: only the numbers that the model keeps stay in
 * memory.
 */
final class JmhJson {

  private static final String AS_WRITTEN = "use the file as JMH wrote it";

  private JmhJson() {}

  /** What makes two entries one and the same. */
  private record Key(Cell cell, Jdk jdk, List<String> jvmArgs) {}

  /**
   * Every entry, in the file's order.
   *
   * @throws UnreadableInput with the first thing that is wrong
   */
  static List<Measurement> read(Path file, Warnings warnings) throws UnreadableInput {
    List<JmhEntry> entries = JvmVariants.toldApart(entries(file, warnings));
    return JdkLabels.distinct(entries.stream().map(JmhEntry::measurement).toList());
  }

  /** The same, with the place of each. */
  static List<JmhEntry> entries(Path file, Warnings warnings) throws UnreadableInput {
    try (JsonCursor json = JsonCursor.open(file, AS_WRITTEN)) {
      JsonToken first = json.start();
      if (first != JsonToken.START_ARRAY) {
        throw json.here()
            .refuse(
                "JMH's JSON is an array of results, this is " + json.described(),
                "give a file that JMH wrote with -rf json, or the folder of a run");
      }
      List<JmhEntry> entries = new ArrayList<>();
      Map<Key, At> places = new HashMap<>();
      while (json.next() != JsonToken.END_ARRAY) {
        JmhEntry entry = JmhEntry.read(json, warnings);
        Measurement measurement = entry.measurement();
        Key key = new Key(entry.cell(), measurement.jdk(), measurement.protocol().jvmArgs());
        At before = places.put(key, entry.at());
        if (before != null) {
          throw twice(entry, before);
        }
        entries.add(entry);
      }
      if (entries.isEmpty()) {
        throw json.here()
            .refuse(
                "an array without a result: JMH writes that when every benchmark failed",
                "re-run JMH with -foe true to see why");
      }
      json.end();
      return entries;
    }
  }

  static UnreadableInput twice(JmhEntry entry, At before) {
    return entry
        .at()
        .refuse(
            entry.cell() + " comes twice on one JDK, first in line " + before.line(),
            "keep one of the two, or give each a file of its own");
  }
}
