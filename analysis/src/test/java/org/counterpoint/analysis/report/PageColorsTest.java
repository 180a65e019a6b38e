package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageColorsTest {

  private static final Pattern COLOR = Pattern.compile("(?:fill|stroke):(rgb\\(\\d+,\\d+,\\d+\\))");

  /** After WCAG 2.2, "contrast ratio". */
  private static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static Color dark(Color light) {
    return Objects.requireNonNull(PageColors.onDark().get(light), light::toString);
  }

  private static Set<String> colorsIn(String page) {
    Set<String> found = new HashSet<>();
    Matcher matcher = COLOR.matcher(page);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void theMeasureOfTheseTestsIsThatOfTheGuidelines() {
    assertThat(contrast(Color.BLACK, Color.WHITE)).isCloseTo(21, within(1e-9));
    assertThat(contrast(new Color(0x767676), Color.WHITE)).isCloseTo(4.54, within(0.01));
  }

  @Test
  void everyColorOfEveryChartHasACounterpart() throws IOException {
    SortedMap<String, byte[]> files = Documents.files(Documents.ofEveryKind(6));
    List<String> known = PageColors.onDark().keySet().stream().map(PageColors::css).toList();
    for (String name : files.keySet()) {
      if (name.endsWith(".svg")) {
        assertThat(known).as(name).containsAll(colorsIn(Documents.text(files, name)));
      }
    }
    String page = Documents.text(files, Report.HTML);
    assertThat(colorsIn(page.substring(page.indexOf("<main")))).hasSizeGreaterThan(12);
    assertThat(known).containsAll(colorsIn(page.substring(page.indexOf("<main"))));
  }

  @Test
  void whatIsDrawnShowsOnDark() {
    for (Color color : Palette.colors()) {
      assertThat(contrast(dark(color), PageColors.PAPER)).as("%s", color).isGreaterThan(3);
    }
    assertThat(contrast(dark(Palette.FLOOR), PageColors.PAPER)).isGreaterThan(3);
    assertThat(contrast(dark(Palette.LEADER_LINE), PageColors.PAPER)).isGreaterThan(3);
  }

  @Test
  void lettersCanBeReadOnDarkAndOnWhateverIsBelowThem() {
    for (Color ink : List.of(Palette.TEXT, Palette.QUIET_TEXT)) {
      assertThat(contrast(dark(ink), PageColors.PAPER)).isGreaterThan(4.5);
      assertThat(contrast(dark(ink), dark(Palette.SHADE))).isGreaterThan(4.5);
    }
    for (Color color : Palette.colors()) {
      Color field = MapPlot.tinted(color);
      assertThat(contrast(Palette.TEXT, field)).as("light %s", field).isGreaterThan(4.5);
      assertThat(contrast(dark(Palette.TEXT), dark(field))).as("dark %s", field).isGreaterThan(4.5);
    }
  }

  @Test
  void noTwoColorsBecomeOne() {
    Map<Color, Color> onDark = PageColors.onDark();
    assertThat(new HashSet<>(onDark.values())).hasSameSizeAs(onDark.keySet());
  }
}
