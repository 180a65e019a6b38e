package org.counterpoint.analysis.report;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names for files and anchors: lower case, digits and hyphens, each used once. */
final class Slugs {

  private static final int LONGEST = 80;

  private final Set<String> used = new HashSet<>();

  /** A name made of these words that was not given before. */
  String of(String words) {
    String slug =
        words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    slug = slug.isEmpty() ? "item" : slug;
    slug = slug.length() > LONGEST ? slug.substring(0, LONGEST) : slug;
    String unique = slug;
    for (int i = 2; !used.add(unique); i++) {
      unique = slug + "-" + i;
    }
    return unique;
  }
}
