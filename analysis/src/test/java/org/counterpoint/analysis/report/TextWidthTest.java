package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextWidthTest {

  @Test
  void countsColumnsAndNotCharacters() {
    assertThat(TextWidth.of("Mutex")).isEqualTo(5);
    assertThat(TextWidth.of("計数器")).isEqualTo(6);
    assertThat(TextWidth.of("é")).isEqualTo(1);
    assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
    assertThat(TextWidth.of("🔒")).isEqualTo(2);
    assertThat(TextWidth.of("├█┤")).isEqualTo(3);
  }

  @Test
  void fitsAndPads() {
    assertThat(TextWidth.fit("計数器", 6, "…")).isEqualTo("計数器");
    assertThat(TextWidth.fit("計数器", 5, "…")).isEqualTo("計数…");
    assertThat(TextWidth.fit("abcdef", 5, "...")).isEqualTo("ab...");
    assertThat(TextWidth.padded("計", 4)).isEqualTo("計  ");
  }

  @Test
  void wrapsAtBlanksAndWithinLongWords() {
    assertThat(TextWidth.wrap("one two three", 8, "  ")).containsExactly("one two", "  three");
    assertThat(TextWidth.wrap("a " + "x".repeat(10), 6, "  "))
        .containsExactly("a", "  xxxx", "  xxxx", "  xx");
    assertThat(TextWidth.wrap("", 6, "  ")).containsExactly("");
    for (String line : TextWidth.wrap("計数器".repeat(20) + " " + "k=v, ".repeat(30), 21, "  ")) {
      assertThat(TextWidth.of(line)).isLessThanOrEqualTo(21);
    }
    assertThat(TextWidth.wrap("a b  c", 80, "")).isEqualTo(List.of("a b  c"));
  }
}
