package org.counterpoint.analysis.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.stats.Arm;
import org.counterpoint.analysis.stats.BlockMeans;
import org.counterpoint.analysis.stats.Decision;
import org.counterpoint.analysis.stats.Decisions;
import org.counterpoint.analysis.stats.ForksNeeded;
import org.counterpoint.analysis.stats.Holm;
import org.counterpoint.analysis.stats.LogRatio;
import org.counterpoint.analysis.stats.Looks;
import org.counterpoint.analysis.stats.Margin;
import org.counterpoint.analysis.stats.Question;
import org.counterpoint.analysis.stats.Questions;
import org.counterpoint.analysis.stats.Ratio;
import org.counterpoint.analysis.stats.Verdict;

/** Judges all cells of a comparison as one family. */
interface Judge {

  /**
   * Both sides of a cell.
   *
   * @param base one value a fork
   * @param candidate likewise
   */
  record Case(
      Measurement baseOf,
      Measurement candidateOf,
      BlockMeans base,
      BlockMeans candidate,
      boolean higherIsBetter) {}

  /** One judgement a case, in their order. */
  Map<Cell, Judgement> judge(Map<Cell, Case> cases, Margin margin);

  /**
   * Sides that ran in blocks of one run: pairs, and the looks that the run has taken, which the
   * report pays for as well, so that the two say the same of the same values.
   */
  static Judge ofPairs(Plan plan) {
    return (cases, margin) -> {
      Map<Arm, BlockMeans> forks = new LinkedHashMap<>();
      List<Question> questions = new ArrayList<>();
      cases.forEach(
          (cell, one) -> {
            // Whatever makes the sides differ, to the decisions they are two of one cell.
            Arm base = new Arm(cell, "base");
            Arm candidate = new Arm(cell, "candidate");
            forks.put(base, one.base());
            forks.put(candidate, one.candidate());
            int planned =
                Math.min(plan.forksOf(one.baseOf().cell()), plan.forksOf(one.candidateOf().cell()));
            Looks looks = plan.stopsEarly() ? Looks.upTo(planned) : Looks.once(planned);
            questions.add(new Question.OfChange(base, candidate, one.higherIsBetter(), looks));
          });
      List<Decision> decisions = Decisions.atTheEnd(new Questions(questions), margin, forks).all();
      Map<Cell, Judgement> judgements = new LinkedHashMap<>();
      for (Map.Entry<Cell, Case> one : cases.entrySet()) {
        Decision.OfChange decision = (Decision.OfChange) decisions.get(judgements.size());
        Optional<LogRatio> now =
            LogRatio.inPairs(one.getValue().candidate(), one.getValue().base());
        judgements.put(
            one.getKey(),
            new Judgement(
                decision.verdict(),
                decision.ratio(),
                decision.forks(),
                more(decision.verdict(), now, decision.forks(), margin)));
      }
      return judgements;
    };
  }

  /** Sides of which nobody knows which forks ran beside each other: Welch's t, looked at once. */
  Judge UNPAIRED =
      (cases, margin) -> {
        Map<Cell, LogRatio> ratios = new LinkedHashMap<>();
        cases.forEach(
            (cell, one) ->
                Ratios.of(one.candidate(), one.base(), /* paired= */ false)
                    .ifPresent(ratio -> ratios.put(cell, ratio)));
        List<Cell> family = List.copyOf(ratios.keySet());
        double[] adjusted =
            Holm.adjust(
                ratios.values().stream().mapToDouble(ratio -> ratio.pDifferent(margin)).toArray());
        Map<Cell, Judgement> judgements = new LinkedHashMap<>();
        cases.forEach(
            (cell, one) -> {
              Optional<LogRatio> ratio = Optional.ofNullable(ratios.get(cell));
              Verdict verdict =
                  ratio
                      .map(
                          r ->
                              r.verdict(
                                  adjusted[family.indexOf(cell)], margin, one.higherIsBetter()))
                      .orElse(Verdict.UNCLEAR);
              int forks = Math.min(Ratios.size(one.base()), Ratios.size(one.candidate()));
              judgements.put(
                  cell,
                  new Judgement(
                      verdict,
                      ratio.map(r -> Ratio.of(r, Looks.ERROR)),
                      forks,
                      more(verdict, ratio, forks, margin)));
            });
        return judgements;
      };

  private static OptionalInt more(
      Verdict verdict, Optional<LogRatio> ratio, int forks, Margin margin) {
    return verdict == Verdict.UNCLEAR && ratio.isPresent() && forks >= 2
        ? ForksNeeded.more(ratio.get(), forks, margin)
        : OptionalInt.empty();
  }
}
