package org.counterpoint.analysis.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Chromium without a window, as its own driver steers it (W3C WebDriver). A protocol of a few
 * requests needs no library of thirty files.
 */
final class Browser implements AutoCloseable {

  private static final int MOST_TRIES = 600;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern STARTED = Pattern.compile("successfully on port (\\d+)");
  private static final List<String> DRIVERS = List.of("chromedriver", "chromium.chromedriver");
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");

  /** The key as the protocol writes it. */
  static final String TAB = "\uE004";

  static final String ENTER = "\uE007";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process driver;
  private final String session;

  private Browser(Path driverFile, Path browserFile) throws IOException, InterruptedException {
    driver =
        new ProcessBuilder(driverFile.toString(), "--port=0").redirectErrorStream(true).start();
    String server = "http://127.0.0.1:" + port(driver);
    ObjectNode options = JSON.createObjectNode().put("binary", browserFile.toString());
    // As root, as containers are, there is no sandbox; whatever is opened here was made here.
    options
        .putArray("args")
        .add("--headless=new")
        .add("--no-sandbox")
        .add("--disable-gpu")
        .add("--disable-dev-shm-usage");
    ObjectNode wanted = JSON.createObjectNode();
    wanted.set("goog:chromeOptions", options);
    wanted.putObject("goog:loggingPrefs").put("browser", "ALL").put("performance", "ALL");
    ObjectNode body = JSON.createObjectNode();
    body.putObject("capabilities").set("alwaysMatch", wanted);
    try {
      session = server + "/session/" + send(server + "/session", body).path("sessionId").asText();
      post("/timeouts", JSON.createObjectNode().put("script", 120_000));
    } catch (IOException | InterruptedException | RuntimeException e) {
      driver.destroy();
      throw e;
    }
  }

  /**
   * Started; empty where the browser or its driver is not on the path.
   *
   * @throws IOException if they are, and none of the browsers does what the driver says
   */
  static Optional<Browser> start() throws IOException, InterruptedException {
    List<Path> drivers = onPath(DRIVERS);
    Optional<IOException> problem = Optional.empty();
    for (Path browser : drivers.isEmpty() ? List.<Path>of() : onPath(BROWSERS)) {
      try {
        return Optional.of(new Browser(drivers.get(0), browser));
      } catch (IOException e) {
        // A machine may have several, of which the driver knows the version of one.
        problem = Optional.of(e);
      }
    }
    if (problem.isPresent()) {
      throw problem.get();
    }
    return Optional.empty();
  }

  private static List<Path> onPath(List<String> names) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return names.stream()
        .flatMap(
            name ->
                Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .toList();
  }

  /** It chooses a free one, and says so. */
  private static int port(Process driver) throws IOException {
    BufferedReader words = driver.inputReader(StandardCharsets.UTF_8);
    List<String> said = new ArrayList<>();
    for (String line = words.readLine(); line != null; line = words.readLine()) {
      said.add(line);
      Matcher port = STARTED.matcher(line);
      if (port.find()) {
        return Integer.parseInt(port.group(1));
      }
    }
    throw new IOException("the browser's driver did not start: " + said);
  }

  /** Returns once all of it is there: the driver may come back while a large page is still read. */
  void open(String url) throws IOException, InterruptedException {
    post("/url", JSON.createObjectNode().put("url", url));
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      JsonNode state = run("return [document.readyState, location.href]");
      if (state.path(0).asText().equals("complete") && state.path(1).asText().equals(url)) {
        return;
      }
      Thread.sleep(50);
    }
    throw new IOException("the browser did not finish to load " + url);
  }

  /** What the body of a function returns, in the page. */
  JsonNode run(String script) throws IOException, InterruptedException {
    return post("/execute/sync", script(script));
  }

  /** The same of one that calls {@code done} some time. */
  JsonNode runUntilDone(String script) throws IOException, InterruptedException {
    return post("/execute/async", script("const done = arguments[0];" + script));
  }

  private static ObjectNode script(String script) {
    ObjectNode body = JSON.createObjectNode().put("script", script);
    body.putArray("args");
    return body;
  }

  /** Presses keys, one after the other, wherever the focus is. */
  void press(String keys) throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode actions =
        body.putArray("actions")
            .addObject()
            .put("type", "key")
            .put("id", "keys")
            .putArray("actions");
    keys.codePoints()
        .mapToObj(Character::toString)
        .forEach(
            key -> {
              actions.addObject().put("type", "keyDown").put("value", key);
              actions.addObject().put("type", "keyUp").put("value", key);
            });
    post("/actions", body);
  }

  /** So many pixels wide and high, from now on. */
  void resize(int width, int height) throws IOException, InterruptedException {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /**
   * As if on that medium, from now on.
   *
   * @param media {@code screen} or {@code print}
   * @param scheme {@code light} or {@code dark}
   */
  void emulate(String media, String scheme) throws IOException, InterruptedException {
    command(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            media,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Whether pages may run scripts of their own, from now on. */
  void allowScripts(boolean allowed) throws IOException, InterruptedException {
    command("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  private void command(String name, Map<String, ?> parameters)
      throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("cmd", name);
    body.set("params", JSON.valueToTree(parameters));
    post("/goog/cdp/execute", body);
  }

  /** What the console said since this was asked last. */
  List<String> console() throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    post("/se/log", JSON.createObjectNode().put("type", "browser"))
        .forEach(entry -> lines.add(entry.path("level").asText() + " " + entry.path("message")));
    return lines;
  }

  /** What was asked for since this was asked last, from disk or elsewhere. */
  List<String> requests() throws IOException, InterruptedException {
    List<String> urls = new ArrayList<>();
    for (JsonNode entry : post("/se/log", JSON.createObjectNode().put("type", "performance"))) {
      JsonNode message = JSON.readTree(entry.path("message").asText()).path("message");
      if (message.path("method").asText().equals("Network.requestWillBeSent")) {
        urls.add(message.path("params").path("request").path("url").asText());
      }
    }
    return urls;
  }

  private JsonNode post(String path, ObjectNode body) throws IOException, InterruptedException {
    return send(session + path, body);
  }

  private JsonNode send(String url, ObjectNode body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    JsonNode value = JSON.readTree(answer.body()).path("value");
    if (answer.statusCode() != 200) {
      throw new IOException(url + ": " + value.path("message").asText());
    }
    return value;
  }

  /** Ends the browser with its driver. */
  @Override
  public void close() throws IOException {
    try {
      client.send(
          HttpRequest.newBuilder(URI.create(session)).DELETE().build(),
          HttpResponse.BodyHandlers.discarding());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    } finally {
      driver.destroy();
    }
  }
}
