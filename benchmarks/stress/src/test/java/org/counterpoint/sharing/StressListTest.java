package org.counterpoint.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jcstress.infra.runners.TestList;

/** A strategy that has no stress test fails here. */
class StressListTest {

  @ParameterizedTest
  @ValueSource(classes = {TwoIncrement.class, ThreeIncrement.class})
  void coversEveryStrategy(Class<?> tests) throws Exception {
    List<String> covered = new ArrayList<>();
    for (Class<?> test : tests.getDeclaredClasses()) {
      assertThat(TestList.tests()).contains(test.getCanonicalName());
      Counting state = (Counting) test.getConstructor().newInstance();
      state.end();
      if (!test.getSimpleName().equals("Broken")) {
        covered.add(state.name());
      }
    }
    assertThat(covered)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Strategy.values()).map(Strategy::name).toList());
  }
}
