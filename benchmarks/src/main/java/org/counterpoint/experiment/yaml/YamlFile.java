package org.counterpoint.experiment.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.counterpoint.analysis.jmh.IoReason;

/** A small text file, read whole. */
public final class YamlFile {

  private static final int LARGEST_KIB = 64;
  private static final int LARGEST = LARGEST_KIB * 1024;

  private YamlFile() {}

  /**
   * Its text.
   *
   * @throws InvalidYaml if there is no such file, if it is a folder or anything else that is no
   *     file, larger than 64 KiB, or not in UTF-8
   */
  public static String read(Path file) throws InvalidYaml {
    String name = file.toString();
    if (Files.isDirectory(file)) {
      throw new InvalidYaml(name, "this is a folder; name a file in it");
    }
    if (!Files.exists(file)) {
      throw new InvalidYaml(name, "there is no such file");
    }
    if (!Files.isRegularFile(file)) {
      // A device or a pipe might never end.
      throw new InvalidYaml(name, "this is neither a file nor a link to one");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LARGEST + 1);
    } catch (IOException failure) {
      throw new InvalidYaml(name, "cannot be read: " + IoReason.of(failure));
    }
    if (bytes.length > LARGEST) {
      throw new InvalidYaml(name, "larger than " + LARGEST_KIB + " KiB, the most that is read");
    }
    return text(name, bytes);
  }

  private static String text(String name, byte[] bytes) throws InvalidYaml {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes), text, true);
    String decoded = text.flip().toString();
    if (result.isError()) {
      throw Characters.endOf(name, decoded).refuse("not text in UTF-8");
    }
    return decoded;
  }
}
