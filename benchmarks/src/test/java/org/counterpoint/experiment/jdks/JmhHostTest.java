package org.counterpoint.experiment.jdks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.counterpoint.analysis.jmh.Blackhole;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.CompilerHints;

class JmhHostTest {

  @Test
  void saysWhatJmhPrintsAboveARun() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CompilerHints.printHints(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    String printed = bytes.toString(StandardCharsets.UTF_8);
    String mode =
        switch (JmhHost.blackhole()) {
          case COMPILER -> "compiler";
          case DONTINLINE -> "full + dont-inline hint";
          case FULL -> "full";
          case UNKNOWN -> "none";
        };
    assertThat(printed).contains("# Blackhole mode: " + mode + " (");
  }

  @Test
  void isKnown() {
    assertThat(JmhHost.blackhole()).isNotEqualTo(Blackhole.UNKNOWN);
  }
}
