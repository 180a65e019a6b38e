package org.counterpoint.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;

/** Ends the JVM that measures it, as a crash does: with a word on the process's own stderr. */
public class CrashBenchmark {

  @Benchmark
  public void increment() throws IOException {
    try (FileOutputStream stderr = new FileOutputStream(FileDescriptor.err)) {
      stderr.write("about to crash\n".getBytes(UTF_8));
    }
    Runtime.getRuntime().halt(7);
  }
}
