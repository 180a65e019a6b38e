package org.counterpoint.experiment;

import org.counterpoint.experiment.machine.NoiseWatch;

/** Prints what a JVM finds out of its machine. */
final class MachineProbe {

  private MachineProbe() {}

  public static void main(String[] args) {
    NoiseWatch watch = NoiseWatch.ofThisMachine();
    NoiseWatch.Look before = watch.look();
    System.out.println(Machine.observe());
    System.out.println(watch.since(before));
  }
}
