package org.counterpoint.experiment.jdks;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a JVM says of itself.
 *
 * @param version its {@code java.version}
 * @param vendor its {@code java.vendor}
 * @param vmName its {@code java.vm.name}
 * @param vmVersion its {@code java.vm.version}
 * @param architecture its {@code os.arch}
 */
record Identity(
    JavaVersion version,
    String vendor,
    String vmName,
    String vmVersion,
    Architecture architecture) {

  /**
   * From a JVM's system properties.
   *
   * @throws Unfit if one is missing
   */
  static Identity of(Function<String, Optional<String>> property) throws Unfit {
    String version = required(property, "java.version");
    return new Identity(
        JavaVersion.parse(version)
            .orElseThrow(
                () ->
                    new Unfit(Unusable.Why.BROKEN, "its java says that its version is " + version)),
        required(property, "java.vendor"),
        required(property, "java.vm.name"),
        required(property, "java.vm.version"),
        Architecture.of(required(property, "os.arch")));
  }

  private static String required(Function<String, Optional<String>> property, String name)
      throws Unfit {
    return property
        .apply(name)
        .orElseThrow(
            () -> new Unfit(Unusable.Why.BROKEN, "its java does not say what its " + name + " is"));
  }
}
