package org.counterpoint.experiment.jdks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads off an executable what it is built for, so that a JDK of another architecture can be named
 * as such: starting it gives an error that differs from system to system, or succeeds under
 * emulation.
 *
 * <p>Of ELF ({@code e_machine}), Mach-O ({@code cputype}, one an architecture in a universal file)
 * and PE ({@code Machine}), only the first bytes.
 */
final class BinaryHeader {

  private static final int ELF = 0x7f454c46;
  private static final int MACH_O_32 = 0xfeedface;
  private static final int MACH_O_64 = 0xfeedfacf;
  private static final int MACH_O_UNIVERSAL = 0xcafebabe;
  private static final short MZ = 0x4d5a;
  private static final int PE = 0x50450000;

  private static final int READ = 4096;

  /** Above, it is a class file, which begins as a universal Mach-O file does. */
  private static final int MOST_ARCHITECTURES = 20;

  private BinaryHeader() {}

  /** Empty where it can't be told: a script, a format or a processor unknown here, no access. */
  static Set<Architecture> architectures(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return architectures(ByteBuffer.wrap(in.readNBytes(READ)));
    } catch (IOException | IndexOutOfBoundsException e) {
      // Whether it runs is for the launcher itself to show.
      return Set.of();
    }
  }

  private static Set<Architecture> architectures(ByteBuffer head) {
    int magic = head.getInt(0);
    if (magic == ELF) {
      return set(elf(head));
    }
    if (magic == MACH_O_UNIVERSAL) {
      return universal(head);
    }
    int swapped = Integer.reverseBytes(magic);
    if (swapped == MACH_O_64 || swapped == MACH_O_32) {
      return set(machO(head.order(ByteOrder.LITTLE_ENDIAN).getInt(4)));
    }
    return head.getShort(0) == MZ ? set(pe(head)) : Set.of();
  }

  private static Optional<Architecture> elf(ByteBuffer head) {
    boolean little = head.get(5) == 1;
    head.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    return switch (head.getShort(18)) {
      case 3 -> Optional.of(Architecture.X86);
      case 21 -> Optional.of(new Architecture(little ? "ppc64le" : "ppc64"));
      case 22 -> Optional.of(new Architecture("s390x"));
      case 40 -> Optional.of(new Architecture("arm"));
      case 62 -> Optional.of(Architecture.X86_64);
      case 183 -> Optional.of(Architecture.AARCH64);
      case 243 -> Optional.of(new Architecture("riscv64"));
      case 258 -> Optional.of(new Architecture("loongarch64"));
      default -> Optional.empty();
    };
  }

  private static Set<Architecture> universal(ByteBuffer head) {
    int count = head.getInt(4);
    Set<Architecture> found = new LinkedHashSet<>();
    for (int i = 0; i < count && count <= MOST_ARCHITECTURES; i++) {
      machO(head.getInt(8 + 20 * i)).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Architecture> machO(int cpuType) {
    return switch (cpuType) {
      case 0x7 -> Optional.of(Architecture.X86);
      case 0x01000007 -> Optional.of(Architecture.X86_64);
      case 0x0100000c -> Optional.of(Architecture.AARCH64);
      default -> Optional.empty();
    };
  }

  private static Optional<Architecture> pe(ByteBuffer head) {
    int start = head.order(ByteOrder.LITTLE_ENDIAN).getInt(0x3c);
    if (head.order(ByteOrder.BIG_ENDIAN).getInt(start) != PE) {
      return Optional.empty();
    }
    return switch (head.order(ByteOrder.LITTLE_ENDIAN).getShort(start + 4) & 0xffff) {
      case 0x014c -> Optional.of(Architecture.X86);
      case 0x8664 -> Optional.of(Architecture.X86_64);
      case 0xaa64 -> Optional.of(Architecture.AARCH64);
      default -> Optional.empty();
    };
  }

  private static Set<Architecture> set(Optional<Architecture> architecture) {
    return architecture.map(Set::of).orElse(Set.of());
  }
}
