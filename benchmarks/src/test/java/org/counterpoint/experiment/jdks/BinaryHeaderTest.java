package org.counterpoint.experiment.jdks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinaryHeaderTest {

  private final Path folder;

  BinaryHeaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Set<Architecture> read(byte[] bytes) throws IOException {
    return BinaryHeader.architectures(Files.write(folder.resolve("java"), bytes));
  }

  private static byte[] elf(int machine, ByteOrder order) {
    ByteBuffer file = ByteBuffer.allocate(64).put(new byte[] {0x7f, 'E', 'L', 'F', 2});
    file.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 1 : 2));
    return file.order(order).putShort(18, (short) machine).array();
  }

  private static byte[] machO(int cpuType) {
    return ByteBuffer.allocate(64)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(0xfeedfacf)
        .putInt(cpuType)
        .array();
  }

  private static byte[] pe(int machine) {
    ByteBuffer file = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
    file.put(0, (byte) 'M').put(1, (byte) 'Z').putInt(0x3c, 0x80);
    file.put(0x80, (byte) 'P').put(0x81, (byte) 'E');
    return file.putShort(0x84, (short) machine).array();
  }

  @ParameterizedTest
  @CsvSource({
    "3, x86",
    "40, arm",
    "62, x86_64",
    "183, aarch64",
    "21, ppc64le",
    "243, riscv64",
    "258, loongarch64"
  })
  void readsElf(int machine, String name) throws IOException {
    assertThat(read(elf(machine, ByteOrder.LITTLE_ENDIAN))).containsExactly(new Architecture(name));
  }

  @Test
  void readsElfOfTheOtherByteOrder() throws IOException {
    assertThat(read(elf(21, ByteOrder.BIG_ENDIAN))).containsExactly(new Architecture("ppc64"));
    assertThat(read(elf(22, ByteOrder.BIG_ENDIAN))).containsExactly(new Architecture("s390x"));
  }

  @Test
  void readsMachO() throws IOException {
    assertThat(read(machO(0x01000007))).containsExactly(Architecture.X86_64);
    assertThat(read(machO(0x0100000c))).containsExactly(Architecture.AARCH64);
  }

  @Test
  void readsEveryPartOfAUniversalFile() throws IOException {
    ByteBuffer file = ByteBuffer.allocate(64).putInt(0xcafebabe).putInt(2);
    file.putInt(8, 0x01000007).putInt(28, 0x0100000c);
    assertThat(read(file.array()))
        .containsExactlyInAnyOrder(Architecture.X86_64, Architecture.AARCH64);
  }

  @Test
  void readsPe() throws IOException {
    assertThat(read(pe(0x8664))).containsExactly(Architecture.X86_64);
    assertThat(read(pe(0xaa64))).containsExactly(Architecture.AARCH64);
    assertThat(read(pe(0x014c))).containsExactly(Architecture.X86);
  }

  @Test
  void saysNothingOfWhatItDoesNotKnow() throws IOException {
    assertThat(read(elf(9999, ByteOrder.LITTLE_ENDIAN))).isEmpty();
    assertThat(read(machO(99))).isEmpty();
    assertThat(read(pe(1))).isEmpty();
    assertThat(read("#!/bin/sh\nexec java \"$@\"\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(read(new byte[0])).isEmpty();
    assertThat(read(new byte[] {0x7f, 'E', 'L', 'F', 2, 1})).isEmpty();
    // A class file, of version 61.
    assertThat(read(ByteBuffer.allocate(64).putInt(0xcafebabe).putInt(61).array())).isEmpty();
    // Neither MS-DOS nor a header that lies beyond what is read is PE.
    assertThat(read(new byte[] {'M', 'Z', 0, 0})).isEmpty();
    byte[] far = pe(0x8664);
    far[0x3f] = 0x7f;
    assertThat(read(far)).isEmpty();
    assertThat(BinaryHeader.architectures(folder.resolve("none"))).isEmpty();
  }

  @Test
  void agreesWithTheJvmThatRunsThis() {
    Os os = Os.of(System.getProperty("os.name"));
    assertThat(BinaryHeader.architectures(os.java(Path.of(System.getProperty("java.home")))))
        .contains(Architecture.of(System.getProperty("os.arch")));
  }
}
