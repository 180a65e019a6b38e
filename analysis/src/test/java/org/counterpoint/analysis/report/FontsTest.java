package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import org.junit.jupiter.api.Test;

class FontsTest {

  @Test
  void lettersAreTheProgramsOwnWhateverTheMachineHas() {
    for (Font font : new Font[] {Frame.TITLE, Frame.LABEL, Frame.SMALL}) {
      assertThat(font.getFamily()).isEqualTo("DejaVu Sans");
      assertThat(Fonts.forText("LongAdder: 12.3 ops/µs, ± 5 %, σ → κ × λ", font)).isSameAs(font);
    }
    assertThat(Frame.TITLE.getPSName()).isEqualTo("DejaVuSans-Bold");
    assertThat(Frame.TITLE.getSize2D()).isEqualTo(18);
  }

  @Test
  void whatTheyLackIsTheMachines() {
    Font title = Fonts.forText("計数器", Frame.TITLE);
    assertThat(title).isEqualTo(new Font(Font.SANS_SERIF, Font.BOLD, 18));
    assertThat(Fonts.forText("計数器", Frame.LABEL))
        .isEqualTo(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
  }
}
