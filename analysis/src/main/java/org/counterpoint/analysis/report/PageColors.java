package org.counterpoint.analysis.report;

import java.awt.Color;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the colours of charts become on a dark screen: contenders keep their hue, paper and ink
 * change places. The pictures in files stay light, and so does what is printed.
 */
final class PageColors {

  /** What the page is then. */
  static final Color PAPER = new Color(0x16191C);

  private static final Color INK = new Color(0xE9ECEF);

  /** How much of a contender's colour is left where a field of a map has it. */
  private static final double TINT = 0.36;

  private static final Map<Color, Color> ON_DARK = new LinkedHashMap<>();

  static {
    ON_DARK.put(Color.WHITE, PAPER);
    ON_DARK.put(Palette.TEXT, INK);
    ON_DARK.put(Palette.QUIET_TEXT, new Color(0xB8BFC6));
    ON_DARK.put(Palette.GRID, new Color(0x333A41));
    ON_DARK.put(Palette.LEADER_LINE, new Color(0x6F7880));
    ON_DARK.put(Palette.SHADE, new Color(0x23282D));
    ON_DARK.put(Palette.FLOOR, new Color(0x939BA3));
    for (Color color : Palette.colors()) {
      ON_DARK.put(color, ofContender(color));
      ON_DARK.put(MapPlot.tinted(color), faded(ofContender(color)));
    }
  }

  private PageColors() {}

  /** Every colour that a chart may have, and what it becomes. */
  static Map<Color, Color> onDark() {
    return Collections.unmodifiableMap(ON_DARK);
  }

  /**
   * Rules for pictures in a page. Colours stand in the elements' own style, which only an important
   * rule outdoes.
   */
  static String rules() {
    StringBuilder rules = new StringBuilder();
    ON_DARK.forEach(
        (light, dark) -> {
          for (String property : List.of("fill", "stroke")) {
            rules
                .append("  figure svg [style*=\"")
                .append(property)
                .append(':')
                .append(css(light))
                .append("\"] { ")
                .append(property)
                .append(": ")
                .append(css(dark))
                .append(" !important; }\n");
          }
        });
    return rules.toString();
  }

  /** As a drawing writes it. */
  static String css(Color color) {
    return "rgb(" + color.getRed() + "," + color.getGreen() + "," + color.getBlue() + ")";
  }

  /** The two that don't show on dark get lighter; the others are as they were. */
  private static Color ofContender(Color color) {
    return switch (color.getRGB() & 0xFFFFFF) {
      case 0x0072B2 -> new Color(0x3F9FDC);
      case 0x000000 -> new Color(0xF5F5F5);
      default -> color;
    };
  }

  private static Color faded(Color color) {
    return new Color(
        mixed(color.getRed(), PAPER.getRed()),
        mixed(color.getGreen(), PAPER.getGreen()),
        mixed(color.getBlue(), PAPER.getBlue()));
  }

  private static int mixed(int color, int paper) {
    return (int) Math.round(TINT * color + (1 - TINT) * paper);
  }
}
