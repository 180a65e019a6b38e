package org.counterpoint.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.counterpoint.experiment.yaml.InvalidYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every workflow keeps to. What GitHub itself would refuse, {@code .ci/lint} finds. */
class WorkflowTest {

  private static final Path ROOT = Path.of("..");

  /** GitHub's own, of a release. */
  private static final Pattern ACTION =
      Pattern.compile(
          "actions/(?:checkout|setup-java|(?:upload|download)-artifact|cache/(?:restore|save))@v4");

  static List<Workflow> workflows() throws IOException, InvalidYaml {
    return Workflow.all();
  }

  @Test
  void thereAreTwo() throws IOException, InvalidYaml {
    assertThat(Workflow.all())
        .extracting(Workflow::toString)
        .containsExactly("bench.yml", "ci.yml");
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void readsTheRepositoryAndKnowsNoSecret(Workflow workflow) {
    assertThat(workflow.values("permissions")).isEqualTo(Map.of("contents", "read"));
    for (String job : workflow.jobs()) {
      assertThat(workflow.keys("jobs", job)).doesNotContain("permissions");
    }
    assertThat(workflow.text()).doesNotContain("secrets", "github.token", "pull_request_target");
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void everyJobEnds(Workflow workflow) {
    for (String job : workflow.jobs()) {
      assertThat(workflow.value("jobs", job, "timeout-minutes")).as(job).isPresent();
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void usesReleasesOfGithubsActions(Workflow workflow) {
    for (String job : workflow.jobs()) {
      for (Workflow.Step step : workflow.steps(job)) {
        assertThat(step.run().isPresent()).isNotEqualTo(step.value("uses").isPresent());
        step.value("uses").ifPresent(action -> assertThat(action).matches(ACTION));
        if (step.value("uses").orElse("").startsWith("actions/checkout@")) {
          assertThat(step.value("with", "persist-credentials")).hasValue("false");
        }
      }
    }
  }

  /** What somebody typed gets into a shell as a variable's value, never as a part of the script. */
  @ParameterizedTest
  @MethodSource("workflows")
  void noExpressionIsPastedIntoAScript(Workflow workflow) {
    assertThat(workflow.value("defaults", "run", "shell")).hasValue("bash");
    for (String job : workflow.jobs()) {
      for (Workflow.Step step : workflow.steps(job)) {
        assertThat(step.run().orElse("")).as("%s", step).doesNotContain("${{");
        assertThat(step.value("shell")).as("%s", step).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void everyScriptIsThere(Workflow workflow) {
    List<MatchResult> scripts =
        Pattern.compile("\\.ci/[\\w/]+").matcher(workflow.text()).results().toList();
    assertThat(scripts).isNotEmpty();
    for (MatchResult script : scripts) {
      assertThat(ROOT.resolve(script.group())).isExecutable();
    }
  }

  @Test
  void twoRunsOfOneKindOfMachineDoNotOverlap() throws IOException, InvalidYaml {
    Workflow bench = Workflow.named("bench.yml");
    assertThat(bench.value("jobs", "measure", "concurrency", "group"))
        .hasValue("bench-${{ matrix.machine }}");
    assertThat(bench.value("jobs", "measure", "concurrency", "cancel-in-progress"))
        .hasValue("false");
  }

  /** A job a JDK would put them on two machines, which no report can compare. */
  @Test
  void theJobsAreOfMachinesAndNotOfJdks() throws IOException, InvalidYaml {
    Workflow bench = Workflow.named("bench.yml");
    assertThat(bench.keys("jobs", "measure", "strategy", "matrix")).containsExactly("include");
    assertThat(bench.text()).contains("machine: x64", "machine: arm64").doesNotContain("matrix.j");
  }

  @Test
  void whatWasMeasuredIsKeptHoweverTheRunEnded() throws IOException, InvalidYaml {
    Workflow bench = Workflow.named("bench.yml");
    List<Workflow.Step> always =
        bench.steps("measure").stream()
            .filter(step -> step.value("if").equals(Optional.of("always()")))
            .toList();
    assertThat(always)
        .extracting(Workflow.Step::toString)
        .containsExactly("Report", "actions/upload-artifact@v4");
    assertThat(always.get(1).value("with", "path")).hasValue("${{ env.RUNS }}");
  }

  /** Those that need the network are not run by a test, but for real. */
  @Test
  void whatCiRunsTheCheckOfACloneRunsAsWell() throws IOException, InvalidYaml {
    String whole = Files.readString(ROOT.resolve(".ci").resolve("run"));
    Workflow ci = Workflow.named("ci.yml");
    for (String job : ci.jobs()) {
      for (Workflow.Step step : ci.steps(job)) {
        step.run().ifPresent(run -> assertThat(whole.lines().map(String::strip)).contains(run));
      }
    }
  }
}
