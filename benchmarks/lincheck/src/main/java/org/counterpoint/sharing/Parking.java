package org.counterpoint.sharing;

import java.util.Locale;
import java.util.Set;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/** What the model checker makes of a thread that parks. */
enum Parking {

  /** It may wake without cause, at any time. So nobody notices a wake-up that is lost. */
  WAKES_AT_WILL {
    @Override
    void set(ModelCheckingOptions options) {}
  },

  /** It sleeps until it is unparked or interrupted, whatever its time limit. */
  SLEEPS_UNTIL_WOKEN {
    @Override
    void set(ModelCheckingOptions options) {
      // Lincheck lets a thread sleep only in a method that is muted, and has no public way to mute
      // one. Muting leaves out switches right before what the method itself reads and writes, not
      // what the methods that it calls do: announcing and looking are such calls.
      options.addGuarantee(
          ManagedStrategyGuaranteeKt.forClasses(Parking::isOurs)
              .methods(METHODS_THAT_PARK::contains)
              .mute$lincheck());
      options.addGuarantee(
          ManagedStrategyGuaranteeKt.forClasses("java.util.concurrent.locks.LockSupport")
              .methods("parkNanos")
              .mute$lincheck());
    }
  };

  /** Of the lock, the lane and the channel. */
  static final Set<String> METHODS_THAT_PARK = Set.of("park", "offerParked", "awaitMail");

  /** They wake by themselves, and nobody waits for that: as Lincheck has it. */
  static final Set<String> METHODS_THAT_NAP = Set.of("nap");

  abstract void set(ModelCheckingOptions options);

  final String words() {
    return "who parks " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static boolean isOurs(String className) {
    return className.startsWith("org.counterpoint.sharing.");
  }
}
