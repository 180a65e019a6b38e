package org.counterpoint.analysis.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.counterpoint.analysis.model.Run;

/** Reports of made-up runs, for tests of the pages. */
final class Documents {

  private Documents() {}

  static List<Block> of(Run run) {
    Exhibits exhibits = Exhibits.of(Summary.of(run), new Slugs());
    return ReportDocument.of(List.of(new ReportDocument.Part(exhibits, Charts.of(exhibits))));
  }

  static String text(SortedMap<String, byte[]> files, String name) {
    return new String(Objects.requireNonNull(files.get(name), name), StandardCharsets.UTF_8);
  }

  static SortedMap<String, byte[]> files(Run run) throws IOException {
    return Report.files(List.of(run));
  }

  /** Two JDKs, and everything that a report can show, in some hundred cells. */
  static Run ofEveryKind(int loads) {
    Runs.OwnRun run =
        Runs.own()
            .jdks(Runs.JDK_17, Runs.JDK_25)
            .threads(1, 2, 4, 8)
            .forks(5)
            .step("PLAIN_FIELD", "plain field", 1000)
            .step("ATOMIC", "atomic", 200)
            .step("ROUND_TRIP", "round trip", 0.25)
            .control(1, 1.001, 0.997, 1.5, 1)
            .watched(0.0123, 0.0456)
            .watched(0.3, 0)
            .warning("Another process used 30 % of the CPU.")
            .failure("MUTEX", 4, "crash", "exit code 134");
    for (int i = 0; i < loads; i++) {
      run.load(Integer.toString(20 * (i % 3)), Integer.toString(100 * (i / 3)));
    }
    return run.work("20", 20).work("40", 10).work("100", 4).make();
  }

  /** As large as a run of the largest suite on two JDKs: some 400 cells each. */
  static Run large() {
    return ofEveryKind(16);
  }
}
