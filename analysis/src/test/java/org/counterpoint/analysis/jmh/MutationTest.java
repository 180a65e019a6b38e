package org.counterpoint.analysis.jmh;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.counterpoint.analysis.model.Failure;
import org.counterpoint.analysis.model.Measurement;
import org.counterpoint.analysis.model.Metric;
import org.counterpoint.analysis.model.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random damage to valid files: they are read, or refused with a place; nothing else happens. */
class MutationTest {

  private static final int MUTATIONS = 5_000;

  private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|-?\\d[\\d.eE+-]*|[\\[\\]{},:]");

  private static final List<String> REPLACEMENTS =
      List.of(
          "\"four\"",
          "\"NaN\"",
          "\"-INF\"",
          "NaN",
          "null",
          "true",
          "{}",
          "[]",
          "-1",
          "0",
          "1e400",
          "-1e308",
          "1e308",
          "4294967296",
          "99999999999999999999",
          "\"\"",
          "\"\\u0000\"",
          "[[",
          "]]",
          "}",
          ",",
          ":",
          "\"benchmark\"",
          "\"rawDataHistogram\"",
          "\"rawData\"",
          "[[1, 2]]");

  private final Path folder;

  MutationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private int read;
  private int refused;

  @Test
  void damagedJmhFilesAreReadOrRefused() throws IOException {
    Random random = new Random(20_260_101);
    List<String> originals = new ArrayList<>();
    originals.add(Samples.SMALL);
    originals.add(sampled());
    originals.add(Files.readString(Samples.resource("in-process.json")));
    Path file = folder.resolve("damaged.json");
    for (int i = 0; i < MUTATIONS; i++) {
      String damaged = damage(originals.get(i % originals.size()), random);
      Files.write(file, damaged.getBytes(ISO_8859_1));
      attempt(file, damaged);
    }
    assertThat(refused).isGreaterThan(MUTATIONS / 4);
    assertThat(read).isGreaterThan(MUTATIONS / 30);
  }

  @Test
  void damagedRunFoldersAreReadOrRefused() throws IOException {
    Random random = new Random(20_260_102);
    RunFixture run = new RunFixture(folder);
    Path measured = run.measured(0, "17", RunFixture.MUTEX, 20, 22);
    Path failed = run.failed(0, "17", RunFixture.ATOMIC, Failure.LOST_UPDATE, "10, not 9");
    Path watched = run.watched(1, "17", RunFixture.MUTEX, RunFixture.noise(2000, 1900));
    List<Path> files = List.of(folder.resolve(RunJson.NAME), measured, failed, watched);
    for (int i = 0; i < MUTATIONS; i++) {
      Path file = files.get(i % files.size());
      byte[] original = Files.readAllBytes(file);
      String damaged = damage(new String(original, ISO_8859_1), random);
      Files.write(file, damaged.getBytes(ISO_8859_1));
      attempt(folder, damaged);
      Files.write(file, original);
    }
    assertThat(refused).isGreaterThan(MUTATIONS / 4);
    assertThat(read).isGreaterThan(MUTATIONS / 30);
  }

  private void attempt(Path input, String damaged) {
    try {
      Run run = Runs.read(input);
      // What is read must be fit for whoever computes with it.
      for (Measurement measurement : run.measurements()) {
        assertThat(measurement.primary().forkMeans().size()).isPositive();
        measurement.secondary().values().forEach(Metric::forkMeans);
      }
      read++;
    } catch (UnreadableInput bad) {
      assertThat(bad.line()).as("%s in%n%s", bad.getMessage(), damaged).isPositive();
      assertThat(bad.column()).isPositive();
      assertThat(bad.getMessage()).doesNotContain("\n", "\r").contains(bad.reason(), bad.remedy());
      refused++;
    } catch (RuntimeException | StackOverflowError leaked) {
      throw new AssertionError("on\n" + damaged, leaked);
    }
  }

  private static String sampled() {
    return Samples.smallWith("\"thrpt\"", "\"sample\"")
        .replace("ops/us", "us/op")
        .replace(
            "\"rawData\": [[1.0, 2.0], [3.0, 4.0]]",
            "\"rawDataHistogram\": [[[[1.0, 3], [2.0, 1]]], [[[3.0, 2], [4.5, 1]]]]");
  }

  private static String damage(String original, Random random) {
    String text = original;
    for (int times = 1 + random.nextInt(2); times > 0 && !text.isEmpty(); times--) {
      text = damageOnce(text, random);
    }
    return text;
  }

  private static String damageOnce(String text, Random random) {
    int at = random.nextInt(text.length());
    List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
    switch (random.nextInt(6)) {
      case 0 -> {
        char[] flipped = text.toCharArray();
        flipped[at] = (char) (flipped[at] ^ (1 << random.nextInt(8)));
        return new String(flipped);
      }
      case 1 -> {
        return text.substring(0, at);
      }
      case 2 -> {
        int end = Math.min(text.length(), at + 1 + random.nextInt(20));
        return text.substring(0, at) + text.substring(end);
      }
      case 3 -> {
        int end = Math.min(text.length(), at + 1 + random.nextInt(200));
        return text.substring(0, end) + text.substring(at);
      }
      case 4 -> {
        if (tokens.isEmpty()) {
          return text;
        }
        MatchResult token = tokens.get(random.nextInt(tokens.size()));
        String replacement = REPLACEMENTS.get(random.nextInt(REPLACEMENTS.size()));
        return text.substring(0, token.start()) + replacement + text.substring(token.end());
      }
      default -> {
        if (tokens.size() < 2) {
          return text;
        }
        int first = random.nextInt(tokens.size() - 1);
        MatchResult one = tokens.get(first);
        MatchResult two = tokens.get(first + 1 + random.nextInt(tokens.size() - first - 1));
        return text.substring(0, one.start())
            + two.group()
            + text.substring(one.end(), two.start())
            + one.group()
            + text.substring(two.end());
      }
    }
  }
}
