package org.counterpoint.experiment.jdks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Runs a program that may hang, chatter without end, or leave children behind. */
final class TimedProcess {

  private static final int KEPT = 1 << 20;

  /** For the output to arrive that a program wrote before it ended. */
  private static final long GRACE_MILLIS = 2_000;

  private TimedProcess() {}

  /**
   * What became of it.
   *
   * @param exitCode empty if it was killed since the time was up, or since this thread was
   *     interrupted, as it is still then
   * @param output standard output and error together, the first MiB
   */
  record Ended(OptionalInt exitCode, String output) {}

  /**
   * Runs it without input.
   *
   * @throws IOException if it can't be started
   */
  static Ended run(List<String> command, Duration limit) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    Thread reader = new Thread(() -> drain(process.getInputStream(), kept), "timed-process");
    reader.setDaemon(true);
    reader.start();
    OptionalInt exitCode = OptionalInt.empty();
    try {
      process.getOutputStream().close();
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        exitCode = OptionalInt.of(process.exitValue());
        // Not to its end: a child that lives on would keep the pipe open.
        reader.join(GRACE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    synchronized (kept) {
      return new Ended(exitCode, kept.toString(StandardCharsets.UTF_8));
    }
  }

  private static void drain(InputStream in, ByteArrayOutputStream kept) {
    byte[] buffer = new byte[8192];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        synchronized (kept) {
          kept.write(buffer, 0, Math.min(read, KEPT - kept.size()));
        }
      }
    } catch (IOException e) {
      // The process was killed: what it said until then is there.
    }
  }
}
