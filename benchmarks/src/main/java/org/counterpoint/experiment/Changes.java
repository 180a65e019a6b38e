package org.counterpoint.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.counterpoint.analysis.jmh.RunDescription;
import org.counterpoint.analysis.jmh.RunJdk;
import org.counterpoint.analysis.model.Environment;

/**
 * What is no longer as it was when a run began. A fork that is measured by other code, on another
 * JDK or on another machine is no fork of that run.
 */
final class Changes {

  private final List<String> found = new ArrayList<>();

  private Changes() {}

  /**
   * Each as one line; empty if the run may go on.
   *
   * @param then as the run's folder has it
   * @param jdks what is now where its JDKs were, in the same order
   */
  static List<String> since(RunDescription then, Environment now, List<RunJdk> jdks) {
    Changes changes = new Changes();
    changes.environment(then.environment(), now);
    for (int i = 0; i < then.jdks().size(); i++) {
      changes.jdk(then.jdks().get(i), jdks.get(i));
    }
    return List.copyOf(changes.found);
  }

  private void environment(Environment then, Environment now) {
    compare("the benchmarks' code", then.program(), now.program());
    compare("the processor", then.cpu(), now.cpu());
    compare("the number of cores", then.cores(), now.cores());
    compare("the memory in bytes", then.memoryBytes(), now.memoryBytes());
    compare("the operating system", then.os(), now.os());
    compare("the virtualization", then.virtualization(), now.virtualization());
  }

  private void jdk(RunJdk then, RunJdk now) {
    String jdk = "JDK " + then.label() + " in " + then.home() + ": ";
    compare(jdk + "its version", then.version(), now.version());
    compare(jdk + "its JVM", then.vmName(), now.vmName());
    compare(jdk + "its build", then.vmVersion(), now.vmVersion());
    compare(jdk + "JMH's blackhole mode", then.blackhole(), now.blackhole());
  }

  private void compare(String what, Object then, Object now) {
    if (!Objects.equals(then, now)) {
      found.add(what + " was " + then + " and is " + now);
    }
  }
}
