package org.counterpoint.analysis.report;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;

/** A chart as SVG and as PNG, both from the same object. */
final class Images {

  private static final int PNG_SCALE = 2;
  private static final Pattern LONG_FRACTION = Pattern.compile("-?\\d+\\.\\d{2,}(?![\\d%])");
  private static final Pattern CLIP = Pattern.compile("clip-?\\d+");
  private static final Pattern PATH_GAP = Pattern.compile("(?<=[0-9]) (?=[MLQCZ])");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern ROOT = Pattern.compile("<svg [^>]*>");

  private Images() {}

  /**
   * The element alone, without XML declaration, so that it can stand in a page. Coordinates are
   * rounded to tenths of a pixel, and names of clip paths are made the chart's own: several charts
   * in one page must not take each other's.
   */
  static String svg(Chart chart) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    VectorGraphicsEncoder.saveVectorGraphic(chart.canvas(), bytes, VectorGraphicsFormat.SVG);
    String text = bytes.toString(StandardCharsets.UTF_8);
    String body = text.substring(text.indexOf("<svg "));
    body = ROOT.matcher(body).replaceFirst("");
    // Within tags only: what is written in a chart stays as it is.
    body =
        TAG.matcher(body)
            .replaceAll(tag -> Matcher.quoteReplacement(compact(tag.group(), chart.id())));
    int width = chart.canvas().getWidth();
    int height = chart.canvas().getHeight();
    String titleId = chart.id() + "-title";
    String descriptionId = chart.id() + "-description";
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
        + width
        + "\" height=\""
        + height
        + "\" viewBox=\"0 0 "
        + width
        + " "
        + height
        + "\" role=\"img\" aria-labelledby=\""
        + titleId
        + "\" aria-describedby=\""
        + descriptionId
        + "\">\n<title id=\""
        + titleId
        + "\">"
        + Escape.html(chart.title())
        + "</title>\n<desc id=\""
        + descriptionId
        + "\">"
        + Escape.html(chart.caption())
        + ".</desc>"
        + Letters.once(body.strip().replaceAll("\\s*\\n\\s*", "\n") + "\n");
  }

  /** A file of its own. */
  static byte[] svgFile(String svg) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg).getBytes(StandardCharsets.UTF_8);
  }

  /** At twice the SVG's size. */
  static byte[] png(Chart chart) throws IOException {
    int width = chart.canvas().getWidth();
    int height = chart.canvas().getHeight();
    BufferedImage image =
        new BufferedImage(width * PNG_SCALE, height * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.scale(PNG_SCALE, PNG_SCALE);
      chart.canvas().paint(g, width, height);
    } finally {
      g.dispose();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", bytes)) {
      throw new IOException("this JDK cannot write PNG images");
    }
    return bytes.toByteArray();
  }

  private static String compact(String tag, String id) {
    String named = CLIP.matcher(tag).replaceAll(Matcher.quoteReplacement(id + "-clip"));
    return PATH_GAP.matcher(rounded(named)).replaceAll("");
  }

  private static String rounded(String svg) {
    Matcher matcher = LONG_FRACTION.matcher(svg);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      String number =
          new BigDecimal(matcher.group())
              .setScale(1, RoundingMode.HALF_UP)
              .stripTrailingZeros()
              .toPlainString();
      matcher.appendReplacement(result, number);
    }
    return matcher.appendTail(result).toString();
  }
}
