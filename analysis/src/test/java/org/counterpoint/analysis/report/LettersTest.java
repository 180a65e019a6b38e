package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LettersTest {

  private static final String INK = "fill:rgb(26,26,26);stroke:none;";
  private static final String QUIET = "fill:rgb(90,90,90);stroke:none;";

  private static String letter(String at, String outline, String style) {
    return "<g transform=\"translate("
        + at
        + ")\">\n<path d=\""
        + outline
        + "\" style=\""
        + style
        + "\"/>\n</g>\n";
  }

  private static long count(String text, String part) {
    return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
  }

  @Test
  void anOutlineStandsOnceAndIsUsedWhereItWasDrawn() {
    String drawn =
        Letters.once(
            "<rect width=\"5\"/>\n"
                + letter("1 2.5", "M0,0L1,1Z", INK)
                + letter("9 2.5", "M0,0L2,2Z", INK)
                + letter("17 2.5", "M0,0L1,1Z", INK)
                + "<line x1=\"0\"/>\n"
                + letter("1 40", "M0,0L1,1Z", QUIET)
                + "</svg>\n");
    assertThat(count(drawn, "d=\"M0,0L1,1Z\"")).isOne();
    assertThat(count(drawn, "d=\"M0,0L2,2Z\"")).isOne();
    assertThat(drawn.replaceAll("#g[0-9a-f]{12}", "#g"))
        .endsWith(
            """
            </defs>
            <rect width="5"/>
            <g style="fill:rgb(26,26,26);stroke:none;">
            <use href="#g" x="1" y="2.5"/>
            <use href="#g" x="9" y="2.5"/>
            <use href="#g" x="17" y="2.5"/>
            </g>
            <line x1="0"/>
            <g style="fill:rgb(90,90,90);stroke:none;">
            <use href="#g" x="1" y="40"/>
            </g>
            </svg>
            """);
  }

  @Test
  void whatIsNoLetterStaysAsItIs() {
    String elements =
        "<g transform=\"translate(1 2)\">\n<path d=\"M0\" style=\""
            + INK
            + "\"/>\n<rect/>\n</g>\n</svg>\n";
    assertThat(Letters.once(elements)).isEqualTo(elements);
  }

  @Test
  void thePagesOfSeveralDrawingsHaveEachOutlineOnce() {
    String one = Letters.once(letter("1 1", "M0,0L1,1Z", INK) + letter("2 1", "M3Z", INK));
    String other = Letters.once(letter("7 7", "M0,0L1,1Z", INK));
    Letters.Shared shared = Letters.shared(Map.of("a", one, "b", other, "c", "<svg/>"));
    assertThat(shared.outlines().lines()).hasSize(2);
    assertThat(shared.svgs()).containsEntry("c", "<svg/>");
    assertThat(shared.svgs().values()).noneMatch(svg -> svg.contains("<path"));
    String id = one.replaceAll("(?s).*id=\"([^\"]+)\" d=\"M0,0L1,1Z\".*", "$1");
    assertThat(shared.svgs().get("b")).contains("href=\"#" + id + "\" x=\"7\"");
  }
}
