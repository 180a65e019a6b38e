package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.PlannedCell;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;

/** Which charts come first. */
class ChartsTest {

  private static Run run() {
    return Runs.own()
        .jdks(Runs.JDK_17, Runs.JDK_25)
        .threads(1, 2)
        .load("0", "0")
        .load("20", "0")
        .load("20", "100")
        .make();
  }

  private static List<String> ids(Run run) {
    return Charts.of(Exhibits.of(Summary.of(run), new Slugs())).charts().stream()
        .map(Chart::id)
        .toList();
  }

  @Test
  void whatThePlanAsksFirstComesFirstOnEveryJdkAndThenTheMaps() {
    List<String> ids = ids(run());
    assertThat(ids.subList(0, 2))
        .allMatch(id -> id.startsWith("increment-increment-") && id.endsWith("by-threads"));
    assertThat(ids.subList(2, 4)).allMatch(id -> id.startsWith("section-increment-map-"));
  }

  @Test
  void anotherPlanHasAnotherOrder() {
    Run run = run();
    Plan plan = run.plan().orElseThrow();
    List<PlannedCell> backwards = new ArrayList<>(plan.cells());
    Collections.reverse(backwards);
    Run other =
        new Run(
            run.name(),
            Optional.of(plan.withCells(backwards)),
            run.environment(),
            run.jdks(),
            run.measurements(),
            run.failures(),
            run.warnings(),
            run.watched());
    assertThat(Summary.of(run).families().get(0).title()).startsWith("Increment");
    assertThat(Summary.of(other).families().get(0).title()).startsWith("Section");
    assertThat(ids(other).subList(0, 2)).allMatch(id -> id.startsWith("section-increment-map-"));
  }

  @Test
  void whatThereIsNoRoomForIsCounted() {
    Charts.Drawn few = Charts.of(Exhibits.of(Summary.of(run()), new Slugs()));
    assertThat(few.leftOut()).isZero();
    Runs.OwnRun many = Runs.own().jdks(Runs.JDK_17, Runs.JDK_25).threads(1, 2, 4);
    for (int outside = 0; outside < Charts.MOST; outside++) {
      many.load("0", Integer.toString(outside));
    }
    Charts.Drawn drawn = Charts.of(Exhibits.of(Summary.of(many.make()), new Slugs()));
    assertThat(drawn.charts()).hasSize(Charts.MOST);
    assertThat(drawn.leftOut()).isGreaterThan(Charts.MOST / 2);
  }
}
