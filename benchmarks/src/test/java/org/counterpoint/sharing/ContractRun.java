package org.counterpoint.sharing;

import java.lang.reflect.Method;
import org.junit.jupiter.params.ParameterizedTest;

/** The contract's tests without JUnit, of one strategy. */
public final class ContractRun {

  private ContractRun() {}

  /**
   * Runs those that are for every strategy.
   *
   * @return how many there were
   * @throws Exception if one of them fails
   */
  public static int of(Strategy strategy) throws Exception {
    CounterContractTest tests = new CounterContractTest();
    int run = 0;
    for (Method test : CounterContractTest.class.getDeclaredMethods()) {
      if (test.isAnnotationPresent(ParameterizedTest.class)) {
        test.invoke(tests, strategy);
        run++;
      }
    }
    return run;
  }
}
