package org.counterpoint.experiment;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/** Keeps the end of what JMH and its fork print, for the journal of a fork that fails. */
final class CapturedOutput implements OutputFormat {

  private static final int KEPT = 1 << 16;

  private final StringBuilder text = new StringBuilder();

  synchronized String text() {
    return text.toString();
  }

  private synchronized void append(String more) {
    text.append(more);
    if (text.length() > KEPT) {
      text.delete(0, text.length() - KEPT);
    }
  }

  @Override
  public void print(String s) {
    append(s);
  }

  @Override
  public void println(String s) {
    append(s + "\n");
  }

  @Override
  public void write(int b) {
    append(String.valueOf((char) b));
  }

  @Override
  public void write(byte[] b) {
    append(new String(b, StandardCharsets.UTF_8));
  }

  @Override
  public void verbosePrintln(String s) {}

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {}

  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult result) {}

  @Override
  public void startBenchmark(BenchmarkParams benchmark) {}

  @Override
  public void endBenchmark(BenchmarkResult result) {}

  @Override
  public void startRun() {}

  @Override
  public void endRun(Collection<RunResult> results) {}

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
