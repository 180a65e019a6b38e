package org.counterpoint.analysis.report;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What charts are lettered in: a font that comes with the program, so that a chart of the same
 * values is the same wherever it is drawn. Whatever that has no letters for is drawn in the
 * machine's own.
 */
final class Fonts {

  private static final int SMALLEST = 9;

  private static final Font REGULAR = load("DejaVuSans.ttf");
  private static final Font BOLD = load("DejaVuSans-Bold.ttf");

  private Fonts() {}

  static Font regular(int size) {
    return REGULAR.deriveFont((float) size);
  }

  static Font bold(int size) {
    return BOLD.deriveFont((float) size);
  }

  /** That font, or the machine's own in its place where it lacks a letter of the text. */
  static Font forText(String text, Font font) {
    return font.canDisplayUpTo(text) < 0 ? font : ofMachine(font);
  }

  /** The machine's own sans serif in place of that font. */
  static Font ofMachine(Font font) {
    boolean isBold = font.isBold() || font.getPSName().equals(BOLD.getPSName());
    return new Font(Font.SANS_SERIF, isBold ? Font.BOLD : Font.PLAIN, font.getSize());
  }

  /** In the largest letters, at most those, in which all fits: or the smallest one can read. */
  static Font largest(Font most, Predicate<Font> fits) {
    for (int size = most.getSize(); size > SMALLEST; size--) {
      Font font = most.deriveFont((float) size);
      if (fits.test(font)) {
        return font;
      }
    }
    return most.deriveFont((float) SMALLEST);
  }

  private static Font load(String file) {
    try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
      return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in, file));
    } catch (FontFormatException | IOException e) {
      throw new IllegalStateException("the program's own font " + file + " can't be read", e);
    }
  }
}
