package org.counterpoint.analysis.jmh;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A journal in one archive, as a run is kept for long: the same files under the same names, with or
 * without the journal's folder before them. Their paths lead into the archive, for messages and for
 * {@link #open}; no other method of {@code Files} finds them.
 */
final class PackedJournal implements Closeable {

  /** Its name in a run's folder. */
  static final String NAME = Journal.NAME + ".zip";

  private static final String REMEDY = "pack the journal again, or restore the file";

  private static final String FOLDER = Journal.NAME + "/";

  /** A thousand times as much as a fork of ours; in memory, since its checksum comes first. */
  private static final int MOST_BYTES = 1 << 24;

  private final Path file;
  private final ZipFile zip;

  private PackedJournal(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  /**
   * Opens it.
   *
   * @throws UnreadableInput if it is no archive
   */
  static PackedJournal in(Path file) throws UnreadableInput {
    try {
      return new PackedJournal(file, new ZipFile(file.toFile()));
    } catch (IOException failure) {
      throw new UnreadableInput(
          file, "not an archive that can be read: " + IoReason.of(failure), REMEDY);
    }
  }

  /** As {@link Journal#forks}, of the archive. */
  List<Path> forks() {
    return Journal.ordered(names().filter(PackedJournal::isFork).map(file::resolve));
  }

  /** How many files are in it that are no fork's. */
  long others() {
    return names().filter(name -> !name.endsWith("/")).filter(name -> !isFork(name)).count();
  }

  private Stream<String> names() {
    return Collections.list(zip.entries()).stream().map(ZipEntry::getName);
  }

  private static boolean isFork(String name) {
    return Journal.isFork(name.startsWith(FOLDER) ? name.substring(FOLDER.length()) : name);
  }

  /**
   * The bytes of one of {@link #forks}; several threads may ask at once.
   *
   * @throws UnreadableInput if they are not those that were packed
   */
  InputStream open(Path fork) throws UnreadableInput {
    String name = file.relativize(fork).toString().replace('\\', '/');
    ZipEntry entry = Objects.requireNonNull(zip.getEntry(name), name);
    if (entry.getSize() > MOST_BYTES) {
      throw new UnreadableInput(fork, "too large to be a fork's", REMEDY);
    }
    try (InputStream packed = zip.getInputStream(entry)) {
      byte[] bytes = packed.readNBytes(MOST_BYTES);
      CRC32 checksum = new CRC32();
      checksum.update(bytes);
      // Which ZipFile does not look at: a bit that flipped could be another number.
      if (checksum.getValue() != entry.getCrc()) {
        throw new UnreadableInput(fork, "not what was packed, by its checksum", REMEDY);
      }
      return new ByteArrayInputStream(bytes);
    } catch (UnreadableInput bad) {
      throw bad;
    } catch (IOException failure) {
      throw new UnreadableInput(fork, "cannot be unpacked: " + IoReason.of(failure), REMEDY);
    }
  }

  @Override
  public void close() throws UnreadableInput {
    try {
      zip.close();
    } catch (IOException failure) {
      throw new UnreadableInput(
          file, "cannot be closed: " + IoReason.of(failure), "check the disk");
    }
  }
}
