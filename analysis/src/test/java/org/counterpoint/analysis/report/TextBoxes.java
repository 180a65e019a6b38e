package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;

/** What every chart's lettering must keep to. */
final class TextBoxes {

  private TextBoxes() {}

  static void assertApart(Canvas canvas) {
    List<Rectangle2D> boxes = canvas.textBoxes();
    Rectangle2D whole = new Rectangle2D.Double(0, 0, canvas.getWidth(), canvas.getHeight());
    assertThat(boxes).hasSizeGreaterThan(5);
    for (int i = 0; i < boxes.size(); i++) {
      assertThat(whole.contains(boxes.get(i))).as("text " + i + " " + boxes.get(i)).isTrue();
      for (int j = 0; j < i; j++) {
        assertThat(boxes.get(i).intersects(boxes.get(j)))
            .as("texts " + j + " and " + i + ": " + boxes.get(j) + ", " + boxes.get(i))
            .isFalse();
      }
    }
  }
}
