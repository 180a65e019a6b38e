package org.counterpoint.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpoint.analysis.compare.TestRuns.JDK_17;
import static org.counterpoint.analysis.compare.TestRuns.cell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.counterpoint.analysis.jmh.Blackhole;
import org.counterpoint.analysis.jmh.RunDescription;
import org.counterpoint.analysis.jmh.RunJdk;
import org.counterpoint.analysis.jmh.RunJson;
import org.counterpoint.analysis.model.ChangedPlans;
import org.counterpoint.analysis.model.Environment;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.Platform;
import org.counterpoint.analysis.model.Protocol;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every field that a run writes has a rule, the rules are written down, and they are kept. */
class ContractTest {

  private static final Path PAGE = Path.of("..", "results", "README.md");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  ContractTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void everyFieldOfARunHasARule() {
    List<String> fields = new ArrayList<>();
    addComponents(fields, "plan.", Plan.class);
    addComponents(fields, "environment.", Environment.class);
    fields.remove("environment.platform");
    addComponents(fields, "environment.platform.", Platform.class);
    addComponents(fields, "jdks.", RunJdk.class);
    List<String> ruled = Contract.TERMS.stream().map(Contract.Term::field).toList();
    assertThat(ruled).doesNotHaveDuplicates().containsAll(fields);
    assertThat(ruled.stream().filter(field -> !field.startsWith("protocol.")))
        .containsExactlyInAnyOrderElementsOf(fields);
  }

  private static void addComponents(List<String> fields, String prefix, Class<?> record) {
    for (RecordComponent component : record.getRecordComponents()) {
      fields.add(prefix + component.getName());
    }
  }

  @Test
  void theRulesAreWrittenDown() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .dropWhile(line -> !line.equals("| field | a difference | why |"))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(Contract.TERMS.stream().map(ContractTest::row).toList());
  }

  private static String row(Contract.Term term) {
    String effect =
        switch (term.rule()) {
          case IRRELEVANT -> "is irrelevant";
          case WARN -> "is told";
          case WITHHOLD ->
              "withholds the verdict on "
                  + term.spoils().stream()
                      .sorted()
                      .map(Claim::words)
                      .collect(Collectors.joining(", "));
        };
    return "| `" + term.field() + "` | " + effect + " | " + term.why() + " |";
  }

  /** One field after the other is changed in {@code run.json}, and only that one. */
  @Test
  void theRulesAreKept() throws IOException {
    RunDescription usual = usual();
    Path file = folder.resolve("run.json");
    RunJson.write(file, usual);
    String text = Files.readString(file);
    Side base = side(RunJson.read(file), TestRuns.PROTOCOL);
    for (Contract.Term term : Contract.TERMS) {
      if (term.field().startsWith("protocol.") || isListed(term.field())) {
        continue;
      }
      Files.writeString(file, changed(text, term.field()));
      Side candidate = side(RunJson.read(file), TestRuns.PROTOCOL);
      List<Difference> differences = Contract.differences(base, candidate);
      if (term.rule() == Contract.Rule.IRRELEVANT) {
        assertThat(differences).as(term.field()).isEmpty();
      } else {
        assertThat(differences)
            .as(term.field())
            .singleElement()
            .satisfies(
                one -> {
                  assertThat(one.field()).isEqualTo(term.field());
                  assertThat(one.spoils()).isEqualTo(term.spoils());
                  assertThat(one.base()).isNotEqualTo(one.candidate());
                  assertThat(one.sentence()).contains(one.candidate(), term.why());
                });
      }
    }
  }

  /** Lists are part of the plan's shape, not one value that could be another. */
  private static boolean isListed(String field) {
    return List.of("plan.strategies", "plan.params", "plan.controls", "plan.cells", "plan.absences")
        .contains(field);
  }

  private static String changed(String text, String field) throws IOException {
    JsonNode root = JSON.readTree(text);
    List<String> path = List.of(field.split("\\.", -1));
    JsonNode parent = root;
    for (String step : path.subList(0, path.size() - 1)) {
      parent = parent.get(step);
      parent = parent.isArray() ? parent.get(0) : parent;
    }
    String name = path.get(path.size() - 1);
    ObjectNode holder = (ObjectNode) parent;
    if (field.equals("plan.iterations")) {
      ((ObjectNode) holder.get(name)).put("warmups", 77);
    } else {
      holder.set(name, another(field, holder.get(name)));
    }
    return JSON.writeValueAsString(root);
  }

  private static JsonNode another(String field, JsonNode value) {
    if (field.equals("jdks.blackhole")) {
      return TextNode.valueOf("full");
    }
    if (value.isBoolean()) {
      return BooleanNode.valueOf(!value.asBoolean());
    }
    if (value.isInt() || value.isLong()) {
      return LongNode.valueOf(value.asLong() * 2 + 1);
    }
    return value.isNumber()
        ? DoubleNode.valueOf(value.asDouble() + 0.25)
        : TextNode.valueOf("other");
  }

  @Test
  void howJmhMeasuredCountsInFilesAsWell() {
    Side base = side(usual(), TestRuns.PROTOCOL);
    assertProtocol(base, new Protocol(10, 9, "100 ms", 5, "170 ms", List.of()), "protocol.warmup");
    assertProtocol(
        base, new Protocol(10, 3, "100 ms", 5, "1 s", List.of()), "protocol.measurement");
    assertProtocol(
        base, new Protocol(10, 3, "100 ms", 5, "170 ms", List.of("-Xmx1g")), "protocol.jvmArgs");
    assertThat(
            Contract.differences(
                base, side(usual(), new Protocol(7, 3, "100 ms", 5, "170 ms", List.of()))))
        .isEmpty();
  }

  private static void assertProtocol(Side base, Protocol other, String field) {
    assertThat(Contract.differences(base, side(usual(), other)))
        .extracting(Difference::field)
        .containsExactly(field);
  }

  /** What one side does not know may differ: it is told, and nothing is withheld. */
  @Test
  void whatIsUnknownIsTold() throws IOException {
    Path file = folder.resolve("run.json");
    RunJson.write(file, usual());
    String text = Files.readString(file);
    Files.writeString(file, text.replace("\"performance\"", "\"unknown\""));
    List<Difference> differences =
        Contract.differences(
            side(usual(), TestRuns.PROTOCOL), side(RunJson.read(file), TestRuns.PROTOCOL));
    assertThat(differences)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.field()).isEqualTo("environment.governor");
              assertThat(one.candidate()).isEqualTo("unknown");
              assertThat(one.spoils()).isEmpty();
            });
  }

  @Test
  void aFileThatDoesNotKnowItsMachineSaysSoOnce() {
    Run file = new TestRuns(1).add(JDK_17, cell("A", 1), 1).file("a.json");
    Run other = new TestRuns(2).add(JDK_17, cell("A", 1), 1).file("b.json");
    assertThat(Contract.differences(TestRuns.side(file, JDK_17), TestRuns.side(other, JDK_17)))
        .extracting(Difference::field)
        .containsExactly("environment");
    assertThat(Contract.differences(TestRuns.side(file, JDK_17), TestRuns.side(file, JDK_17)))
        .isEmpty();
  }

  @Test
  void aSuiteThatSupportsNoVerdictGetsNone() {
    Run smoke =
        new TestRuns(1)
            .add(JDK_17, cell("A", 1), 1)
            .run("smoke", ChangedPlans::withoutVerdicts, machine -> machine);
    List<Difference> differences =
        Contract.differences(TestRuns.side(smoke, JDK_17), TestRuns.side(smoke, JDK_17));
    assertThat(differences)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.field()).isEqualTo("plan.supportsVerdicts");
              assertThat(Arrays.asList(Claim.values())).allMatch(one::withholds);
            });
  }

  private static RunDescription usual() {
    Run run = new TestRuns(1).add(JDK_17, cell("A", 1), 1).run("usual");
    return new RunDescription(
        run.plan().orElseThrow(),
        TestRuns.MACHINE,
        List.of(
            new RunJdk(
                JDK_17.label(),
                JDK_17.version(),
                JDK_17.vmName(),
                JDK_17.vmVersion(),
                "/opt/jdk",
                Blackhole.COMPILER)));
  }

  private static Side side(RunDescription description, Protocol protocol) {
    Run drawn = new TestRuns(1).add(JDK_17, cell("A", 1), 1).run("usual");
    RunJdk jdk = description.jdks().get(0);
    List<Measurement> measured =
        drawn.measurements().stream()
            .map(
                one ->
                    new Measurement(
                        one.cell(), jdk.jdk(), protocol, one.primary(), one.secondary()))
            .toList();
    Run run =
        new Run(
            "run",
            Optional.of(description.plan()),
            Optional.of(description.environment()),
            List.of(jdk.jdk()),
            measured,
            List.of(),
            List.of(),
            List.of());
    return TestRuns.side(run, jdk.jdk());
  }
}
