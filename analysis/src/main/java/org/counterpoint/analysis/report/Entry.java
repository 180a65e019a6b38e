package org.counterpoint.analysis.report;

import java.util.Optional;
import org.counterpoint.analysis.model.Values;
import org.counterpoint.analysis.stats.Estimate;
import org.counterpoint.analysis.stats.LogSample;
import org.counterpoint.analysis.stats.Ranking;

/**
 * A contender in a contest.
 *
 * @param forks one value a fork; empty unless it was measured
 * @param rank present where the contest is decided and this contender took part
 * @param traits what else is known of it, where it was measured in a run of ours
 * @param note what went wrong; empty when it was measured
 */
public record Entry(
    Contender contender,
    Status status,
    Values forks,
    Optional<Estimate> estimate,
    Optional<Ranking.Entry> rank,
    Optional<Traits> traits,
    String note) {

  /** Whether there is a number that may be shown. */
  public enum Status {
    MEASURED,
    /** It lost updates somewhere in this run: whatever it scored, it is no answer. */
    BROKEN,
    /** Every fork failed in another way. */
    FAILED
  }

  static Entry measured(Contender contender, Values forks) {
    return new Entry(
        contender,
        Status.MEASURED,
        forks,
        Optional.of(Estimate.of(forks)),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  static Entry without(Contender contender, Status status, String note) {
    return new Entry(
        contender, status, Values.of(), Optional.empty(), Optional.empty(), Optional.empty(), note);
  }

  Entry ranked(Ranking.Entry place) {
    return new Entry(contender, status, forks, estimate, Optional.of(place), traits, note);
  }

  Entry with(Traits other) {
    return new Entry(contender, status, forks, estimate, rank, Optional.of(other), note);
  }

  boolean isMeasured() {
    return status == Status.MEASURED;
  }

  boolean hasLogs() {
    return isMeasured() && LogSample.canBeTakenOf(forks);
  }

  /** Such as {@code 1} or {@code 2-3}; BROKEN or FAILED where there is no number. */
  String rankText() {
    if (!isMeasured()) {
      return status.name();
    }
    return rank.map(
            place ->
                place.best() == place.worst()
                    ? Integer.toString(place.best())
                    : place.best() + "-" + place.worst())
        .orElse("-");
  }
}
