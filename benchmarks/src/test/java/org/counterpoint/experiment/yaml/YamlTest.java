package org.counterpoint.experiment.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {

  private static final String SAMPLE =
      """
      # A comment.
      forks: 10
      list:
        - one            # and another
        - "two words"
        - inner: {a: 1, 'b': [x, y]}
      empty:
      text: |
        a line
      """;

  private static YamlNode.Scalar scalar(int line, int column, String text) {
    return new YamlNode.Scalar(new Place("f", line, column), text);
  }

  private static YamlNode.Entry entry(YamlNode.Scalar key, YamlNode value) {
    return new YamlNode.Entry(key, value);
  }

  private static String refused(String yaml) {
    InvalidYaml refused = catchThrowableOfType(InvalidYaml.class, () -> Yaml.parse("f", yaml));
    assertThat(refused).as(yaml).isNotNull();
    return String.valueOf(refused.getMessage());
  }

  @Test
  void everyValueHasItsPlace() throws InvalidYaml {
    YamlNode.Mapping inner =
        new YamlNode.Mapping(
            new Place("f", 6, 12),
            List.of(
                entry(scalar(6, 13, "a"), scalar(6, 16, "1")),
                entry(
                    scalar(6, 19, "b"),
                    new YamlNode.Sequence(
                        new Place("f", 6, 24), List.of(scalar(6, 25, "x"), scalar(6, 28, "y"))))));
    YamlNode.Sequence list =
        new YamlNode.Sequence(
            new Place("f", 4, 3),
            List.of(
                scalar(4, 5, "one"),
                scalar(5, 5, "two words"),
                new YamlNode.Mapping(
                    new Place("f", 6, 5), List.of(entry(scalar(6, 5, "inner"), inner)))));
    assertThat(Yaml.parse("f", SAMPLE))
        .isEqualTo(
            new YamlNode.Mapping(
                new Place("f", 2, 1),
                List.of(
                    entry(scalar(2, 1, "forks"), scalar(2, 8, "10")),
                    entry(scalar(3, 1, "list"), list),
                    entry(scalar(7, 1, "empty"), scalar(7, 7, "")),
                    entry(scalar(8, 1, "text"), scalar(8, 7, "a line\n")))));
  }

  /** As YAML 1.2 has it; to readers of YAML 1.1 they are a truth value, a number, a time. */
  @ParameterizedTest
  @ValueSource(strings = {"no", "on", "010", "1_000", "12:30:00", "0x1F", "~", "null", "1e3"})
  void aTextIsWhatStandsThere(String text) throws InvalidYaml {
    assertThat(Yaml.parse("f", text)).isEqualTo(scalar(1, 1, text));
  }

  @Test
  void linesAreCountedHoweverTheyEnd() throws InvalidYaml {
    for (String end : new String[] {"\n", "\r\n", "\r"}) {
      assertThat(Yaml.parse("f", "# x" + end + end + "a")).as(end).isEqualTo(scalar(3, 1, "a"));
      assertThat(refused("a: 1" + end + "b: 2" + end + "\tc: 3")).startsWith("f:3:1: a tab");
    }
  }

  @Test
  void columnsAreCountedInCharacters() {
    assertThat(refused("{\"\ud83d\udd12\": 1, \u00e9: 2, \u00e9: 3}"))
        .isEqualTo("f:1:16: \"\u00e9\" comes twice, first in line 1");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() throws InvalidYaml {
    assertThat(Yaml.parse("f", "\ufeffa")).isEqualTo(scalar(1, 1, "a"));
    assertThat(refused("a: \ufeffb"))
        .isEqualTo("f:1:4: the character U+FEFF, which no YAML can have");
  }

  static Stream<Arguments> dangers() {
    return Stream.of(
        Arguments.of("a: &x [1]\nb: *x", "1:4: an anchor (&), which is not understood; write the"),
        Arguments.of("- *x", "1:3: an alias (*), which is not understood; write the value itself"),
        Arguments.of("a: !!str 1", "1:4: a tag (!), which is not understood; write the value"),
        Arguments.of("!!java.net.URL [\"http://x\"]", "1:1: a tag (!), which is not"),
        Arguments.of("%TAG ! tag:x,2026:\n---\n!a b", "3:1: a tag (!), which is not"),
        Arguments.of("a: 1\n---\nb: 2", "2:1: a second document; a file holds one"),
        Arguments.of("? [a, b]\n: c", "1:3: a key must be a text, such as"),
        Arguments.of("? {a: b}\n: c", "1:3: a key must be a text, such as"),
        Arguments.of("'': c", "1:1: a key must be a text, such as"),
        Arguments.of("a: 1\nb: 2\na: 3", "3:1: \"a\" comes twice, first in line 1"),
        Arguments.of("{a: 1, 'a': 2}", "1:8: \"a\" comes twice, first in line 1"),
        Arguments.of("", "1:1: there is nothing in this file"),
        Arguments.of(" \n\n", "1:1: there is nothing in this file"),
        Arguments.of("# nothing\n", "1:1: there is nothing in this file"),
        Arguments.of("[[[[[[[[[]]]]]]]]]", "1:9: nested more than 8 deep"),
        Arguments.of("a:\n\tb: 1", "2:1: a tab; indent with spaces"),
        Arguments.of("a:\n  \tb: 1", "2:3: a tab; indent with spaces"),
        Arguments.of("a: \u0000", "1:4: the character U+0000, which no YAML can have"),
        Arguments.of("a: \u001b[31m", "1:4: the character U+001B, which no YAML can have"),
        Arguments.of("a: \uffff", "1:4: the character U+FFFF, which no YAML can have"));
  }

  @ParameterizedTest
  @MethodSource("dangers")
  void whatIsMoreThanTextsListsAndKeysIsRefused(String yaml, String message) {
    assertThat(refused(yaml)).startsWith("f:" + message);
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("a: b: c", "1:5: not YAML: mapping values are not allowed here"),
        Arguments.of("a: [b, c", "1:9: not YAML: expected ',' or ']'"),
        Arguments.of("a: {b: c", "1:9: not YAML: expected ',' or '}'"),
        Arguments.of("a: \"b", "1:6: not YAML: found unexpected end of stream"),
        Arguments.of("a: @b", "1:4: not YAML: found character '@' that cannot start any token"),
        Arguments.of("- a\nb: c", "2:1: not YAML: expected <block end>"),
        Arguments.of("a: 1\n b: 2", "2:3: not YAML: mapping values are not allowed here"),
        Arguments.of("a: 1\nb", "2:2: not YAML: could not find expected ':'"),
        Arguments.of("%YAML 9.9\n---\na", "1:1: not YAML: "),
        Arguments.of("!<", "1:"),
        Arguments.of("%", "1:"),
        Arguments.of("&", "1:"),
        Arguments.of("*", "1:"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void brokenYamlIsRefusedWithItsPlace(String yaml, String message) {
    assertThat(refused(yaml)).startsWith("f:" + message).doesNotContain("\n");
  }

  /** Nine lines that stand for a thousand million. */
  @Test
  void aBombOfAliasesDoesNotGoOff() {
    StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (char name = 'b'; name <= 'j'; name++) {
      String before = "*" + (char) (name - 1);
      bomb.append(name + ": &" + name + " [" + (before + ", ").repeat(8) + before + "]\n");
    }
    assertThat(refused(bomb.toString())).startsWith("f:1:4: an anchor (&)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? ", "a:\n "})
  void depthIsRefusedBeforeItIsReached(String open) {
    assertThat(refused(open.repeat(16_000))).matches("f:\\d+:\\d+: .*");
  }

  /** Whatever the text, the outcome is a value or one line with a place. */
  @Test
  void noTextBringsTheReaderDown() {
    Random random = new Random(20260101);
    String odd = " \n\t\r:-?,[]{}#&*!|>'\"%@`~\\x\u0000\u0085\u2028\ufeff\ud83d\udd12\ud800";
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(SAMPLE);
      for (int change = random.nextInt(4); change >= 0 && !text.isEmpty(); change--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, odd.charAt(random.nextInt(odd.length())));
          default -> text.setLength(at + 1);
        }
      }
      try {
        Yaml.parse("f", text.toString());
      } catch (InvalidYaml wrong) {
        refused++;
        assertThat(wrong.getMessage()).as(text.toString()).matches("f:\\d+:\\d+: [^\\p{Cc}]+");
      }
    }
    assertThat(refused).isBetween(1000, 19_000);
  }
}
