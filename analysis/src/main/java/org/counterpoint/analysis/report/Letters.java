package org.counterpoint.analysis.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The outlines of letters in drawings, each of them once: a chart has some fifty shapes for its
 * hundreds of letters, and a page has the same fifty for all of its charts. Without this, two
 * thirds of a page are letters.
 */
final class Letters {

  /** What a page needs: the outlines for all, and drawings that refer to them. */
  record Shared(String outlines, Map<String, String> svgs) {}

  private static final Pattern LETTER =
      Pattern.compile(
          """
          <g transform="translate\\(([-0-9.]+) ([-0-9.]+)\\)">
          <path d="([^"]+)" style="(fill:rgb\\([0-9,]+\\);stroke:none;)"/>
          </g>
          """);

  private static final String DEFS = "<defs class=\"letters\">\n";
  private static final String END = "</defs>\n";
  private static final Pattern OWN =
      Pattern.compile(Pattern.quote(DEFS) + "(.*?)" + END, Pattern.DOTALL);

  private Letters() {}

  /**
   * The elements of a drawing, where each outline stands once, in front.
   *
   * @param elements one a line
   */
  static String once(String elements) {
    SortedMap<String, String> outlines = new TreeMap<>();
    StringBuilder rest = new StringBuilder();
    String style = "";
    int done = 0;
    Matcher letter = LETTER.matcher(elements);
    while (letter.find()) {
      if (letter.start() != done || !letter.group(4).equals(style)) {
        rest.append(closing(style)).append(elements, done, letter.start());
        style = letter.group(4);
        rest.append("<g style=\"").append(style).append("\">\n");
      }
      String id = id(letter.group(3));
      outlines.put(id, letter.group(3));
      rest.append("<use href=\"#").append(id);
      rest.append("\" x=\"").append(letter.group(1));
      rest.append("\" y=\"").append(letter.group(2)).append("\"/>\n");
      done = letter.end();
    }
    rest.append(closing(style)).append(elements, done, elements.length());
    StringBuilder defs = new StringBuilder();
    outlines.forEach(
        (id, outline) ->
            defs.append("<path id=\"")
                .append(id)
                .append("\" d=\"")
                .append(outline)
                .append("\"/>\n"));
    return defs.isEmpty() ? elements : DEFS + defs + END + rest;
  }

  private static String closing(String style) {
    return style.isEmpty() ? "" : "</g>\n";
  }

  /** The same for the same outline, so that drawings in one page can share it. */
  private static String id(String outline) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(outline.getBytes(StandardCharsets.UTF_8));
      return "g" + HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Takes the outlines out of drawings that will stand in one page. */
  static Shared shared(Map<String, String> svgs) {
    NavigableSet<String> outlines = new TreeSet<>();
    Map<String, String> rest = new HashMap<>();
    svgs.forEach(
        (id, svg) -> {
          Matcher own = OWN.matcher(svg);
          if (own.find()) {
            own.group(1).lines().forEach(outlines::add);
            rest.put(id, own.replaceFirst(""));
          } else {
            rest.put(id, svg);
          }
        });
    return new Shared(String.join("\n", outlines), rest);
  }
}
