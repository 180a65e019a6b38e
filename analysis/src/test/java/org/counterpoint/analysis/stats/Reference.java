package org.counterpoint.analysis.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.counterpoint.analysis.model.Values;

/** The published values; {@code reference/SOURCE.txt} says where each comes from. */
final class Reference {

  private Reference() {}

  /** One row of a CSV file, its cells by the header's names. */
  record Row(Map<String, String> cells) {

    String text(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }

    double number(String column) {
      return Double.parseDouble(text(column));
    }
  }

  static List<Row> csv(String file) {
    List<List<String>> rows =
        new String(bytes(file), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(Reference::cells)
            .toList();
    return rows.stream().skip(1).map(row -> named(rows.get(0), row)).toList();
  }

  /** At the commas that stand outside quotes. */
  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
        .map(cell -> cell.replaceAll("^\"|\"$", ""))
        .toList();
  }

  static JsonNode json(String file) {
    try {
      return new ObjectMapper().readTree(bytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).asDouble();
    }
    return numbers;
  }

  /** Values whose logs are the numbers given, since the references are on the plain scale. */
  static Values withLogs(double... logs) {
    double[] values = new double[logs.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.exp(logs[i]);
    }
    return Values.of(values);
  }

  private static Row named(List<String> header, List<String> row) {
    if (row.size() < header.size()) {
      throw new IllegalArgumentException(header + " but " + row);
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      cells.put(header.get(i), row.get(i));
    }
    // A last column of free text may have commas of its own.
    String rest = String.join(",", row.subList(header.size() - 1, row.size()));
    cells.put(header.get(header.size() - 1), rest);
    return new Row(cells);
  }

  private static byte[] bytes(String file) {
    try (InputStream in =
        Objects.requireNonNull(Reference.class.getResourceAsStream("/reference/" + file), file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
