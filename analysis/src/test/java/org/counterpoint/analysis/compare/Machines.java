package org.counterpoint.analysis.compare;

import org.counterpoint.analysis.model.Environment;

/** Machines that differ in one thing. */
final class Machines {

  private Machines() {}

  static Environment withCpu(Environment machine, String cpu) {
    return new Environment(
        cpu,
        machine.cores(),
        machine.memoryBytes(),
        machine.os(),
        machine.virtualization(),
        machine.governor(),
        machine.loadBefore(),
        machine.loadAfter(),
        machine.commit(),
        machine.startedAt(),
        machine.finishedAt(),
        machine.platform(),
        machine.program());
  }
}
