package org.counterpoint.experiment.jdks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.counterpoint.analysis.jmh.Blackhole;
import org.junit.jupiter.api.Test;

class ListingTest {

  private static FoundJdk usable(String home, Identity identity, String... sources) {
    return new FoundJdk(
        Path.of(home), List.of(sources), Release.SILENT, new Usable(identity, Blackhole.COMPILER));
  }

  private static FoundJdk unusable(String home, String version, String source, String reason) {
    return new FoundJdk(
        Path.of(home),
        List.of(source),
        Release.parse("JAVA_VERSION=" + version),
        new Unusable(Unusable.Why.BROKEN, reason));
  }

  @Test
  void isAlignedAndSaysWhy() {
    Inventory inventory =
        new Inventory(
            List.of(
                usable(
                    "/jvm/25", FakeMachine.identity("25.0.3", "Eclipse Adoptium", "amd64"), "/jvm"),
                unusable("/gone", "", "JAVA_HOME_21_X64", "no such file or folder"),
                unusable("/jvm/java-11", "11.0.22", "/jvm", "Java 11.0.22 is too old"),
                usable(
                    "/jvm/java-17",
                    FakeMachine.identity("17.0.15", "Debian", "amd64"),
                    "this JVM",
                    "JAVA_HOME",
                    "/jvm")),
            List.of("~/.m2/toolchains.xml:3: not XML: oops"));
    assertThat(String.join("\n", Listing.of(inventory)) + "\n")
        .isEqualTo(
            """
            version  vendor            VM                        architecture  blackhole  folder        found through
            17.0.15  Debian            OpenJDK 64-Bit Server VM  x86_64        compiler   /jvm/java-17  this JVM, JAVA_HOME, /jvm
            25.0.3   Eclipse Adoptium  OpenJDK 64-Bit Server VM  x86_64        compiler   /jvm/25       /jvm

            Can't be measured:

            version  folder        found through     why
            ?        /gone         JAVA_HOME_21_X64  no such file or folder
            11.0.22  /jvm/java-11  /jvm              Java 11.0.22 is too old

            Not read:

            ~/.m2/toolchains.xml:3: not XML: oops
            """);
  }

  @Test
  void leavesOutWhatThereIsNothingOf() {
    Identity identity = FakeMachine.identity("17", "D", "amd64");
    assertThat(Listing.of(new Inventory(List.of(usable("/a", identity, "/")), List.of())))
        .hasSize(2);
    assertThat(Listing.of(new Inventory(List.of(), List.of())))
        .containsExactly("No JDK that can be measured was found.");
  }
}
