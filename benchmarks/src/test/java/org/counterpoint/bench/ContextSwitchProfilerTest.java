package org.counterpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.counterpoint.bench.ContextSwitchProfiler.Switches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextSwitchProfilerTest {

  private static String status(long voluntary, long involuntary) {
    return "Name:\tjava\nThreads:\t20\nvoluntary_ctxt_switches:\t"
        + voluntary
        + "\nnonvoluntary_ctxt_switches:\t"
        + involuntary
        + "\n";
  }

  private static void write(Path tasks, String thread, String status) throws IOException {
    Files.writeString(Files.createDirectories(tasks.resolve(thread)).resolve("status"), status);
  }

  @Test
  void everyThreadThatIsThereAfterwardsCounts(@TempDir Path tasks) throws IOException {
    write(tasks, "11", status(100, 5));
    write(tasks, "12", status(1000, 50));
    Map<String, Switches> before = ContextSwitchProfiler.ofThreads(tasks);
    write(tasks, "11", status(107, 6));
    Files.delete(tasks.resolve("12/status"));
    write(tasks, "13", status(3, 2));
    Map<String, Switches> after = ContextSwitchProfiler.ofThreads(tasks);
    assertThat(after).containsOnlyKeys("11", "13");
    assertThat(ContextSwitchProfiler.between(before, after)).isEqualTo(new Switches(10, 3));
  }

  @Test
  void aSystemWithoutSuchFilesHasNone(@TempDir Path folder) {
    assertThat(ContextSwitchProfiler.ofThreads(folder.resolve("task"))).isEmpty();
  }

  @Test
  void aStatusThatSaysNothingOfItIsNoSwitch() {
    assertThat(Switches.parse("Name:\tjava\n")).isEqualTo(Switches.NONE);
    assertThat(Switches.parse("voluntary_ctxt_switches:\tmany\n")).isEqualTo(Switches.NONE);
  }
}
