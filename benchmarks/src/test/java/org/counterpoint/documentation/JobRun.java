package org.counterpoint.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the steps of a job as GitHub does: each script as the file has it, in the environment that
 * workflow and step give it, with outputs and a summary of its own. What is no script is passed
 * over.
 */
final class JobRun {

  /** How a step ended, and what it left. */
  record Ended(String step, int exit, String log, String summary, Map<String, String> outputs) {}

  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ (.*?) }}");
  private static final Pattern INPUT = Pattern.compile("inputs\\.(\\w+) \\|\\| '([^']*)'");
  private static final Pattern OUTPUT = Pattern.compile("steps\\.(\\w+)\\.outputs\\.(\\w+)");

  private final Workflow workflow;
  private final String job;
  private final Checkout checkout;
  private final Map<String, String> inputs;
  private final Map<String, String> given = new HashMap<>();
  private final Map<String, Map<String, String>> outputs = new HashMap<>();

  /**
   * @param inputs what was typed by whoever started it by hand
   */
  JobRun(Workflow workflow, String job, Checkout checkout, Map<String, String> inputs) {
    this.workflow = workflow;
    this.job = job;
    this.checkout = checkout;
    this.inputs = Map.copyOf(inputs);
  }

  /** For {@code mvn}'s stand-in. */
  JobRun with(String name, String value) {
    given.put(name, value);
    return this;
  }

  /** As if that step had said so. */
  JobRun after(String step, String output, String value) {
    outputs.computeIfAbsent(step, any -> new HashMap<>()).put(output, value);
    return this;
  }

  /** Every script of the job, one after the other, whatever it exits with. */
  List<Ended> all() throws Exception {
    List<Ended> ended = new ArrayList<>();
    for (Workflow.Step step : workflow.steps(job)) {
      if (step.run().isPresent()) {
        ended.add(run(step));
      }
    }
    return ended;
  }

  /** The step of that name alone. */
  Ended step(String name) throws Exception {
    return run(named(name));
  }

  /** The same, not awaited. */
  Checkout.Running begin(String name, Path output) throws IOException {
    Workflow.Step step = named(name);
    Map<String, String> environment = environment(step);
    environment.put("GITHUB_OUTPUT", output.toString());
    return checkout.begin(step.run().orElseThrow(), environment);
  }

  private Workflow.Step named(String name) {
    return workflow.steps(job).stream()
        .filter(step -> step.toString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Ended run(Workflow.Step step) throws Exception {
    Path output = Files.createTempFile(checkout.at("bin"), "out", ".txt");
    Path summary = Files.createTempFile(checkout.at("bin"), "summary", ".md");
    Map<String, String> environment = environment(step);
    environment.put("GITHUB_OUTPUT", output.toString());
    environment.put("GITHUB_STEP_SUMMARY", summary.toString());
    Checkout.Result result = checkout.run(step.run().orElseThrow(), environment);
    Map<String, String> said = outputs(Files.readString(output));
    step.value("id").ifPresent(id -> outputs.put(id, said));
    return new Ended(
        step.toString(), result.exit(), result.output(), Files.readString(summary), said);
  }

  private Map<String, String> environment(Workflow.Step step) {
    Map<String, String> environment = new TreeMap<>(given);
    workflow.values("env").forEach((name, value) -> environment.put(name, evaluated(value)));
    step.environment().forEach((name, value) -> environment.put(name, evaluated(value)));
    return environment;
  }

  private String evaluated(String text) {
    return EXPRESSION
        .matcher(text)
        .replaceAll(expression -> Matcher.quoteReplacement(value(expression.group(1))));
  }

  private String value(String expression) {
    Matcher input = INPUT.matcher(expression);
    if (input.matches()) {
      return inputs.getOrDefault(input.group(1), input.group(2));
    }
    Matcher output = OUTPUT.matcher(expression);
    if (output.matches()) {
      return outputs.getOrDefault(output.group(1), Map.of()).getOrDefault(output.group(2), "");
    }
    throw new IllegalArgumentException(
        "an expression that this test can't evaluate: " + expression);
  }

  /** {@code name=value} lines, and values of several lines between {@code name<<END} and END. */
  static Map<String, String> outputs(String file) {
    Map<String, String> outputs = new HashMap<>();
    Matcher several =
        Pattern.compile("^(\\w+)<<(\\w+)\\n(.*?)\\n\\2$", Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(file);
    String single = several.replaceAll("");
    several.reset();
    while (several.find()) {
      outputs.put(several.group(1), several.group(3));
    }
    single
        .lines()
        .filter(line -> line.contains("="))
        .forEach(
            line ->
                outputs.put(
                    line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    return outputs;
  }
}
