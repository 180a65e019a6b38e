package org.counterpoint.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * JMH's command line, with one addition: the lost-update check is always on, and a benchmark that
 * fails it ends the run with an error, where JMH would drop one iteration and go on.
 */
public final class Main {

  private Main() {}

  /** Whatever JMH takes: {@code -l}, {@code -lp}, {@code -p strategy=MUTEX}, {@code -prof gc}, … */
  public static void main(String[] args) throws IOException {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    if (!all.contains("-foe")) {
      all.addAll(List.of("-foe", "true"));
    }
    if (!all.contains(LostUpdateProfiler.class.getName())) {
      all.addAll(List.of("-prof", LostUpdateProfiler.class.getName()));
    }
    org.openjdk.jmh.Main.main(all.toArray(String[]::new));
  }
}
