package org.counterpoint.analysis.model;

import java.util.Collections;
import java.util.List;

/**
 * The flags that a cell adds to those of every JVM of its run, so that a flag can be compared like
 * a JDK.
 *
 * @param name what tables and charts call it
 * @param flags as on the command line of {@code java}, in its order
 */
public record JvmVariant(String name, List<String> flags) implements Comparable<JvmVariant> {

  /** No flag added: what the others are compared with. */
  public static final JvmVariant NONE = new JvmVariant("none", List.of());

  /** Changes nothing: a run that calibrates measures everything with it and without. */
  public static final JvmVariant AGAIN =
      new JvmVariant("again", List.of("-Dcounterpoint.side=again"));

  public JvmVariant {
    flags = List.copyOf(flags);
    if (name.isBlank()) {
      throw new IllegalArgumentException("JVM flags without a name");
    }
    if (name.equals("none") != flags.isEmpty()) {
      throw new IllegalArgumentException(
          "\"none\" stands for no JVM flag, and \"" + name + "\" has " + flags.size());
    }
  }

  /** Whether a JVM that was started with these arguments had the flags, one after the other. */
  public boolean isIn(List<String> jvmArgs) {
    return Collections.indexOfSubList(jvmArgs, flags) >= 0;
  }

  /** {@link #NONE} first. */
  @Override
  public int compareTo(JvmVariant other) {
    if (equals(NONE) != other.equals(NONE)) {
      return equals(NONE) ? -1 : 1;
    }
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : flags.toString().compareTo(other.flags.toString());
  }
}
