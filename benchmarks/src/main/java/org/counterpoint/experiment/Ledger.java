package org.counterpoint.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterpoint.analysis.jmh.ForkHeader;
import org.counterpoint.analysis.jmh.ForkJson;
import org.counterpoint.analysis.jmh.ForkRecord;
import org.counterpoint.analysis.jmh.Journal;
import org.counterpoint.analysis.stats.Arm;

/** What the journal has, kept up as it grows: which slots are settled, and what they took. */
final class Ledger {

  /** Crashes happen; the same one twice in a row is an answer. */
  static final int ATTEMPTS = 2;

  private final Set<Slot> measured = new HashSet<>();
  private final Map<Slot, Integer> failures = new HashMap<>();
  private final SortedMap<Integer, SortedMap<Arm, Double>> seconds = new TreeMap<>();
  private final Map<Arm, Double> longest = new HashMap<>();
  private double spent;
  private int last;

  /**
   * From a journal that was begun before, or is still empty.
   *
   * @throws IOException if a file of it can't be read: with its name and what to do
   */
  static Ledger of(Path journal) throws IOException {
    Ledger ledger = new Ledger();
    for (Path file : Journal.forks(journal)) {
      ForkRecord fork = ForkJson.read(file);
      ledger.add(fork.header(), fork instanceof ForkRecord.Measured);
    }
    return ledger;
  }

  void add(ForkHeader header, boolean wasMeasured) {
    Arm arm = new Arm(header.cell(), header.jdk());
    Slot slot = new Slot(header.block(), arm);
    if (wasMeasured) {
      measured.add(slot);
    } else {
      failures.merge(slot, 1, Integer::sum);
    }
    seconds
        .computeIfAbsent(header.block(), block -> new TreeMap<>())
        .merge(arm, header.seconds(), Double::sum);
    longest.merge(arm, header.seconds(), Math::max);
    spent += header.seconds();
    last = Math.max(last, header.sequence());
  }

  /** Whether it has a measurement, or has failed too often. */
  boolean isSettled(Slot slot) {
    return measured.contains(slot) || failures(slot) >= ATTEMPTS;
  }

  int failures(Slot slot) {
    return failures.getOrDefault(slot, 0);
  }

  /** Slots that have failed too often. */
  long lost() {
    return failures.keySet().stream()
        .filter(slot -> isSettled(slot) && !measured.contains(slot))
        .count();
  }

  /** How many forks have left a measurement. */
  int measured() {
    return measured.size();
  }

  /** How many of that arm have. */
  long measured(Arm arm) {
    return measured.stream().filter(slot -> slot.arm().equals(arm)).count();
  }

  /** Seconds of all forks together. */
  double spent() {
    return spent;
  }

  /** Seconds that each arm took in that block, its failures included. */
  SortedMap<Arm, Double> secondsIn(int block) {
    return seconds.getOrDefault(block, new TreeMap<>());
  }

  /** The most seconds that a fork of that arm has taken; 0 before the first one. */
  double longest(Arm arm) {
    return longest.getOrDefault(arm, 0.0);
  }

  /** The last block that has a fork; -1 before the first one. */
  int lastBlock() {
    return seconds.isEmpty() ? -1 : seconds.lastKey();
  }

  /** The number of the last file. */
  int last() {
    return last;
  }
}
