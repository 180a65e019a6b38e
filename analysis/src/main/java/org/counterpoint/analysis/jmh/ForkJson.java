package org.counterpoint.analysis.jmh;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Noise;

/**
 * The journal's files, one finished fork each: written by the experiment, read by the analysis,
 * both here. A file, once written, is never changed.
 */
public final class ForkJson {

  /** What its first field says. */
  public static final String SCHEMA = "counterpoint/fork/1";

  static final String REMEDY = "restore the file, or delete it to go on without this fork";

  private static final JsonFactory JSON = new JsonFactory();

  private static final int DIGITS = 6;

  private ForkJson() {}

  /** The name of that fork's file: its sequence number, so that names sort as the forks ran. */
  public static String fileName(int sequence) {
    // By hand: a folder of thousands of forks asks for each of its names.
    String digits = Integer.toString(sequence);
    return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits + ".json";
  }

  /**
   * Writes a measured fork, whole or not at all.
   *
   * @param journal the folder, which must exist
   * @param jmh what JMH wrote of this fork: its JSON of one entry, in its array or without; goes
   *     into the file verbatim
   * @return the file
   * @throws UnreadableInput if JMH's entry would be refused when read, or is of another cell: the
   *     fork measured nothing usable, and nothing is written
   * @throws IOException if the file exists or cannot be written
   */
  public static Path writeMeasured(Path journal, ForkHeader header, String jmh) throws IOException {
    return write(
        journal,
        header,
        json -> {
          json.writeStringField("outcome", "measured");
          json.writeFieldName("jmh");
          json.writeRawValue(entry(jmh));
        });
  }

  /**
   * Writes a failed fork, whole or not at all.
   *
   * @param journal the folder, which must exist
   * @return the file
   * @throws IOException if the file exists or cannot be written
   */
  public static Path writeFailed(Path journal, ForkRecord.Failed failed) throws IOException {
    return write(
        journal,
        failed.header(),
        json -> {
          json.writeStringField("outcome", "failed");
          json.writeObjectFieldStart("failure");
          json.writeStringField("kind", failed.kind());
          json.writeStringField("message", failed.message());
          json.writeStringField("output", failed.output());
          json.writeEndObject();
        });
  }

  /**
   * Reads one file.
   *
   * @throws UnreadableInput if it is cut off, of another schema, wrong in a field, or if its parts
   *     contradict each other or its name
   */
  public static ForkRecord read(Path file) throws UnreadableInput {
    return read(file, Files::newInputStream, new Warnings()).fork();
  }

  static ForkReader.Located read(Path file, ForkFiles.Source source, Warnings warnings)
      throws UnreadableInput {
    try (JsonCursor json = JsonCursor.open(file, REMEDY, source)) {
      return new ForkReader(json, file, warnings).read();
    }
  }

  private interface Outcome {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private static Path write(Path journal, ForkHeader header, Outcome outcome) throws IOException {
    Path file = journal.resolve(fileName(header.sequence()));
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      writeHeader(json, header);
      outcome.writeTo(json);
      json.writeEndObject();
    }
    try (JsonCursor json =
        JsonCursor.over(file, REMEDY, new ByteArrayInputStream(bytes.toByteArray()))) {
      ForkRecord back = new ForkReader(json, file, new Warnings()).read().fork();
      if (!back.header().equals(header)) {
        throw new IllegalArgumentException("would be read back as another: " + header);
      }
    }
    WholeFile.write(file, bytes.toByteArray());
    return file;
  }

  private static void writeHeader(JsonGenerator json, ForkHeader header) throws IOException {
    json.writeStringField(Schema.FIELD, SCHEMA);
    json.writeNumberField("sequence", header.sequence());
    json.writeNumberField("block", header.block());
    json.writeNumberField("attempt", header.attempt());
    json.writeStringField("jdk", header.jdk());
    json.writeStringField("benchmark", header.cell().benchmark());
    json.writeObjectFieldStart("params");
    for (Map.Entry<String, String> param : header.cell().params().entrySet()) {
      json.writeStringField(param.getKey(), param.getValue());
    }
    json.writeEndObject();
    json.writeStringField("mode", header.cell().mode().code());
    json.writeNumberField("threads", header.cell().threads());
    JvmVariant jvm = header.cell().jvm();
    if (!jvm.equals(JvmVariant.NONE)) {
      json.writeObjectFieldStart(JmhFields.JVM);
      json.writeStringField("name", jvm.name());
      json.writeArrayFieldStart("flags");
      for (String flag : jvm.flags()) {
        json.writeString(flag);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeStringField("startedAt", header.startedAt().toString());
    json.writeNumberField("seconds", header.seconds());
    if (!header.noise().equals(Noise.UNKNOWN)) {
      json.writeObjectFieldStart("noise");
      for (Map.Entry<Noise.Reading, Double> reading : header.noise().readings().entrySet()) {
        json.writeNumberField(reading.getKey().code(), reading.getValue());
      }
      json.writeEndObject();
    }
  }

  private static String entry(String jmh) {
    String text = jmh.strip();
    return text.startsWith("[") && text.endsWith("]")
        ? text.substring(1, text.length() - 1).strip()
        : text;
  }
}
