package org.counterpoint.analysis.jmh;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Mode;

/** The fields that name a cell, which JMH's entries and the journal have alike. */
final class JmhFields {

  private JmhFields() {}

  static String benchmark(JsonCursor json) throws UnreadableInput {
    String name = json.string("benchmark");
    if (name.isBlank()) {
      throw json.here().refuse("benchmark is blank");
    }
    return name;
  }

  static Mode mode(JsonCursor json) throws UnreadableInput {
    String code = json.string("mode");
    Optional<Mode> known = Mode.ofCode(code);
    if (known.isEmpty()) {
      throw json.here()
          .refuse("mode is " + json.described() + ", not one of thrpt, avgt, sample, ss");
    }
    return known.get();
  }

  static SortedMap<String, String> params(JsonCursor json) throws UnreadableInput {
    SortedMap<String, String> read = new TreeMap<>();
    json.requireObject("params");
    JsonCursor.Keys keys = json.keys();
    while (keys.next()) {
      read.put(keys.current(), json.scalar("params." + keys.current()));
    }
    return read;
  }
}
