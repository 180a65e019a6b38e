package org.counterpoint.analysis.report;

import java.nio.charset.Charset;

/**
 * What bars are drawn with.
 *
 * @param full a whole column
 * @param parts columns that are filled by a part, the smallest first; none where there are no such
 * @param line between the ends of an interval
 * @param low its low end
 * @param high its high end
 * @param value where it has both ends beside it
 * @param lone where its ends are in the same column as the value
 * @param beyond where its high end is beyond the last column
 * @param ellipsis behind a text that was cut
 */
record Glyphs(
    String full,
    String parts,
    String line,
    String low,
    String high,
    String value,
    String lone,
    String beyond,
    String ellipsis) {

  static final Glyphs BLOCKS = new Glyphs("█", "▏▎▍▌▋▊▉", "─", "├", "┤", "┼", "│", "→", "…");

  static final Glyphs ASCII = new Glyphs("#", "", "-", "[", "]", "+", "|", ">", "...");

  /** Blocks where they can be written. */
  static Glyphs in(Charset charset) {
    boolean canWrite = charset.canEncode() && charset.newEncoder().canEncode(BLOCKS.all());
    return canWrite ? BLOCKS : ASCII;
  }

  private String all() {
    return full + parts + line + low + high + value + lone + beyond + ellipsis;
  }
}
