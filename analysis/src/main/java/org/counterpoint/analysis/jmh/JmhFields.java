package org.counterpoint.analysis.jmh;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Mode;
import org.jspecify.annotations.Nullable;

/** The fields that name a cell, which JMH's entries and the journal have alike. */
final class JmhFields {

  /** The journal's field for the flags that a cell adds; JMH's entries have all in one list. */
  static final String JVM = "jvm";

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

  static JvmVariant jvm(JsonCursor json) throws UnreadableInput {
    json.requireObject(JVM);
    At start = json.here();
    @Nullable String name = null;
    @Nullable List<String> flags = null;
    JsonCursor.Keys keys = json.keys();
    while (keys.next()) {
      switch (keys.current()) {
        case "name" -> name = json.string(JVM + ".name");
        case "flags" -> flags = texts(json, JVM + ".flags");
        default -> json.skip();
      }
    }
    if (name == null || flags == null) {
      throw start.refuse(JVM + " without a \"" + (name == null ? "name" : "flags") + "\"");
    }
    try {
      return new JvmVariant(name, flags);
    } catch (IllegalArgumentException contradiction) {
      throw start.refuse(JVM + ": " + contradiction.getMessage());
    }
  }

  static List<String> texts(JsonCursor json, String key) throws UnreadableInput {
    List<String> read = new ArrayList<>();
    json.requireArray(key);
    while (json.next() != JsonToken.END_ARRAY) {
      read.add(json.string("an element of " + key));
    }
    return read;
  }
}
