package org.counterpoint.analysis.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Takes the looks of a run one after the other; see {@link Decisions}. */
final class Replay {

  /** A question, and the comparisons that answer it: for a ranking, 0 with 1, 0 with 2 … */
  private record Inquiry(Question question, List<Comparison> comparisons) {

    boolean isOpen() {
      return !comparisons.stream().allMatch(Comparison::isSettled);
    }
  }

  private final Margin margin;
  private final Map<Arm, BlockMeans> forks;
  private final List<Inquiry> inquiries = new ArrayList<>();
  private final List<List<Comparison>> families = new ArrayList<>();

  Replay(Questions questions, Margin margin, Map<Arm, BlockMeans> forks) {
    this.margin = margin;
    this.forks = forks;
    List<Comparison> changes = new ArrayList<>();
    for (Question question : questions.all()) {
      List<Comparison> comparisons = comparisons(question);
      inquiries.add(new Inquiry(question, comparisons));
      if (question instanceof Question.OfRanking) {
        families.add(comparisons);
      } else {
        changes.addAll(comparisons);
      }
    }
    families.add(changes);
  }

  void scheduledLooks() {
    TreeSet<Integer> due = new TreeSet<>();
    for (Inquiry inquiry : inquiries) {
      inquiry.comparisons().forEach(comparison -> due.addAll(comparison.due()));
    }
    for (int block : due) {
      open().forEach(comparison -> comparison.lookAfter(block));
      judge();
    }
  }

  void lastLook() {
    open().forEach(Comparison::lookAtTheEnd);
    judge();
  }

  /** A list, for judging must not change what is still being looked at. */
  private List<Comparison> open() {
    return inquiries.stream()
        .filter(Inquiry::isOpen)
        .flatMap(inquiry -> inquiry.comparisons().stream())
        // What is settled is for good, and its arms may be forked no further.
        .filter(comparison -> !comparison.isSettled())
        .toList();
  }

  private void judge() {
    for (List<Comparison> family : families) {
      double[] adjusted = Holm.adjust(family.stream().mapToDouble(Comparison::evidence).toArray());
      for (int i = 0; i < adjusted.length; i++) {
        if (adjusted[i] <= Looks.ERROR) {
          family.get(i).setApart();
        }
      }
    }
  }

  private List<Comparison> comparisons(Question question) {
    if (question instanceof Question.OfChange change) {
      return List.of(compare(change.candidate(), change.base(), margin, change.looks()));
    }
    List<Arm> arms = question.arms();
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < arms.size(); i++) {
      for (int j = i + 1; j < arms.size(); j++) {
        comparisons.add(compare(arms.get(i), arms.get(j), Margin.NONE, question.looks()));
      }
    }
    return comparisons;
  }

  private Comparison compare(Arm first, Arm second, Margin apartBeyond, Looks looks) {
    return new Comparison(looks, Pairs.of(of(first), of(second)), apartBeyond, margin);
  }

  private BlockMeans of(Arm arm) {
    return forks.getOrDefault(arm, BlockMeans.NONE);
  }

  Decisions decisions() {
    return new Decisions(inquiries.stream().map(Replay::decision).toList());
  }

  private static Decision decision(Inquiry inquiry) {
    return inquiry.question() instanceof Question.OfChange change
        ? verdict(change, inquiry.comparisons().get(0))
        : ranking((Question.OfRanking) inquiry.question(), inquiry);
  }

  private static Decision verdict(Question.OfChange question, Comparison comparison) {
    Optional<Ratio> ratio =
        comparison.latest().map(look -> Ratio.of(look.ratio(), Looks.ERROR * look.share()));
    Verdict verdict = Verdict.UNCLEAR;
    if (comparison.firstWins(question.higherIsBetter())) {
      verdict = Verdict.FASTER;
    } else if (comparison.secondWins(question.higherIsBetter())) {
      verdict = Verdict.SLOWER;
    } else if (comparison.isSame()) {
      verdict = Verdict.SAME;
    }
    return new Decision.OfChange(
        question, verdict, comparison.forks(), ratio, comparison.pValue(), /* isDoubted= */ false);
  }

  private static Decision ranking(Question.OfRanking question, Inquiry inquiry) {
    List<Arm> arms = question.arms();
    int size = arms.size();
    boolean[][] beats = new boolean[size][size];
    double[] advantage = new double[size];
    Set<Arm> needed = new HashSet<>();
    int pair = 0;
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++, pair++) {
        Comparison comparison = inquiry.comparisons().get(pair);
        if (!comparison.isSettled()) {
          needed.add(arms.get(i));
          needed.add(arms.get(j));
        }
        beats[i][j] = comparison.firstWins(question.higherIsBetter());
        beats[j][i] = comparison.secondWins(question.higherIsBetter());
        double gain = comparison.difference() * (question.higherIsBetter() ? 1 : -1);
        advantage[i] += gain;
        advantage[j] -= gain;
      }
    }
    Map<String, Integer> bestFirst = new LinkedHashMap<>();
    IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -advantage[i]).thenComparing(arms::get))
        .forEach(i -> bestFirst.put(arms.get(i).cell().toString(), i));
    int forks = inquiry.comparisons().stream().mapToInt(Comparison::forks).min().orElse(0);
    return new Decision.OfRanking(
        question, !inquiry.isOpen(), needed, forks, Ranking.ofWinners(bestFirst, beats));
  }
}
