package org.counterpoint.analysis.compare;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that differs between two sides, and is not what they are compared for.
 *
 * @param field its name in {@code run.json}
 * @param spoils the claims whose verdict is withheld; none where it is only told
 * @param why it matters
 */
public record Difference(
    String field, String base, String candidate, Set<Claim> spoils, String why) {

  public Difference {
    spoils = Set.copyOf(spoils);
  }

  /** Whether no verdict is given on such a claim. */
  public boolean withholds(Claim claim) {
    return spoils.contains(claim);
  }

  /** What differs, and what follows. */
  public String sentence() {
    return field
        + (base.equals(candidate)
            ? " is \"" + base + "\" on both sides: "
            : " was \"" + base + "\" and is \"" + candidate + "\": ")
        + why
        + (spoils.isEmpty()
            ? ""
            : ", so no verdict on "
                + spoils.stream().sorted().map(Claim::words).collect(Collectors.joining(", ")));
  }
}
