package org.counterpoint.analysis.jmh;

import com.fasterxml.jackson.core.JsonToken;

/** The first field of every file that Counterpoint itself writes: which kind, which version. */
final class Schema {

  /** Its name. */
  static final String FIELD = "schema";

  private Schema() {}

  /**
   * Reads it: the cursor stands on the document's first token, and on the field's value afterwards.
   *
   * @return the rest of the object
   */
  static JsonCursor.Keys require(JsonCursor json, String schema) throws UnreadableInput {
    if (json.token() != JsonToken.START_OBJECT) {
      throw json.here().refuse("this is " + json.described() + ", not a file of " + schema);
    }
    At start = json.here();
    JsonCursor.Keys keys = json.keys();
    if (!keys.next() || !keys.current().equals(FIELD)) {
      throw start.refuse("the first field is not \"" + FIELD + "\", so this is no " + schema);
    }
    String found = json.string(FIELD);
    if (!found.equals(schema)) {
      throw json.here()
          .refuse(
              "schema is \"" + found + "\", this version reads " + schema,
              "use the version of Counterpoint that wrote it");
    }
    return keys;
  }
}
