package org.counterpoint.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a page tells its reader to type: a block without a language, or a piece of code in a
 * sentence.
 *
 * @param text as it stands there
 * @param script the lines for a shell that it means
 */
record Command(String text, String script) {

  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w*)\\R(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");

  /** An option, or a program with something behind it: names alone are no commands. */
  private static final Pattern TYPED =
      Pattern.compile(
          "-.*|(?:mvn|java|counterpoint\\S*|compare|report|calibrate|scalability|show|trend) .*");

  private static final String COUNTERPOINT = "java -jar analysis/target/counterpoint.jar ";
  private static final String JMH = "java -jar benchmarks/target/benchmarks.jar ";
  private static final String MEASURING = JMH + "IncrementBenchmark -f 1 -wi 1 -i 1 -r 1s ";
  private static final String JDKS =
      "java -cp benchmarks/target/benchmarks.jar org.counterpoint.experiment.jdks.Main ";

  private static final List<Meaning> MEANINGS =
      List.of(
          new Meaning("mvn .*", "$0"),
          new Meaning("-DskipTests", "mvn verify $0"),
          new Meaning("-Dbench\\.\\w+=.*", "mvn verify -Pbench $0"),
          // A setting by its name alone.
          new Meaning("-Dbench\\.\\w+", "mvn verify -Pbench $0="),
          // With nothing behind it, it would measure for hours.
          new Meaning(Pattern.quote(JMH.strip()), "$0 -h"),
          new Meaning("java .*", "$0"),
          new Meaning("counterpoint(?:\\.jar)? (.*)", COUNTERPOINT + "$1"),
          new Meaning("compare results/reference .*", COUNTERPOINT + "$0"),
          new Meaning("compare … (.*)", COUNTERPOINT + "compare BASE CANDIDATE $1"),
          new Meaning("--by .*", COUNTERPOINT + "compare RUN $0"),
          new Meaning(
              "--(?:gate|force|format|margin|metric)\\b.*",
              COUNTERPOINT + "compare BASE CANDIDATE $0"),
          new Meaning("--load PARAM", COUNTERPOINT + "scalability RUN --load counters"),
          new Meaning("--color .*", COUNTERPOINT + "show RUN --color never"),
          new Meaning("--cell", COUNTERPOINT + "trend BASE CANDIDATE $0 MUTEX"),
          new Meaning("--jdks=.*", JDKS + "$0"),
          new Meaning("-l|-lp", JMH + "$0"),
          new Meaning("-p .*", MEASURING + "$0"),
          new Meaning("-(?:prof|rf) .*", MEASURING + "-p strategy=MUTEX $0"));

  /** What a piece of code stands for, if it is all of that pattern. */
  private record Meaning(Pattern pattern, String script) {

    Meaning(String pattern, String script) {
      this(Pattern.compile(pattern), script);
    }

    Stream<String> of(String code) {
      Matcher whole = pattern.matcher(code);
      return whole.matches() ? Stream.of(whole.replaceFirst(script)) : Stream.empty();
    }
  }

  /**
   * Those of a page, in its order.
   *
   * @throws IllegalArgumentException if it holds one of which nobody has said what it stands for
   */
  static List<Command> of(String page) {
    List<Command> commands = new ArrayList<>();
    Matcher block = BLOCK.matcher(page);
    StringBuilder prose = new StringBuilder();
    while (block.find()) {
      block.appendReplacement(prose, "");
      if (block.group(1).isEmpty()) {
        commands.add(new Command(block.group(2).strip(), named(block.group(2))));
      }
    }
    block.appendTail(prose);
    Matcher span = SPAN.matcher(prose);
    while (span.find()) {
      if (TYPED.matcher(span.group(1)).matches()) {
        commands.add(new Command(span.group(1), named(meaning(span.group(1)))));
      }
    }
    return commands.stream().distinct().toList();
  }

  private static String meaning(String code) {
    return MEANINGS.stream()
        .flatMap(meaning -> meaning.of(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "`" + code + "`: say in Command what it stands for, so that it is run"));
  }

  // RUN, BASE and CANDIDATE are names that folders can have.
  private static String named(String script) {
    return script
        .replace("results/<run>", "RUN")
        .replace("RUN_OR_JSON…", "BASE CANDIDATE")
        .replace("RUN RUN…", "BASE CANDIDATE")
        .replace("RUN_OR_JSON", "RUN");
  }

  @Override
  public String toString() {
    return text;
  }
}
