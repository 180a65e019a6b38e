package org.counterpoint.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LooksTest {

  @Test
  void looksWhereTheForksHaveDoubled() {
    assertThat(Looks.upTo(20).forks()).containsExactly(5, 10, 20);
    assertThat(Looks.upTo(10).forks()).containsExactly(5, 10);
    assertThat(Looks.upTo(25).forks()).containsExactly(5, 10, 25);
    assertThat(Looks.upTo(40).forks()).containsExactly(5, 10, 20, 40);
    assertThat(Looks.upTo(5).forks()).containsExactly(5);
  }

  @Test
  void skipsALookThatTheLastOneFollowsTooSoon() {
    assertThat(Looks.upTo(7).forks()).containsExactly(7);
    assertThat(Looks.upTo(8).forks()).containsExactly(5, 8);
    assertThat(Looks.upTo(14).forks()).containsExactly(5, 14);
    assertThat(Looks.upTo(15).forks()).containsExactly(5, 10, 15);
    assertThat(Looks.upTo(Integer.MAX_VALUE).forks()).hasSize(30).endsWith(Integer.MAX_VALUE);
  }

  @Test
  void tooFewForksAreNeverLookedAt() {
    assertThat(Looks.upTo(4).forks()).isEmpty();
    assertThat(Looks.upTo(0).forks()).isEmpty();
    assertThat(Looks.once(4).forks()).isEmpty();
  }

  @Test
  void oneLookMaySpendEverything() {
    assertThat(Looks.once(12).forks()).containsExactly(12);
    assertThat(Looks.once(12).share()).isEqualTo(1);
  }

  /** Wherever the run ends, all that was spent by then is the whole, and never more. */
  @Test
  void everyRunSpendsExactlyItsErrorRate() {
    for (int planned = 5; planned <= 200; planned++) {
      Looks looks = Looks.upTo(planned);
      for (int end = 5; end <= planned; end++) {
        double spent = looks.shareAtTheEnd(end);
        for (int look : looks.forks()) {
          spent += look < end ? looks.share() : 0;
        }
        assertThat(spent).as("%s, ends at %s", looks, end).isEqualTo(1, within(1e-12));
      }
    }
  }

  @Test
  void theEndTakesWhatIsLeft() {
    Looks looks = Looks.upTo(20);
    assertThat(looks.share()).isEqualTo(1.0 / 3);
    assertThat(looks.shareAtTheEnd(5)).isEqualTo(1);
    assertThat(looks.shareAtTheEnd(7)).isEqualTo(2.0 / 3);
    assertThat(looks.shareAtTheEnd(10)).isEqualTo(2.0 / 3);
    assertThat(looks.shareAtTheEnd(20)).isEqualTo(1.0 / 3);
    assertThat(looks.shareAtTheEnd(21)).isZero();
    assertThat(Looks.upTo(3).shareAtTheEnd(3)).isEqualTo(1);
  }

  @Test
  void refusesLooksThatDoNotAscendOrComeTooSoon() {
    for (List<Integer> forks : List.of(List.of(4, 10), List.of(10, 5), List.of(5, 5))) {
      assertThatThrownBy(() -> new Looks(forks))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(forks.toString());
    }
  }
}
