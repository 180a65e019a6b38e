package org.counterpoint.experiment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.counterpoint.analysis.jmh.IoReason;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everybody else who measures by JMH off this machine, from the first fork of a run to the
 * last. JMH itself takes its lock for one fork, and between two forks another run could begin.
 *
 * <p>The system gives the lock back when the process ends, however it ends.
 */
final class JmhLock implements AutoCloseable {

  private static final String IGNORED = "jmh.ignoreLock";

  private final FileChannel channel;

  private JmhLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes JMH's own lock, and tells JMH in this JVM not to ask for it.
   *
   * @throws IOException if another run has it
   */
  static JmhLock acquire() throws IOException {
    return acquire(Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock"));
  }

  static JmhLock acquire(Path file) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new IOException(
          "JMH's lock " + file + ": " + IoReason.of(e) + ": remove it, or set java.io.tmpdir", e);
    }
    boolean taken = false;
    try {
      taken = lock(channel) != null;
    } finally {
      if (!taken) {
        channel.close();
      }
    }
    if (!taken) {
      throw new IOException(
          "another run measures on this machine (it holds "
              + file
              + "), and each would disturb the other: start again when it has ended");
    }
    // Read when JMH's runner is loaded, which the first fork does.
    System.setProperty(IGNORED, "true");
    return new JmhLock(channel);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
