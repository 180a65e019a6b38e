import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Checks what a smoke run has left, without the code that wrote it: its files are there and parse,
 * every cell is there, the charts are pictures of something.
 */
public final class CheckRun {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> STRATEGIES =
      List.of(
          "SYNCHRONIZED",
          "REENTRANT_LOCK",
          "MUTEX",
          "ATOMIC_INTEGER",
          "LONG_ADDER",
          "MESSAGE_PASSING");

  public static void main(String[] args) throws IOException {
    List<Path> runs = list(Path.of(args[0]));
    check(runs.size() == 1, "one run in " + args[0] + ", not " + runs);
    Path run = runs.get(0);

    JSON.readTree(run.resolve("run.json").toFile());
    List<Path> results = new ArrayList<>();
    for (Path child : list(run)) {
      if (Files.exists(child.resolve("jmh-result.json"))) {
        results.add(child.resolve("jmh-result.json"));
      }
    }
    check(results.size() == 1, "one JDK's jmh-result.json, not " + results);
    int cells = checkCells(JSON.readTree(results.get(0).toFile()));

    Path report = run.resolve("report");
    for (String name : List.of("index.html", "report.md", "results.csv", "summary.json")) {
      check(Files.size(report.resolve(name)) > 1000, name + " is there and holds something");
    }
    JSON.readTree(report.resolve("summary.json").toFile());
    check(
        Files.readString(report.resolve("report.md")).contains("supports no verdict"),
        "the report of a smoke run says that it supports no verdict");
    int charts = checkCharts(report.resolve("charts"));
    System.out.println(run + ": " + cells + " cells, " + charts + " charts, all there");
  }

  private static int checkCells(JsonNode entries) {
    int cores = Runtime.getRuntime().availableProcessors();
    Set<String> found = new HashSet<>();
    for (JsonNode entry : entries) {
      String name = entry.get("benchmark").asText().replaceFirst(".*\\.(\\w+\\.\\w+)$", "$1");
      String strategy = entry.at("/params/strategy").asText("-");
      found.add(name + " " + strategy + " " + entry.get("threads").asInt());
      check(entry.at("/primaryMetric/score").asDouble() > 0, name + " has a score above 0");
      check(entry.at("/primaryMetric/rawData/0").size() > 0, name + " has raw data");
    }
    List<String> expected = new ArrayList<>();
    for (String control : List.of("nothing", "direct", "timer", "fixedWork")) {
      expected.add("ControlBenchmark." + control + " - 1");
    }
    for (String strategy : STRATEGIES) {
      for (int threads : new int[] {1, 2, 2 * cores}) {
        expected.add("IncrementBenchmark.increment " + strategy + " " + threads);
        expected.add("ServiceTimeBenchmark.increment " + strategy + " " + threads);
      }
    }
    for (String cell : expected) {
      check(found.contains(cell), "cell " + cell + " is there; there are " + found);
    }
    return found.size();
  }

  private static int checkCharts(Path folder) throws IOException {
    int charts = 0;
    for (Path file : list(folder)) {
      if (file.toString().endsWith(".png")) {
        BufferedImage image = ImageIO.read(new File(file.toString()));
        check(image != null && image.getWidth() >= 800, file + " decodes, 800 px wide at least");
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 2) {
          for (int x = 0; x < image.getWidth(); x += 2) {
            colours.add(image.getRGB(x, y));
          }
        }
        check(colours.size() > 10, file + " isn't blank");
        check(
            Files.exists(Path.of(file.toString().replaceFirst("png$", "svg"))),
            file + " is there as SVG too");
        charts++;
      }
    }
    check(charts >= 3, "three charts at least, not " + charts);
    return charts;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      System.err.println("FAILED: " + what);
      System.exit(1);
    }
  }
}
