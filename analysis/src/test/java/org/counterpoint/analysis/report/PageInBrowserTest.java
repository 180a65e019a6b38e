package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as somebody has it who opens the file. */
class PageInBrowserTest {

  /** With it, a machine without a browser fails; without it, these tests are not run there. */
  private static final String REQUIRED = "browser.required";

  private static Optional<Browser> started = Optional.empty();
  private static String page = "";
  private static String axe = "";

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, InterruptedException {
    started = Browser.start();
    if (started.isEmpty()) {
      String words =
          "NOT RUN: the tests of the page in a browser, since chromium and chromedriver are not on"
              + " the path";
      if (Boolean.getBoolean(REQUIRED)) {
        fail(words);
      }
      System.err.println(words);
      Assumptions.abort(words);
    }
    Report.write(List.of(run()), folder.resolve("report"));
    page = folder.resolve("report").resolve(Report.HTML).toUri().toString();
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      axe =
          new String(
              Objects.requireNonNull(in, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (started.isPresent()) {
      started.get().close();
    }
  }

  /** Two JDKs, maps, percentiles, controls, what is broken and what failed. */
  private static Run run() {
    return Runs.own()
        .jdks(Runs.JDK_17, Runs.JDK_25)
        .threads(1, 2, 8)
        .forks(5)
        .load("20", "100")
        .load("200", "0")
        .load("200", "1000")
        .warning("Another process used 30 % of the CPU.")
        .failure("LONG_ADDER", 2, Failure.LOST_UPDATE, "8 threads added 4, the counter holds 3")
        .make();
  }

  private static Browser browser() {
    return started.orElseThrow();
  }

  @BeforeEach
  void open() throws IOException, InterruptedException {
    browser().emulate("screen", "light");
    browser().resize(1280, 900);
    browser().console();
    browser().requests();
    // Another address in between: the same one with another fragment loads nothing.
    browser().open("about:blank");
    browser().open(page);
  }

  private static JsonNode run(String script) throws IOException, InterruptedException {
    return browser().run(script);
  }

  private static List<String> texts(JsonNode values) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(value.asText()));
    return texts;
  }

  private static void unfoldAll() throws IOException, InterruptedException {
    run("document.querySelectorAll('details').forEach(fold => { fold.open = true; });");
  }

  @Test
  void opensFromAFileWithoutAWordInTheConsoleAndAsksNobodyForAnything()
      throws IOException, InterruptedException {
    assertThat(run("return document.title").asText()).startsWith("Counterpoint report");
    assertThat(browser().console()).isEmpty();
    assertThat(browser().requests())
        .filteredOn(url -> !url.equals("about:blank"))
        .containsOnly(page);
  }

  /** So the test above can fail, and nothing that gets into the page can ask either. */
  @Test
  void whatWouldAskIsKeptFromIt() throws IOException, InterruptedException {
    run(
        "const picture = new Image(); picture.src = 'http://127.0.0.1:9/x.png';"
            + "document.body.append(picture);"
            + "const script = document.createElement('script');"
            + "script.textContent = 'window.ran = true'; document.body.append(script);");
    browser().runUntilDone("setTimeout(done, 300);");
    assertThat(browser().console()).anyMatch(line -> line.contains("Content Security Policy"));
    assertThat(run("return window.ran === true").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 800, 1280, 1600})
  void isNoWiderThanTheScreen(int width) throws IOException, InterruptedException {
    browser().resize(width, 900);
    unfoldAll();
    int inner = run("return document.documentElement.clientWidth").asInt();
    assertThat(inner).isBetween(width - 20, width);
    assertThat(run("return document.documentElement.scrollWidth").asInt()).isEqualTo(inner);
  }

  @Test
  void theQuestionIsAnsweredBeforeAnythingElse() throws IOException, InterruptedException {
    List<String> headings =
        texts(run("return Array.from(document.querySelectorAll('h2'), h => h.id)"));
    assertThat(headings)
        .containsSubsequence(
            "answer", "charts", "results", "tables", "machine", "warnings", "reading", "repeat")
        .startsWith("answer");
    assertThat(texts(run("return Array.from(document.querySelectorAll('nav a'), a => a.hash)")))
        .containsExactlyElementsOf(headings.stream().map(id -> "#" + id).toList());
  }

  @Test
  void everyPictureOfThePageIsSeenAndHasWords() throws IOException, InterruptedException {
    unfoldAll();
    JsonNode pictures =
        run(
            """
            return Array.from(document.querySelectorAll('figure svg'), svg => ({
              role: svg.getAttribute('role'),
              title: document.getElementById(svg.getAttribute('aria-labelledby')).textContent,
              words: document.getElementById(svg.getAttribute('aria-describedby')).textContent,
              width: svg.getBoundingClientRect().width,
              height: svg.getBoundingClientRect().height,
              shapes: svg.querySelectorAll('path, line, ellipse, rect, polygon').length,
              letters: Array.from(svg.querySelectorAll('use, text'), one => one.getBBox().width),
            }));
            """);
    assertThat(pictures).hasSizeGreaterThan(30);
    for (JsonNode picture : pictures) {
      assertThat(picture.path("role").asText()).isEqualTo("img");
      assertThat(picture.path("title").asText()).isNotBlank();
      assertThat(picture.path("words").asText()).contains("JDK ");
      assertThat(picture.path("width").asDouble()).isGreaterThan(500);
      assertThat(picture.path("height").asDouble()).isGreaterThan(90);
      assertThat(picture.path("shapes").asInt()).isGreaterThan(5);
      assertThat(picture.path("letters")).hasSizeGreaterThan(5);
      // A width of 0 is a letter whose outline isn't there.
      assertThat(picture.path("letters")).allMatch(width -> width.asDouble() > 0);
    }
  }

  @Test
  void whatStandsBesideTheForksIsNotCutOff() throws IOException, InterruptedException {
    unfoldAll();
    JsonNode cut =
        run(
            """
            return Array.from(document.querySelectorAll('figure.strip svg')).flatMap(svg =>
              Array.from(svg.querySelectorAll('text'))
                .filter(text => {
                  const box = text.getBoundingClientRect();
                  const all = svg.getBoundingClientRect();
                  return box.left < all.left || box.right > all.right;
                })
                .map(text => text.textContent));
            """);
    assertThat(texts(cut)).isEmpty();
  }

  @Test
  void everyPictureInAFileDecodesAndEveryChartLeadsToItsNumbers()
      throws IOException, InterruptedException {
    List<String> links =
        texts(
            run(
                "return Array.from(document.querySelectorAll('figure a[href^=charts]'),"
                    + " a => a.href)"));
    assertThat(links).hasSizeGreaterThan(5);
    assertThat(
            texts(
                run(
                    "return Array.from(document.querySelectorAll('figure a[href^=\"#\"]'),"
                        + " a => document.querySelector(a.hash).closest('details')"
                        + ".querySelectorAll('tbody tr').length)")))
        .hasSameSizeAs(links)
        .doesNotContain("0");
    for (String link : links) {
      browser().open(link);
      assertThat(run("return document.images[0].naturalWidth").asInt())
          .as(link)
          .isGreaterThan(1000);
      browser().open(link.replaceFirst("png$", "svg"));
      assertThat(run("return document.documentElement.getBBox().width").asInt())
          .as(link)
          .isGreaterThan(500);
    }
  }

  private static List<String> shown(int column) throws IOException, InterruptedException {
    return texts(
        run(
            "return Array.from(document.querySelectorAll('#all-results tbody tr'))"
                + ".filter(row => row.checkVisibility()).map(row => row.cells["
                + column
                + "].textContent)"));
  }

  private static String status() throws IOException, InterruptedException {
    return run("return document.querySelector('#all-results [role=status]').textContent").asText();
  }

  private static int column(String key) throws IOException, InterruptedException {
    return run("return document.querySelector('#all-results th[data-key=" + key + "]').cellIndex")
        .asInt();
  }

  private static void click(String key) throws IOException, InterruptedException {
    run("document.querySelector('#all-results th[data-key=" + key + "] button').click()");
  }

  private static void choose(String filter, String value) throws IOException, InterruptedException {
    run(
        "const filter = document.querySelector('#all-results [data-filter="
            + filter
            + "]'); filter.value = '"
            + value
            + "'; filter.dispatchEvent(new Event('change'));");
  }

  private static List<Double> numbers(List<String> texts) {
    return texts.stream().filter(text -> text.matches("[0-9].*")).map(Double::valueOf).toList();
  }

  @Test
  void sortsNumbersBySizeAndWhatWasNotMeasuredLast() throws IOException, InterruptedException {
    int value = column("value");
    List<String> before = shown(value);
    click("value");
    List<String> ascending = shown(value);
    click("value");
    List<String> descending = shown(value);
    assertThat(numbers(before)).isNotEqualTo(numbers(ascending)).hasSizeGreaterThan(50);
    assertThat(numbers(ascending)).isSorted().hasSameSizeAs(numbers(before));
    assertThat(numbers(descending)).isSortedAccordingTo(Comparator.reverseOrder());
    for (List<String> sorted : List.of(ascending, descending)) {
      assertThat(sorted).hasSameSizeAs(before);
      assertThat(sorted.subList(numbers(before).size(), before.size()))
          .isNotEmpty()
          .containsOnly("BROKEN");
    }
    assertThat(status()).endsWith("sorted by Value, descending.");
    assertThat(
            texts(
                run(
                    "return Array.from(document.querySelectorAll('th[aria-sort]'),"
                        + " h => h.dataset.key + ' ' + h.getAttribute('aria-sort'))")))
        .containsExactly("value descending");
  }

  @Test
  void filtersAndSaysHowManyRowsAreLeft() throws IOException, InterruptedException {
    int all = shown(0).size();
    choose("contender", "Mutex");
    choose("threads", "8");
    choose("jdk", "JDK 25.0.1");
    assertThat(shown(0)).isNotEmpty().containsOnly("Mutex");
    assertThat(shown(column("threads"))).containsOnly("8");
    assertThat(shown(column("jdk"))).containsOnly("JDK 25.0.1");
    int left = shown(0).size();
    assertThat(left).isLessThan(all);
    assertThat(status()).isEqualTo("Showing " + left + " of " + all + " rows.");
    run("document.querySelector('#all-results [data-reset]').click()");
    assertThat(shown(0)).hasSize(all);
  }

  @Test
  void isUsedWithoutAMouse() throws IOException, InterruptedException {
    run("document.querySelector('#all-results input').focus()");
    browser().press("section mutex");
    int found = shown(0).size();
    assertThat(shown(0)).isNotEmpty().containsOnly("Mutex");
    assertThat(shown(column("workload"))).allMatch(workload -> workload.startsWith("Section"));
    // By the button that shows all, and the table, which can be scrolled.
    browser().press(Browser.TAB + Browser.TAB + Browser.TAB);
    assertThat(run("return document.activeElement.closest('th').dataset.key").asText())
        .isEqualTo("contender");
    assertThat(run("return getComputedStyle(document.activeElement).outlineStyle").asText())
        .isEqualTo("solid");
    browser().press(Browser.ENTER);
    assertThat(status())
        .startsWith("Showing " + found + " of ")
        .endsWith("sorted by Contender, ascending.");
  }

  @Test
  void theFirstKeyLeadsPastTheContents() throws IOException, InterruptedException {
    browser().press(Browser.TAB);
    assertThat(run("return document.activeElement.hash").asText()).isEqualTo("#content");
    assertThat(run("return document.activeElement.getBoundingClientRect().top").asDouble())
        .isGreaterThanOrEqualTo(0);
  }

  @Test
  void aViewCanBeLinked() throws IOException, InterruptedException {
    choose("contender", "Mutex");
    choose("jdk", "JDK 25.0.1");
    click("value");
    List<String> seen = shown(column("value"));
    String address = run("return location.href").asText();
    assertThat(address).contains("#all-results?", "contender=Mutex", "sort=value");
    browser().open("about:blank");
    browser().open(address);
    assertThat(shown(column("value"))).isEqualTo(seen);
    assertThat(browser().console()).isEmpty();
  }

  @Test
  void aLinkIntoAFoldUnfoldsIt() throws IOException, InterruptedException {
    String script =
        "const target = document.querySelector(document.querySelector("
            + "'figure a[href^=\"#data-\"]').hash); return target.closest('details')";
    assertThat(run(script + ".open").asBoolean()).isFalse();
    run("document.querySelector('figure a[href^=\"#data-\"]').click()");
    browser().runUntilDone("setTimeout(done, 200);");
    assertThat(run(script + ".open").asBoolean()).isTrue();
    assertThat(run(script + ".getBoundingClientRect().top").asDouble()).isBetween(-50.0, 850.0);
  }

  @ParameterizedTest
  @CsvSource({"light,1280", "dark,1280", "light,400", "dark,400"})
  void hasNoBarrierThatAToolCanFind(String scheme, int width)
      throws IOException, InterruptedException {
    browser().resize(width, 900);
    browser().emulate("screen", scheme);
    unfoldAll();
    assertThat(barriers()).isEmpty();
  }

  /** So the test above can fail. */
  @Test
  void theToolFindsPaleLettersAndASelectWithoutALabel() throws IOException, InterruptedException {
    run(
        "document.querySelector('main p').style.color = '#ccc';"
            + "document.querySelector('main').append(document.createElement('select'));");
    assertThat(barriers())
        .anyMatch(barrier -> barrier.startsWith("color-contrast"))
        .anyMatch(barrier -> barrier.startsWith("select-name"));
  }

  private static List<String> barriers() throws IOException, InterruptedException {
    run(axe);
    return texts(
        browser()
            .runUntilDone(
                """
                axe.run(document, {resultTypes: ['violations']}).then(
                  result => done(result.violations.map(violation => violation.id + ': '
                    + violation.nodes.slice(0, 3).map(node => node.html).join(' '))),
                  problem => done(['axe: ' + problem]));
                """));
  }

  private static String paper() throws IOException, InterruptedException {
    return run("return getComputedStyle(document.body).backgroundColor").asText();
  }

  @Test
  void isDarkWhereThatIsWishedAndPrintsOnWhite() throws IOException, InterruptedException {
    String script = "return getComputedStyle(document.querySelector('figure svg > rect')).fill";
    assertThat(paper()).isEqualTo("rgb(255, 255, 255)");
    browser().emulate("screen", "dark");
    assertThat(paper()).isEqualTo("rgb(22, 25, 28)");
    assertThat(run(script).asText()).isEqualTo("rgb(22, 25, 28)");
    browser().emulate("print", "dark");
    assertThat(paper()).isEqualTo("rgb(255, 255, 255)");
    assertThat(run(script).asText()).isEqualTo("rgb(255, 255, 255)");
  }

  @Test
  void paperShowsWhatIsFoldedAwayOnAScreen() throws IOException, InterruptedException {
    String script =
        "return Array.from(document.querySelectorAll('table, figure, pre, main p'))"
            + ".filter(one => one.textContent).filter(one => !one.classList.contains('shown'))"
            + ".filter(one => !one.classList.contains('finding'))"
            + ".filter(one => !one.checkVisibility() || one.getBoundingClientRect().height === 0)"
            + ".length";
    assertThat(run(script).asInt()).isGreaterThan(50);
    browser().emulate("print", "light");
    assertThat(run(script).asInt()).isZero();
    assertThat(run("return document.querySelector('.filters').checkVisibility()").asBoolean())
        .isFalse();
  }

  @Test
  void everythingIsThereWithoutTheScript() throws IOException, InterruptedException {
    int all = shown(0).size();
    browser().allowScripts(false);
    try {
      browser().open("about:blank");
      browser().open(page);
      assertThat(shown(0)).hasSize(all);
      assertThat(run("return document.querySelector('.filters').checkVisibility()").asBoolean())
          .isFalse();
      assertThat(run("return document.querySelectorAll('thead button').length").asInt()).isZero();
    } finally {
      browser().allowScripts(true);
    }
  }
}
