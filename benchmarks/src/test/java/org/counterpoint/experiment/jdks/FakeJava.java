package org.counterpoint.experiment.jdks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shell scripts that stand in for a launcher. */
final class FakeJava {

  private FakeJava() {}

  /** A launcher that does that. */
  static Path script(Path java, String body) throws IOException {
    Files.createDirectories(java.getParent());
    Files.writeString(java, "#!/bin/sh\n" + body);
    FakeMachine.executable(java, true);
    return java;
  }

  /** A launcher that answers as the JVM of that version would. */
  static Path answering(Path java, String version) throws IOException {
    return script(
        java,
        """
        case "$1" in
        -XshowSettings:properties) cat >&2 <<END
        Picked up JAVA_TOOL_OPTIONS: -Dgreeting = hello
        Property settings:
            java.library.path = /usr/java/packages/lib
                /usr/lib
            java.vendor = Fake Systems
            java.version = %1$s
            java.vm.name = Fake 64-Bit VM
            java.vm.version = %1$s+7
            os.arch = amd64

        openjdk version "%1$s"
        END
        ;;
        *) echo "WARNING: a method that will be removed is called" >&2
           echo counterpoint.blackhole=COMPILER ;;
        esac
        """
            .formatted(version));
  }
}
