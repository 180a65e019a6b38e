package org.counterpoint.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void hasColoursWhereSomebodyLooksAndWantsThem() {
    assertThat(Terminal.isColourful(true, Map.of("TERM", "xterm-256color"))).isTrue();
    assertThat(Terminal.isColourful(true, Map.of())).isTrue();
    // no-color.org: present and not empty.
    assertThat(Terminal.isColourful(true, Map.of("NO_COLOR", ""))).isTrue();
    assertThat(Terminal.isColourful(true, Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(Terminal.isColourful(true, Map.of("TERM", "dumb"))).isFalse();
    assertThat(Terminal.isColourful(false, Map.of("TERM", "xterm-256color"))).isFalse();
  }
}
