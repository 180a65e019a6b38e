package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.counterpoint.analysis.model.Cell;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.JvmVariant;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Mode;
import org.counterpoint.analysis.model.Plan;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ReportTest {

  private static final String LOSS = "8 threads added 4000000, the counter holds 3999121";

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  private static Document xml(String text) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    builder.setErrorHandler(null);
    builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
    return builder.parse(new InputSource(new StringReader(text)));
  }

  private static List<String> charts(Map<String, byte[]> files, String extension) {
    return files.keySet().stream().filter(name -> name.endsWith(extension)).toList();
  }

  static Stream<Run> everyKindOfRun() {
    return Stream.of(
        Runs.own().make(),
        Runs.own().jdks(Runs.JDK_17, Runs.JDK_25).threads(1, 8).make(),
        Runs.own().smoke().forks(2).threads(1, 2).make(),
        Runs.own().forks(1).threads(1, 2).make(),
        Runs.own().forks(2).threads(1, 2).make(),
        Runs.own().forks(3).threads(1, 2).make(),
        Runs.own().strategies("MUTEX").threads(1, 2).make(),
        Runs.own().strategies("MUTEX").threads(4).withoutControls().make(),
        Runs.own().threads(4).make(),
        Runs.own().samples(0).threads(1).make(),
        disturbed(),
        Runs.own().smoke().forks(1).threads(1).watched(0.01, 0).make(),
        Runs.own().noise(0).threads(1).make(),
        Runs.own().threads(2).failure("MUTEX", 2, Failure.LOST_UPDATE, LOSS).make(),
        Runs.own().strategies("MUTEX").failure("MUTEX", 2, Failure.LOST_UPDATE, LOSS).make(),
        Runs.own()
            .strategies("MUTEX", "LONG_ADDER")
            .threads(1)
            .failure("ATOMIC_INTEGER", 2, "crash", "exit code 134")
            .make(),
        wide(),
        hostile(),
        Runs.foreign("empty.json"),
        Runs.foreign(
            "zero.json",
            Runs.entry("p.B.a", Runs.params(), Mode.AVERAGE_TIME, 1, "ns/op", 0, 0, 0),
            Runs.entry("p.B.b", Runs.params(), Mode.AVERAGE_TIME, 1, "ns/op", -1, 2, 3)));
  }

  /** Others in block 1, the hypervisor in block 2, a slow control in block 3. */
  private static Run disturbed() {
    return Runs.own()
        .threads(1)
        .forks(5)
        .control(1, 1.001, 0.999, 1.5, 1)
        .watched(0.01, 0)
        .watched(0.3, 0)
        .watched(0.01, 0.2)
        .watched(0.01, 0)
        .watched(0.01, 0)
        .make();
  }

  private static Run wide() {
    List<Measurement> all = new ArrayList<>();
    for (int threads : new int[] {1, 2}) {
      for (int exponent = -3; exponent <= 9; exponent++) {
        all.add(
            Runs.entry(
                "p.Wide.m",
                Runs.params("strategy", "S" + exponent),
                Mode.THROUGHPUT,
                threads,
                "ops/s",
                Runs.around(Math.pow(10, exponent), 5)));
      }
    }
    return Runs.foreign("wide.json", all.toArray(new Measurement[0]));
  }

  private static Run hostile() {
    List<Measurement> all = new ArrayList<>();
    for (String name :
        List.of(
            "<script>alert(1)</script>", "a|b", "x & y", "\"q\" 'r'", "=1+1", "]]>", "\u0001")) {
      all.add(
          Runs.entry(
              "p.Hostile.m",
              Runs.params("strategy", name, "p<1>", "v|&"),
              Mode.THROUGHPUT,
              1,
              "ops/s",
              Runs.around(5 + name.length(), 5)));
    }
    return Runs.foreign("<b>|&.json", all.toArray(new Measurement[0]));
  }

  private static Run many() {
    List<Measurement> all = new ArrayList<>();
    for (int i = 0; i < 38; i++) {
      all.add(
          Runs.entry(
              "p.Type" + i + ".m", Runs.params(), Mode.SINGLE_SHOT, 1, "ms/op", i + 1, i + 2));
    }
    return Runs.foreign("many.json", all.toArray(new Measurement[0]));
  }

  @ParameterizedTest
  @MethodSource("everyKindOfRun")
  void isWholeForEveryKindOfRun(Run run) throws Exception {
    SortedMap<String, byte[]> files = Report.files(List.of(run));
    assertThat(files).containsKeys("index.html", "report.md", "results.csv", "summary.json");
    assertThat(charts(files, ".svg")).hasSameSizeAs(charts(files, ".png"));
    for (String chart : charts(files, ".svg")) {
      Document svg = xml(text(files, chart));
      assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
      assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
      assertThat(text(files, chart)).doesNotContain("NaN").doesNotContain("Infinity");
    }
    assertThat(new ObjectMapper().readTree(text(files, "summary.json")).isObject()).isTrue();
    checkPage(xml(text(files, "index.html")), files);
    checkMarkdown(text(files, "report.md"), files);
  }

  /** Every link leads somewhere, no id is used twice, and nothing is fetched. */
  private static void checkPage(Document page, Map<String, byte[]> files) {
    Set<String> ids = new HashSet<>();
    Set<String> targets = new HashSet<>();
    NodeList all = page.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      assertThat(element.getTagName()).isNotIn("link", "img", "iframe", "object");
      assertThat(element.getAttribute("src")).isEmpty();
      if (element.hasAttribute("id")) {
        assertThat(ids.add(element.getAttribute("id"))).as(element.getAttribute("id")).isTrue();
      }
      for (String reference : List.of("aria-describedby", "aria-labelledby")) {
        if (element.hasAttribute(reference)) {
          targets.add(element.getAttribute(reference));
        }
      }
      String href = element.getAttribute("href");
      if (href.startsWith("#")) {
        targets.add(href.substring(1));
      } else if (!href.isEmpty()) {
        assertThat(files).containsKey(href);
      }
    }
    assertThat(ids).containsAll(targets);
    assertThat(page.getElementsByTagName("script").getLength()).isEqualTo(1);
  }

  private static void checkMarkdown(String page, Map<String, byte[]> files) {
    Matcher links = Pattern.compile("(?<!\\\\)\\]\\(([^)]*)\\)").matcher(page);
    while (links.find()) {
      assertThat(files).containsKey(links.group(1));
    }
    int columns = 0;
    for (String line : page.split("\n", -1)) {
      if (!line.startsWith("|")) {
        columns = 0;
        continue;
      }
      int cells = line.split("(?<!\\\\)\\|", -1).length;
      assertThat(cells).as(line).isEqualTo(columns == 0 ? cells : columns);
      columns = cells;
    }
  }

  @Test
  void drawsPicturesThatDecodeAndAreNotBlank() throws IOException {
    SortedMap<String, byte[]> files = Report.files(List.of(Runs.own().make()));
    assertThat(charts(files, ".png")).hasSize(5);
    for (String chart : charts(files, ".png")) {
      BufferedImage image =
          ImageIO.read(new ByteArrayInputStream(files.getOrDefault(chart, new byte[0])));
      assertThat(image.getWidth()).isGreaterThanOrEqualTo(1200);
      assertThat(image.getHeight()).isBetween(400, 3000);
      Set<Integer> colors = new HashSet<>();
      for (int y = 0; y < image.getHeight(); y += 2) {
        for (int x = 0; x < image.getWidth(); x += 2) {
          colors.add(image.getRGB(x, y));
        }
      }
      assertThat(colors).hasSizeGreaterThan(50);
      for (int order = 0; order < 6; order++) {
        assertThat(colors).contains(Palette.color(order).getRGB());
      }
    }
  }

  @Test
  void givesTheSameBytesAgainAndInEveryLocale() throws IOException {
    Run run = Runs.own().strategies("MUTEX", "LONG_ADDER").threads(1, 2).make();
    SortedMap<String, byte[]> first = Report.files(List.of(run));
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("de-DE", "ar-EG-u-nu-arab", "tr-TR")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        SortedMap<String, byte[]> again = Report.files(List.of(run));
        assertThat(again.keySet()).isEqualTo(first.keySet());
        for (String name : first.keySet()) {
          assertThat(again.get(name)).as(tag + " " + name).isEqualTo(first.get(name));
        }
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void neverRanksAndNeverDrawsABrokenStrategy() throws Exception {
    Run run = Runs.own().failure("LONG_ADDER", 4, Failure.LOST_UPDATE, LOSS).make();
    SortedMap<String, byte[]> files = Report.files(List.of(run));
    List<String> rows =
        text(files, "report.md").lines().filter(line -> line.startsWith("| LongAdder")).toList();
    assertThat(rows)
        .hasSizeGreaterThan(4)
        .allMatch(row -> row.contains("BROKEN"))
        .noneMatch(row -> row.replace(LOSS, "").matches(".*\\| [0-9.-]+[0-9].*\\|.*"));
    assertThat(text(files, "report.md")).contains(LOSS).doesNotContain("LongAdder is fastest");
    for (JsonNode entry :
        new ObjectMapper().readTree(text(files, "summary.json")).findValues("entries")) {
      for (JsonNode contender : entry) {
        if (contender.path("contender").asText().equals("LONG_ADDER")) {
          assertThat(contender.path("status").asText()).isEqualTo("BROKEN");
          assertThat(contender.has("bestRank")).isFalse();
          assertThat(contender.has("value")).isFalse();
          assertThat(contender.has("percentiles")).isFalse();
        }
      }
    }
    for (String chart : charts(files, ".png")) {
      BufferedImage image =
          ImageIO.read(new ByteArrayInputStream(files.getOrDefault(chart, new byte[0])));
      int width = image.getWidth();
      int height = image.getHeight();
      assertThat(image.getRGB(0, 0, width, height, null, 0, width))
          .as(chart)
          .doesNotContain(Palette.color(4).getRGB());
    }
  }

  @Test
  void aSmokeRunSaysEverywhereThatItSupportsNoVerdict() throws Exception {
    Run run = Runs.own().smoke().forks(8).make();
    SortedMap<String, byte[]> files = Report.files(List.of(run));
    for (String page : List.of("index.html", "report.md", "summary.json")) {
      assertThat(text(files, page))
          .containsIgnoringCase("smoke run: supports no verdict")
          .doesNotContain(" is fastest at 1 thread.")
          .doesNotContain("bestRank")
          .doesNotContain("mayBeFirst")
          .doesNotContain("| Rank |");
      assertThat(text(files, page).replaceAll("Which[^?]*\\?", ""))
          .doesNotContainPattern("[a-z] is fastest at")
          .doesNotContainPattern("[a-z] has the shortest");
    }
    for (String chart : charts(files, ".svg")) {
      assertThat(xml(text(files, chart)).getElementsByTagName("title").item(0).getTextContent())
          .containsIgnoringCase("smoke run: supports no verdict");
    }
    List<Block> document = flat(run);
    assertThat(document)
        .filteredOn(Block.Table.class::isInstance)
        .map(block -> ((Block.Table) block).caption())
        .filteredOn(caption -> !caption.startsWith("What run-1 ran on"))
        .allMatch(caption -> caption.contains("supports no verdict"));
    assertThat(document)
        .filteredOn(Block.Figure.class::isInstance)
        .map(block -> ((Block.Figure) block).chart().caption())
        .allMatch(caption -> caption.contains("supports no verdict"));
  }

  private static List<Block> document(Run run) {
    Exhibits exhibits = Exhibits.of(Summary.of(run), new Slugs());
    return ReportDocument.of(List.of(new ReportDocument.Part(exhibits, Charts.of(exhibits))));
  }

  private static List<Block> flat(Run run) {
    return Block.flat(document(run)).toList();
  }

  /** Not the one thread of JMH's works there, so the rate is not what one thread pays. */
  @Test
  void whatVirtualThreadsDoIsNoTimeOfOneThread() {
    Run run = Runs.own().threads(1).make();
    List<Measurement> virtual = new ArrayList<>();
    for (Measurement one : run.measurements()) {
      TreeMap<String, String> params = new TreeMap<>(one.cell().params());
      params.put(Cell.VIRTUAL_THREADS, "10");
      Cell cell = new Cell(one.cell().benchmark(), params, one.cell().mode(), 1);
      virtual.add(new Measurement(cell, one.jdk(), one.protocol(), one.primary(), one.secondary()));
    }
    Run other =
        new Run(
            run.name(),
            run.plan(),
            run.environment(),
            run.jdks(),
            virtual,
            run.failures(),
            run.warnings(),
            run.watched());
    assertThat(Exhibits.of(Summary.of(run), new Slugs()).oneThread()).isNotEmpty();
    assertThat(Exhibits.of(Summary.of(other), new Slugs()).oneThread()).isEmpty();
    assertThat(Exhibits.of(Summary.of(other), new Slugs()).families()).isNotEmpty();
  }

  @Test
  void everyTableAndChartNamesItsCircumstances() {
    List<String> captions = new ArrayList<>();
    for (Block block : flat(Runs.own().jdks(Runs.JDK_17, Runs.JDK_25).make())) {
      if (block instanceof Block.Table table && !table.caption().startsWith("What ")) {
        captions.add(table.caption());
      } else if (block instanceof Block.Figure figure) {
        captions.add(figure.chart().caption());
      }
    }
    assertThat(captions)
        .hasSizeGreaterThan(15)
        .allMatch(
            caption ->
                caption.contains("JDK ")
                    && caption.contains("Xeon")
                    && caption.contains("2 cores")
                    && caption.contains("thread")
                    && caption.contains("10 forks"));
  }

  @Test
  void everyNumberInATableIsInTheSummary() throws IOException {
    Run run =
        Runs.own()
            .jdks(Runs.JDK_17, Runs.JDK_25)
            .failure("MUTEX", 4, "crash", "exit code 134")
            .control(1, 1.001, 0.997, 1.5, 1)
            .watched(0.0123, 0.0456)
            .watched(0.3, 0)
            .watched(0.01, 0.2)
            .make();
    SortedMap<String, byte[]> files = Report.files(List.of(run));
    Set<String> known = new HashSet<>();
    collect(new ObjectMapper().readTree(text(files, "summary.json")), known);
    Pattern number = Pattern.compile("\\d+(\\.\\d+)?(e[+-]\\d+)?");
    int seen = 0;
    for (Block block : flat(run)) {
      if (block instanceof Block.Table table) {
        for (List<Block.Cell> row : table.rows()) {
          for (Block.Cell cell : row) {
            Matcher matcher = number.matcher(cell.text() + " " + cell.below());
            while (matcher.find()) {
              assertThat(known).as(table.caption() + " " + cell).contains(matcher.group());
              seen++;
            }
          }
        }
      }
    }
    assertThat(seen).isGreaterThan(500);
  }

  private static void collect(JsonNode node, Set<String> known) {
    if (node.isNumber()) {
      known.add(node.asText());
      known.add(Numbers.of(node.asDouble()));
    } else if (node.isTextual()) {
      Matcher matcher = Pattern.compile("\\d+(\\.\\d+)?").matcher(node.asText());
      while (matcher.find()) {
        known.add(matcher.group());
      }
    }
    node.forEach(child -> collect(child, known));
  }

  @Test
  void namesFromAFileSurviveAndDoNoHarm() throws Exception {
    SortedMap<String, byte[]> files = Report.files(List.of(hostile()));
    assertThat(text(files, "index.html"))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "a|b", "x &amp; y")
        .containsOnlyOnce("<script");
    assertThat(text(files, "report.md")).contains("a\\|b").doesNotContain("<script");
    assertThat(text(files, "results.csv")).contains(",'=1+1,").contains("p<1>=v|&");
    List<String> names = new ArrayList<>();
    JsonNode entries =
        new ObjectMapper()
            .readTree(text(files, "summary.json"))
            .path("runs")
            .path(0)
            .path("contests")
            .path(0)
            .path("entries");
    entries.forEach(entry -> names.add(entry.path("contender").asText()));
    assertThat(names).contains("<script>alert(1)</script>", "a|b", "x & y", "=1+1", "\u0001");
  }

  @Test
  void saysHowManyChartsItLeftOut() {
    List<Block> document = document(many());
    assertThat(document).filteredOn(Block.Figure.class::isInstance).hasSize(Charts.MOST);
    assertThat(MarkdownPage.of(document))
        .contains("6 further charts were left out")
        .contains("Type29.m")
        .contains("38 settings have a single contender");
  }

  @Test
  void theCsvHasOneRowAForkAndMetric() throws IOException {
    Run run = Runs.own().strategies("MUTEX").threads(2).forks(3).withoutControls().make();
    List<String> lines = text(Report.files(List.of(run)), "results.csv").lines().toList();
    assertThat(lines.get(0))
        .isEqualTo("run,jdk,benchmark,mode,strategy,threads,params,metric,unit,block,value");
    assertThat(lines).hasSize(1 + 3 * (1 + 1 + 7));
    assertThat(lines.get(1))
        .startsWith(
            "run-1,17,org.example.bench.Increment.increment,thrpt,MUTEX,2,,score,ops/us,0,");
  }

  @Test
  void theFlagsOfTheJvmAreSaidEverywhere() throws Exception {
    JvmVariant zgc = new JvmVariant("ZGC", List.of("-XX:+UseZGC", "-Xmx1g"));
    Run run =
        Runs.own()
            .strategies("MUTEX", "LONG_ADDER")
            .threads(1, 2)
            .jvms(JvmVariant.NONE, zgc)
            .make();
    SortedMap<String, byte[]> files = Report.files(List.of(run));
    checkPage(xml(text(files, "index.html")), files);
    assertThat(text(files, "report.md"))
        .contains("Increment.increment, JVM flags=ZGC", "Increment.increment, JVM flags=none")
        .contains("| JVM flags ZGC | -XX:+UseZGC -Xmx1g |")
        .contains("control: nothing, JVM flags=ZGC");
    assertThat(text(files, "results.csv").lines())
        .anyMatch(line -> line.contains(",thrpt,MUTEX,2,,score,"))
        .anyMatch(line -> line.contains(",thrpt,MUTEX,2,JVM flags=ZGC,score,"));
    assertThat(
            new ObjectMapper()
                .readTree(text(files, "summary.json"))
                .at("/runs/0/contests")
                .findValuesAsText("JVM flags"))
        .contains("ZGC", "none");
    assertThat(charts(files, ".svg")).hasSize(2 * 4);
  }

  @Test
  void severalRunsStandSideBySideUnderTheirNames() throws Exception {
    SortedMap<String, byte[]> files =
        Report.files(
            List.of(
                Runs.own().name("one").threads(2).make(),
                Runs.own().name("two").threads(2).smoke().make()));
    checkPage(xml(text(files, "index.html")), files);
    assertThat(text(files, "report.md"))
        .contains("# Counterpoint report: one and two", "### one", "### two")
        .contains("are not compared");
    assertThat(charts(files, ".svg")).hasSize(4);
  }

  @Test
  void warningsAndFailuresAreListed() throws IOException {
    Run run =
        Runs.own()
            .threads(2)
            .forks(4)
            .warning("Another process used 30 % of the CPU.")
            .failure("MUTEX", 2, "crash", "exit code 134")
            .make();
    assertThat(text(Report.files(List.of(run)), "report.md"))
        .contains("Another process used 30 % of the CPU.", "no verdict below 5", "exit code 134");
  }

  @Test
  void writesAFolderAndReplacesItsOwnOldReport(@TempDir Path folder) throws IOException {
    Path report = folder.resolve("report");
    Report.write(List.of(Runs.own().threads(1).jdks(Runs.JDK_25).make()), report);
    assertThat(report.resolve("charts")).isDirectory();
    assertThatCode(() -> Report.write(List.of(Runs.own().threads(1).make()), report))
        .doesNotThrowAnyException();
    try (Stream<Path> left = Files.list(report.resolve("charts"))) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.contains("jdk-25"));
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(report);
    }
  }

  @Test
  void theFirstThingItSaysIsHowQuietTheMachineWas() throws IOException {
    SortedMap<String, byte[]> files = Report.files(List.of(disturbed()));
    String sentence =
        "The machine was not quiet: others used 6.8 % of the processors, the hypervisor took 4 % of"
            + " the processors, the control loop drifted by 0.1 % over 4 minutes, 3 of 5 blocks"
            + " disturbed.";
    String page = text(files, "report.md");
    assertThat(page)
        .contains(
            "## Question and answer\n\n" + sentence + "\n\n- Block 1 was disturbed: others used",
            "- Block 2 was disturbed: the hypervisor took 20 % of the processors.",
            "- Block 3 was disturbed: the control loop took 50 % longer than in the median block.",
            "- " + sentence + " Every fork is in the figures all the same.");
    assertThat(text(files, "index.html")).contains(sentence.replace(" %", "\u00A0%"));
    JsonNode quietness =
        new ObjectMapper()
            .readTree(text(files, "summary.json"))
            .path("runs")
            .path(0)
            .path("quietness");
    assertThat(quietness.path("verdict").asText()).isEqualTo("DISTURBED");
    assertThat(quietness.path("sentence").asText()).isEqualTo(sentence);
    assertThat(quietness.path("blocks")).hasSize(5);
    assertThat(quietness.path("blocks").path(2).path("disturbedBy").toString())
        .isEqualTo("[\"STEAL\"]");
  }

  @Test
  void theControlThatMeasuresTheMachineStandsBesideNoContender() {
    List<Block> document = flat(disturbed());
    assertThat(document)
        .filteredOn(Block.Table.class::isInstance)
        .map(Block.Table.class::cast)
        .filteredOn(table -> table.toString().contains(Plan.FIXED_WORK))
        .singleElement()
        .satisfies(table -> assertThat(table.caption()).startsWith("Controls:"));
  }

  @Test
  void needsARun(@TempDir Path folder) {
    assertThatThrownBy(() -> Report.write(List.of(), folder))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theParserOfTheseTestsDoesNoticeBrokenMarkup() {
    assertThatThrownBy(() -> xml("<svg><g></svg>")).isInstanceOf(SAXException.class);
  }
}
