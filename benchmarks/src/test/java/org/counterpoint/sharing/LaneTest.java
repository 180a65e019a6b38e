package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // What is broken may hang.
class LaneTest {

  private static final String USUAL = "usual";

  private final Lane lane = new Lane(Thread.currentThread(), 4, 0, USUAL);
  private final List<Object> taken = new ArrayList<>();

  @Test
  void keepsTheOrderRoundTheRing() {
    List<Object> sent = new ArrayList<>();
    for (int round = 0; round < 50; round++) {
      for (int i = 0; i < 1 + round % 4; i++) {
        Object message = (round + i) % 3 == 0 ? "other " + round : USUAL;
        assertThat(lane.offer(message)).isTrue();
        sent.add(message);
      }
      lane.drain(taken::add, 4);
      assertThat(taken).containsExactlyElementsOf(sent);
    }
  }

  @Test
  void isFullUntilTheOwnerHasTakenSome() {
    for (int i = 0; i < 4; i++) {
      assertThat(lane.offer(USUAL)).isTrue();
    }
    assertThat(lane.offer(USUAL)).isFalse();
    assertThat(lane.drain(taken::add, 1)).isEqualTo(1);
    assertThat(lane.offer("other")).isTrue();
    assertThat(lane.offer(USUAL)).isFalse();
    assertThat(lane.drain(taken::add, 9)).isEqualTo(4);
    assertThat(lane.isEmpty()).isTrue();
    assertThat(taken).containsExactly(USUAL, USUAL, USUAL, USUAL, "other");
  }

  @Test
  void keepsNoMessageAliveButTheUsual() {
    for (int i = 0; i < 20; i++) {
      lane.offer(i % 3 == 0 ? "other " + i : USUAL);
      lane.offer("another " + i);
      lane.drain(taken::add, 4);
      assertThat(lane.ring).allMatch(left -> left == null || left == USUAL);
    }
  }

  @Test
  void whatComesAfterTheOwnersEndIsRefused() {
    lane.offer("first");
    lane.end();
    lane.offer("late");
    lane.end();
    assertThat(lane.lastIsTaken()).isFalse();
    lane.finish(taken::add);
    assertThat(taken).containsExactly("first");
  }

  @Test
  void whatComesBeforeTheSendersEndIsTaken() {
    lane.offer("first");
    lane.offer("last");
    lane.end();
    assertThat(lane.lastIsTaken()).isTrue();
    lane.drain(taken::add, 1);
    lane.end();
    lane.finish(taken::add);
    assertThat(taken).containsExactly("first", "last");
  }
}
