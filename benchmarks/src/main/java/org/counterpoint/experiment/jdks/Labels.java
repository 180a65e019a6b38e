package org.counterpoint.experiment.jdks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the JDKs of a run are called, and their folders in it: the version; where two share it, the
 * version and the vendor; where these are the same too, with a number.
 */
final class Labels {

  private Labels() {}

  /** One for each, in their order, of which no two differ only in case. */
  static List<String> of(List<Identity> jdks) {
    List<String> versions = jdks.stream().map(jdk -> clean(jdk.version().text())).toList();
    Set<String> taken = new HashSet<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < jdks.size(); i++) {
      String version = versions.get(i);
      boolean shared = versions.stream().filter(version::equalsIgnoreCase).count() > 1;
      String base = shared ? version + "-" + slug(jdks.get(i).vendor()) : version;
      String label = base;
      for (int n = 2; !taken.add(label.toLowerCase(Locale.ROOT)); n++) {
        label = base + "-" + n;
      }
      labels.add(label);
    }
    return List.copyOf(labels);
  }

  private static String clean(String version) {
    return version.replaceAll("[^A-Za-z0-9._+-]", "-");
  }

  private static String slug(String vendor) {
    String slug =
        vendor.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "other" : slug;
  }
}
