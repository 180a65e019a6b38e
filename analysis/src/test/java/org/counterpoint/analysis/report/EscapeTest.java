package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscapeTest {

  @Test
  void leavesNoMarkupInHtml() {
    assertThat(Escape.html("<a href=\"x\" id='y'>&</a>"))
        .isEqualTo("&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;&lt;/a&gt;");
    assertThat(Escape.html("a\u0000b\u001bc")).isEqualTo("a\uFFFDb\uFFFDc");
  }

  @Test
  void endsNoLineBetweenANumberAndItsPercentSign() {
    assertThat(Escape.prose("<-12.6 % [-23 %, x %]>"))
        .isEqualTo("&lt;-12.6\u00A0% [-23\u00A0%, x %]&gt;");
  }

  @Test
  void leavesNoMarkupAndNoMentionInMarkdown() {
    assertThat(Escape.markdown("a|b*c_[d](e)`<f>&\\ @g\nh"))
        .isEqualTo("a\\|b\\*c\\_\\[d\\](e)\\`&lt;f&gt;&amp;\\\\ &#64;g h");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
  void letsNoSpreadsheetRunAName(String text) {
    assertThat(Escape.csv(text).replace("\"", "")).startsWith("'");
  }

  @Test
  void quotesWhatWouldEndAField() {
    assertThat(Escape.csv("a,b")).isEqualTo("\"a,b\"");
    assertThat(Escape.csv("say \"x\"\n")).isEqualTo("\"say \"\"x\"\"\n\"");
    assertThat(Escape.csv("plain")).isEqualTo("plain");
  }
}
