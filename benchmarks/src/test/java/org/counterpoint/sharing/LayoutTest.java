package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.info.FieldLayout;

/**
 * Where this JVM puts the fields that the speed of the lock and of the lanes rests on. Two cache
 * lines apart is far enough: processors fetch lines in pairs.
 */
class LayoutTest {

  private static final long APART = 128;

  /** A class as this JVM lays it out. */
  private record Layout(ClassLayout layout) {

    static Layout of(Class<?> type) {
      return new Layout(ClassLayout.parseClass(type));
    }

    long offset(String field) {
      return layout.fields().stream()
          .filter(candidate -> candidate.name().equals(field))
          .mapToLong(FieldLayout::offset)
          .findFirst()
          .orElseThrow();
    }

    List<Long> distances(String from, String... to) {
      return Arrays.stream(to).map(name -> Math.abs(offset(name) - offset(from))).toList();
    }

    long behind(String field) {
      return layout.instanceSize() - offset(field);
    }
  }

  @Test
  void whatATurnWritesLiesApartFromWhatItReads() {
    Layout lock = Layout.of(ReleaseMutexLock.class);
    assertThat(lock.distances("state", "signal", "poisoned", "value", "busy"))
        .allMatch(distance -> distance >= APART);
    assertThat(lock.offset("state")).isGreaterThanOrEqualTo(APART);
    assertThat(lock.offset("signal")).isGreaterThanOrEqualTo(APART);
    assertThat(lock.behind("value")).isGreaterThanOrEqualTo(APART);
  }

  @Test
  void theTurnsLieBesideTheState() {
    Layout lock = Layout.of(ReleaseMutexLock.class);
    assertThat(lock.distances("state", "turns")).containsExactly(8L);
  }

  @Test
  void aLanesSenderAndItsOwnerWriteApart() {
    Layout lane = Layout.of(Lane.class);
    assertThat(lane.distances("sent", "taken")).allMatch(distance -> distance >= APART);
    assertThat(lane.distances("sent", "senderId", "ring", "usual", "roomUntil"))
        .allMatch(distance -> distance < 64);
    assertThat(lane.offset("sent")).isGreaterThanOrEqualTo(APART);
    assertThat(lane.behind("taken")).isGreaterThanOrEqualTo(APART);
  }
}
