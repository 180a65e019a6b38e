package org.counterpoint.analysis.jmh;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;

/** {@code run.json}: written by the experiment, read by the analysis, both here. */
public final class RunJson {

  /** The file's name in a run's folder. */
  public static final String NAME = "run.json";

  /** What its first field says. */
  public static final String SCHEMA = "counterpoint/run/1";

  private static final String REMEDY = "use the file as the run wrote it";

  /** As JMH writes a mode: the model knows nothing of JSON. */
  private interface ModeAsCode {
    @JsonValue
    String code();
  }

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(Mode.class, ModeAsCode.class)
          .addMixIn(Cell.class, CellJson.class)
          .addMixIn(Plan.class, PlanJson.class)
          .addMixIn(PlannedCell.class, PlannedCellJson.class)
          .injectableValues(
              new InjectableValues.Std()
                  .addValue(CellJson.NO_FLAGS, JvmVariant.NONE)
                  .addValue(PlannedCellJson.ANY_JDK, 0)
                  .addValue(PlanJson.NONE, 0.0)
                  .addValue(PlanJson.NO_ABSENCES, List.of())
                  .addValue(PlanJson.NO_PARAMS, List.of()))
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // A later version may add fields without becoming another schema.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          // In quotes they would come back; so that they fail when the file is checked before it is
          // written.
          .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withConfigOverride(
              List.class, list -> list.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
          .withCoercionConfig(
              LogicalType.Textual,
              text -> {
                text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
              })
          .build();

  private RunJson() {}

  @JsonPropertyOrder({"schema", "plan", "environment", "jdks"})
  private record Document(String schema, Plan plan, Environment environment, List<RunJdk> jdks) {}

  /**
   * Writes the file, whole or not at all, in place of the one that may be there.
   *
   * @throws IOException if it cannot be written; the old one is untouched then
   * @throws IllegalArgumentException if the description would not be read back as it is
   */
  public static void write(Path file, RunDescription run) throws IOException {
    byte[] bytes =
        MAPPER.writeValueAsBytes(new Document(SCHEMA, run.plan(), run.environment(), run.jdks()));
    try {
      if (!read(file, bytes).equals(run)) {
        throw new IllegalArgumentException("would be read back as another: " + run);
      }
    } catch (UnreadableInput bad) {
      throw new IllegalArgumentException("would not be read back: " + bad.reason(), bad);
    }
    WholeFile.write(file, bytes);
  }

  /**
   * Reads the file.
   *
   * @throws UnreadableInput if it is missing, cut off, of another schema, or wrong in a field
   */
  public static RunDescription read(Path file) throws UnreadableInput {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UnreadableInput(file, IoReason.of(failure), "check the path");
    }
    return read(file, bytes);
  }

  private static RunDescription read(Path file, byte[] bytes) throws UnreadableInput {
    requireSchema(file, bytes);
    try {
      Document document = MAPPER.readValue(bytes, Document.class);
      return new RunDescription(document.plan(), document.environment(), document.jdks());
    } catch (JsonProcessingException wrong) {
      throw at(file, wrong.getLocation()).refuse(reason(wrong));
    } catch (IOException failure) {
      throw new UnreadableInput(file, "cannot be read: " + IoReason.of(failure), "check the disk");
    } catch (IllegalArgumentException contradiction) {
      throw at(file, JsonLocation.NA).refuse(String.valueOf(contradiction.getMessage()));
    }
  }

  // First, since a file of another schema is wrong in this one's fields for no reason of theirs.
  private static void requireSchema(Path file, byte[] bytes) throws UnreadableInput {
    try (JsonCursor json = JsonCursor.over(file, REMEDY, new ByteArrayInputStream(bytes))) {
      json.start();
      Schema.require(json, SCHEMA);
    }
  }

  private static At at(Path file, JsonLocation place) {
    return place == null
        ? new At(file, 1, 1, REMEDY)
        : new At(file, Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), REMEDY);
  }

  private static String reason(JsonProcessingException wrong) {
    if (!(wrong instanceof JsonMappingException unfit)) {
      return syntax(wrong);
    }
    String field = path(unfit);
    if (unfit.getCause() instanceof InputCoercionException) {
      return field + " is too large";
    }
    if (unfit.getCause() instanceof StreamReadException broken) {
      return syntax(broken);
    }
    if (unfit instanceof ValueInstantiationException && unfit.getCause() != null) {
      return field + ": " + unfit.getCause().getMessage();
    }
    if (unfit instanceof InvalidFormatException format) {
      return field + " is \"" + format.getValue() + "\", not " + wanted(format);
    }
    String message = unfit.getOriginalMessage();
    if (message.startsWith("Missing") || message.startsWith("Null value for creator")) {
      return field + " is missing";
    }
    return unfit instanceof MismatchedInputException mismatch
        ? field + " is not " + wanted(mismatch)
        : field + ": " + JsonMessage.brief(message);
  }

  private static String syntax(JsonProcessingException broken) {
    String message = broken.getOriginalMessage();
    return message.startsWith("Unexpected end-of-input")
        ? "the file ends in the middle of its JSON"
        : "not JSON: " + JsonMessage.brief(message);
  }

  private static String wanted(MismatchedInputException mismatch) {
    Class<?> type = mismatch.getTargetType();
    if (type == null) {
      return "what belongs here";
    }
    if (type == Blackhole.class) {
      return "one of compiler, full, dontinline, unknown";
    }
    if (type == int.class || type == long.class) {
      return "a whole number";
    }
    if (type == double.class) {
      return "a number";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    return type == String.class
        ? "a text"
        : List.class.isAssignableFrom(type) ? "an array" : "an object";
  }

  private static String path(JsonMappingException wrong) {
    return wrong.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? "[" + step.getIndex() + "]"
                    : "." + step.getFieldName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }
}
