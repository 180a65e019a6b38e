package org.counterpoint.analysis.report;

import java.util.Optional;
import java.util.function.Supplier;
import org.counterpoint.analysis.model.Run;

/** Who leads where, and where that differs between JDKs. */
final class MapCharts {

  private final Run run;

  MapCharts(Run run) {
    this.run = run;
  }

  Optional<Supplier<Chart>> map(Exhibits.OfMap exhibit) {
    DecisionMap map = exhibit.map();
    Frame frame =
        new Frame(
            map.headline(),
            "Who leads in "
                + map.quantity().name()
                + ": "
                + map.title()
                + "; several names in a field: not separated"
                + ChartWords.unranked(map.contests()),
            Params.withUnits(run, map.params()),
            "",
            Circumstances.of(run, map.contests()) + beyondCores(map));
    return Optional.of(() -> Chart.of(exhibit.anchor(), frame, MapPlot.draw(frame, map)));
  }

  Optional<Supplier<Chart>> difference(Exhibits.OfDifference exhibit) {
    JdkDifference difference = exhibit.difference();
    if (difference.isOpen()) {
      return Optional.empty();
    }
    DecisionMap map = difference.after();
    Frame frame =
        new Frame(
            difference.headline(),
            "Who leads in "
                + map.quantity().name()
                + ": "
                + map.title()
                + "; open: no winner is proven on one of them, or on both"
                + ChartWords.unranked(map.contests()),
            Params.withUnits(run, map.params()),
            "",
            difference.jdks() + "; " + Circumstances.ofMachine(run) + beyondCores(map));
    return Optional.of(() -> Chart.of(exhibit.anchor(), frame, MapPlot.draw(frame, difference)));
  }

  private String beyondCores(DecisionMap map) {
    return Circumstances.cores(run)
        .filter(cores -> map.threads().stream().anyMatch(threads -> threads > cores))
        .map(
            cores ->
                ". Beyond " + Words.count(cores, "thread") + " the scheduler is measured as well")
        .orElse("");
  }
}
