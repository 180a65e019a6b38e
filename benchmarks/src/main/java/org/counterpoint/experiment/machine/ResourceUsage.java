package org.counterpoint.experiment.machine;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.Optional;

/**
 * What {@code getrusage(2)} tells: the one place where the switches of a process are kept after it
 * has ended.
 *
 * @param cpuMillis processor time, in user mode and in the kernel
 * @param involuntarySwitches how often the scheduler took the processor from a thread
 */
record ResourceUsage(double cpuMillis, double involuntarySwitches) {

  /** More than any system's structure, of which Linux's and macOS's have the same 144 bytes. */
  private static final int SIZE = 1024;

  private static final int SELF = 0;
  private static final int CHILDREN = -1;

  private static final int USER_TIME = 0;
  private static final int SYSTEM_TIME = 16;
  private static final int INVOLUNTARY_SWITCHES = 136;

  /** Of this process; empty where the system doesn't tell. */
  static Optional<ResourceUsage> ofSelf() {
    return of(SELF);
  }

  /** Of its children, and theirs, that have ended and been waited for. */
  static Optional<ResourceUsage> ofChildren() {
    return of(CHILDREN);
  }

  private static Optional<ResourceUsage> of(int whose) {
    return Oshi.ask(
        () -> {
          if (Native.LONG_SIZE != Long.BYTES || !(Platform.isLinux() || Platform.isMac())) {
            return null;
          }
          try (Memory usage = new Memory(SIZE)) {
            usage.clear();
            int failed =
                Function.getFunction("c", "getrusage").invokeInt(new Object[] {whose, usage});
            return failed == 0 ? read(usage) : null;
          }
        });
  }

  private static ResourceUsage read(Memory usage) {
    return new ResourceUsage(
        millis(usage, USER_TIME) + millis(usage, SYSTEM_TIME),
        (double) usage.getLong(INVOLUNTARY_SWITCHES));
  }

  /** Seconds, and microseconds, for which macOS has an int in the place of a long. */
  private static double millis(Memory usage, int offset) {
    long micros =
        Platform.isMac() ? usage.getInt(offset + Long.BYTES) : usage.getLong(offset + Long.BYTES);
    return usage.getLong(offset) * 1e3 + micros / 1e3;
  }
}
