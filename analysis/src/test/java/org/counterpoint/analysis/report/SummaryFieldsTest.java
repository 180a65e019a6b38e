package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;

/** The page on what a run leaves describes every field of a run in summary.json, and no other. */
class SummaryFieldsTest {

  private static final Pattern ROW = Pattern.compile("^\\| (`[^|]*`) \\|", Pattern.MULTILINE);
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  private static List<String> described() throws IOException {
    String page = Files.readString(Path.of("..", "results", "README.md"));
    String section = page.substring(page.indexOf("## report/summary.json"));
    List<String> names = new ArrayList<>();
    ROW.matcher(section.substring(0, section.indexOf("\n## ")))
        .results()
        .forEach(
            row -> NAME.matcher(row.group(1)).results().forEach(name -> names.add(name.group(1))));
    return names;
  }

  private static List<String> fields(Run run) throws IOException {
    byte[] json = Objects.requireNonNull(Report.files(List.of(run)).get(Report.JSON));
    JsonNode summary = new ObjectMapper().readTree(json);
    List<String> names = new ArrayList<>();
    summary.at("/runs/0").fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void areThoseOfThePage() throws IOException {
    TreeSet<String> fields =
        new TreeSet<>(fields(Runs.own().threads(1, 2).noise(0.01).planned(25).make()));
    fields.addAll(fields(Runs.own().threads(2).smoke().make()));
    assertThat(described()).containsExactlyInAnyOrderElementsOf(fields);
  }
}
