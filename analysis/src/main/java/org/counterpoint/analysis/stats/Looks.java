package org.counterpoint.analysis.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * When a run looks at its forks to see whether a question is decided, and how much of its error
 * rate each look may spend.
 *
 * <p>Whoever looks K times and believes the first look that is significant at 5 % raises more false
 * alarms than 5 %: 11 % at three looks, 14 % at five (P. Armitage, C. K. McPherson, B. C. Rowe,
 * "Repeated significance tests on accumulating data", Journal of the Royal Statistical Society A
 * 132, 1969). So each of K looks is held to a K-th of the error rate, and by Bonferroni's
 * inequality the run as a whole keeps it.
 *
 * <p>This is alpha spending (K. K. G. Lan, D. L. DeMets, "Discrete sequential boundaries for
 * clinical trials", Biometrika 70, 1983) with a constant rate a look, near to the bounds of S. J.
 * Pocock ("Group sequential methods in the design and analysis of clinical trials", Biometrika 64,
 * 1977), which find a large difference at the first look; those of P. C. O'Brien and T. R. Fleming
 * ("A multiple testing procedure for clinical trials", Biometrics 35, 1979) all but forbid it.
 * Unlike all three it does not win back what the correlation between the looks would allow: their
 * bounds follow from a joint normal distribution of the looks, which five forks do not have and
 * which a missing fork changes. Bonferroni's holds for t of any size and for any dependence. Its
 * price is intervals that are less than 5 % wider at three looks (2.394 against 2.289 standard
 * errors).
 *
 * <p>The end of a run is a look as well, wherever it comes: to it goes whatever looks have left. So
 * a run that its budget ends has not paid for looks that it never took. That holds as long as the
 * end is not chosen for what the values are.
 *
 * @param forks of each side at which a look is taken, ascending; none below {@link
 *     Ranking#MIN_FORKS}
 */
public record Looks(List<Integer> forks) {

  /** The error rate of a whole run, for a question or a family of them. */
  public static final double ERROR = Ranking.LEVEL;

  public Looks {
    forks = List.copyOf(forks);
    int least = Ranking.MIN_FORKS;
    for (int n : forks) {
      if (n < least) {
        throw new IllegalArgumentException(
            "looks ascend, from " + Ranking.MIN_FORKS + " forks on: " + forks);
      }
      least = n + 1;
    }
  }

  /**
   * Looks at 5, 10, 20 … forks and at the last one: at 5, 10 and 20 for a plan of 20. The last but
   * one is left out where the last would have less than half as many forks again, since a look
   * costs more than so few forks can save. No look at all where fewer than 5 forks are planned.
   *
   * @param planned the most forks that there may be
   */
  public static Looks upTo(int planned) {
    List<Integer> forks = new ArrayList<>();
    for (long n = Ranking.MIN_FORKS; 3 * n <= 2L * planned; n *= 2) {
      forks.add((int) n);
    }
    if (planned >= Ranking.MIN_FORKS) {
      forks.add(planned);
    }
    return new Looks(forks);
  }

  /** One look, at the end: for a run that does not stop early. */
  public static Looks once(int planned) {
    return new Looks(planned >= Ranking.MIN_FORKS ? List.of(planned) : List.of());
  }

  /** The part of the error rate that each look may spend. */
  public double share() {
    return 1.0 / forks.size();
  }

  /** The part that looks at fewer than {@code n} forks have left. */
  double shareAtTheEnd(int n) {
    long before = forks.stream().filter(look -> look < n).count();
    return forks.isEmpty() ? 1 : (double) (forks.size() - before) / forks.size();
  }
}
