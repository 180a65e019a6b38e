package org.counterpoint.analysis.jmh;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import java.util.SortedMap;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Mode;

/**
 * A cell in {@code run.json}: one that adds no flag to its JVMs doesn't mention them, as none did
 * before there were flags to compare. The model knows nothing of JSON, so it stands here.
 */
abstract class CellJson {

  /** The name of the value that a cell has which doesn't mention flags. */
  static final String NO_FLAGS = "no flags";

  @JsonCreator
  CellJson(
      @JsonProperty("benchmark") String benchmark,
      @JsonProperty("params") SortedMap<String, String> params,
      @JsonProperty("mode") Mode mode,
      @JsonProperty("threads") int threads,
      @JacksonInject(value = NO_FLAGS, useInput = OptBoolean.TRUE) @JsonProperty(JmhFields.JVM)
          JvmVariant jvm) {}

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @JsonSerialize(using = EmptyWithoutFlags.class)
  abstract JvmVariant jvm();

  /** A plan is of cells as they are forked, with all roles. */
  @JsonIgnore
  abstract String role();

  /** Says which variant {@link JsonInclude.Include#NON_EMPTY} leaves out. */
  static final class EmptyWithoutFlags extends JsonSerializer<JvmVariant> {

    @Override
    public void serialize(JvmVariant jvm, JsonGenerator json, SerializerProvider all)
        throws IOException {
      json.writeStartObject();
      json.writeStringField("name", jvm.name());
      json.writeArrayFieldStart("flags");
      for (String flag : jvm.flags()) {
        json.writeString(flag);
      }
      json.writeEndArray();
      json.writeEndObject();
    }

    @Override
    public boolean isEmpty(SerializerProvider all, JvmVariant jvm) {
      return jvm.equals(JvmVariant.NONE);
    }
  }
}
