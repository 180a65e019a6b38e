package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.counterpoint.analysis.model.Jdk;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Unit;
import org.counterpoint.analysis.model.Values;
import org.junit.jupiter.api.Test;

class PlaneTest {

  private static final Jdk JDK = new Jdk("17", "17.0.15", "VM", "17");
  private static final Quantity RATE = new Quantity("throughput", Unit.of("ops/us"), true);

  private static Contest contest(Map<String, String> params, int threads) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      entries.add(
          Entry.measured(
              new Contender("C" + i, "Contender " + i, i), Values.of(1 + i, 1.01 + i, 1.02 + i)));
    }
    return Contest.of(
        new Setting("a.b.Reads.operate", new TreeMap<>(params), Mode.THROUGHPUT, JDK, threads),
        RATE,
        entries,
        Optional.empty(),
        Optional.empty());
  }

  private static List<Contest> map(List<String> reads, int... threads) {
    List<Contest> contests = new ArrayList<>();
    for (String share : reads) {
      for (int count : threads) {
        contests.add(contest(Map.of("reads", share), count));
      }
    }
    return contests;
  }

  private static String where(List<Contest> contests, Integer... some) {
    List<Plane> planes = Plane.of(contests);
    assertThat(planes).hasSize(1);
    List<Contest> all = planes.get(0).contests();
    return planes.get(0).where(List.of(some).stream().map(all::get).toList());
  }

  @Test
  void placesThatHaveTheSameThreadsAreOne() {
    List<Contest> contests = map(List.of("0", "50", "90"), 1, 4);
    assertThat(where(contests, 0, 2, 4)).isEqualTo("at 1 thread whatever reads is");
    assertThat(where(contests, 1, 3)).isEqualTo("at 4 threads with reads 0 or 50");
    assertThat(where(contests, 0, 1, 2))
        .isEqualTo("at 1 and 4 threads with reads 0 and at 1 thread with reads 50");
  }

  @Test
  void severalParamsAreNamedEach() {
    List<Contest> contests = new ArrayList<>();
    for (String inside : List.of("0", "20")) {
      for (int threads : new int[] {1, 2}) {
        contests.add(contest(Map.of("inside", inside, "outside", inside), threads));
      }
    }
    assertThat(where(contests, 1)).isEqualTo("at 2 threads with inside=0, outside=0");
  }

  @Test
  void whatSeveralPlacesShareIsNamedOnce() {
    List<Contest> contests = new ArrayList<>();
    for (String layout : List.of("PACKED", "PADDED")) {
      for (String counters : List.of("1", "16")) {
        for (int threads : new int[] {1, 2}) {
          contests.add(contest(Map.of("counters", counters, "layout", layout), threads));
        }
      }
    }
    Plane plane = Plane.of(contests).get(0);
    assertThat(plane.where(plane.contests().stream().filter(one -> is(one, "16", 1)).toList()))
        .isEqualTo("at 1 thread with counters=16 and layout PACKED or PADDED");
    assertThat(
            plane.where(
                plane.contests().stream()
                    .filter(one -> is(one, "1", 1) || is(one, "16", 1))
                    .limit(3)
                    .toList()))
        .contains(" or ")
        .doesNotContain(" and layout");
  }

  private static boolean is(Contest contest, String counters, int threads) {
    return counters.equals(contest.setting().params().get("counters"))
        && contest.setting().threads() == threads;
  }

  @Test
  void allOfThemAreEverywhere() {
    assertThat(where(map(List.of("0", "50"), 1, 4), 0, 1, 2, 3)).isEqualTo("everywhere");
  }

  @Test
  void moreThanFourPlacesAreANumber() {
    List<Contest> contests = map(List.of("1", "2", "3", "4", "5"), 1, 2, 4, 8);
    assertThat(where(contests, 0, 4, 5, 8, 10, 12, 15, 17)).isEqualTo("in 8 of 20 fields");
  }

  @Test
  void whatIsNoMapLiesAlongItsAxis() {
    assertThat(where(map(List.of("0"), 1, 2, 4), 1, 2)).isEqualTo("at 2 and 4 threads");
    assertThat(where(map(List.of("0", "50", "90"), 2), 0, 2)).isEqualTo("with reads 0 and 90");
  }

  @Test
  void eachContestIsInOnePlane() {
    List<Contest> contests = new ArrayList<>(map(List.of("0", "50"), 1, 2));
    contests.add(
        Contest.of(
            new Setting("a.b.Other.m", new TreeMap<>(), Mode.THROUGHPUT, JDK, 1),
            RATE,
            contests.get(0).entries(),
            Optional.empty(),
            Optional.empty()));
    assertThat(Plane.of(contests).stream().flatMap(plane -> plane.contests().stream()))
        .containsExactlyInAnyOrderElementsOf(contests);
  }
}
