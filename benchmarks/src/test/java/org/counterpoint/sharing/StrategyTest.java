package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StrategyTest {

  @Test
  void theOrderIsThatOfCharts() {
    assertThat(Strategy.core())
        .extracting(Strategy::name)
        .containsExactly(
            "SYNCHRONIZED",
            "REENTRANT_LOCK",
            "MUTEX",
            "ATOMIC_INTEGER",
            "LONG_ADDER",
            "MESSAGE_PASSING");
  }

  @Test
  void everyStrategyIsCoreOrExtended() {
    assertThat(Strategy.extended()).doesNotContainAnyElementsOf(Strategy.core());
    assertThat(Strategy.values()).hasSize(Strategy.core().size() + Strategy.extended().size());
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void locksAreThoseThatCanBeHeld(Strategy strategy) {
    try (SharedCounter counter = strategy.create()) {
      assertThat(Strategy.locks().contains(strategy)).isEqualTo(counter instanceof CriticalSection);
    }
  }

  @Test
  void labelsAreUnique() {
    assertThat(Strategy.values()).extracting(Strategy::label).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void loadsItsOwnCounterOnly(Strategy strategy) throws Exception {
    try (OwnLoader loader = new OwnLoader()) {
      Class<?> registry = loader.loadClass(Strategy.class.getName());
      Object constant =
          Arrays.stream(registry.getEnumConstants())
              .filter(c -> ((Enum<?>) c).name().equals(strategy.name()))
              .findAny()
              .orElseThrow();
      try (AutoCloseable counter = (AutoCloseable) registry.getMethod("create").invoke(constant)) {
        String made = counter.getClass().getSimpleName();
        assertThat(loader.counters()).containsExactly(made);
      }
    }
  }

  /** Loads this package anew, and remembers which counters it was asked for. */
  private static final class OwnLoader extends ClassLoader implements AutoCloseable {

    private final Set<String> counters = new TreeSet<>();

    OwnLoader() {
      super(Strategy.class.getClassLoader());
    }

    Set<String> counters() {
      return counters;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("org.counterpoint.sharing.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : define(name);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String simple = name.substring(name.lastIndexOf('.') + 1);
      if (simple.endsWith("Counter") && !simple.equals("SharedCounter")) {
        counters.add(simple);
      }
      String file = name.replace('.', '/') + ".class";
      try (InputStream bytes = getParent().getResourceAsStream(file)) {
        byte[] code = bytes.readAllBytes();
        return defineClass(name, code, 0, code.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    @Override
    public void close() {}
  }
}
