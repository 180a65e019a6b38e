package org.counterpoint.analysis.jmh;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Names of one object. Nearly every object has a handful, for which looking at each is quicker than
 * a hash table; one with thousands gets that.
 */
final class SeenNames {

  private static final int FEW = 24;

  private String[] few = new String[8];
  private int size;
  private Set<String> many = Set.of();

  /** Adds a name; false if it was there before. */
  boolean add(String name) {
    if (!many.isEmpty()) {
      return many.add(name);
    }
    for (int i = 0; i < size; i++) {
      if (few[i].equals(name)) {
        return false;
      }
    }
    if (size == FEW) {
      many = new HashSet<>(Arrays.asList(few).subList(0, size));
      return many.add(name);
    }
    if (size == few.length) {
      few = Arrays.copyOf(few, Math.min(FEW, 2 * size));
    }
    few[size++] = name;
    return true;
  }
}
