package org.counterpoint.experiment.jdks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolchainsTest {

  private final Path folder;

  ToolchainsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<Toolchains.Named> read(String text) throws Exception {
    return Toolchains.read(Files.writeString(folder.resolve("toolchains.xml"), text));
  }

  @Test
  void namesTheJdksInTheirOrder() throws Exception {
    assertThat(
            read(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <toolchains xmlns="http://maven.apache.org/TOOLCHAINS/1.1.0"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="http://maven.apache.org/TOOLCHAINS/1.1.0 http://nowhere.invalid/t.xsd">
                  <!-- <jdkHome>/commented/out</jdkHome> -->
                  <toolchain>
                    <type>jdk</type>
                    <provides><version>25</version><jdkHome>/not/here</jdkHome></provides>
                    <configuration>
                      <jdkHome>/opt/jdk &amp; co/25</jdkHome>
                    </configuration>
                  </toolchain>
                  <toolchain>
                    <type>netbeans</type>
                    <configuration><jdkHome>/opt/netbeans</jdkHome></configuration>
                  </toolchain>
                  <toolchain>
                    <configuration><jdkHome>
                      /opt/jdk17
                    </jdkHome></configuration>
                    <type> jdk </type>
                  </toolchain>
                  <toolchain><type>jdk</type><configuration/></toolchain>
                </toolchains>
                """))
        .containsExactly(
            new Toolchains.Named("/opt/jdk & co/25", 10), new Toolchains.Named("/opt/jdk17", 20));
  }

  @Test
  void anotherDocumentNamesNone() throws Exception {
    assertThat(read("<settings><toolchain><type>jdk</type></toolchain></settings>")).isEmpty();
  }

  @Test
  void whatIsNotXmlIsRefusedWithItsLine() {
    assertThatExceptionOfType(Toolchains.Unreadable.class)
        .isThrownBy(() -> read("<toolchains>\n  <toolchain>\n</toolchains>\n"))
        .withMessageStartingWith("3: not XML: ");
    assertThatExceptionOfType(Toolchains.Unreadable.class)
        .isThrownBy(() -> read(""))
        .withMessageContaining("not XML: ");
  }

  @Test
  void aDocumentTypeIsRefusedBeforeAnythingIsFetched() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "/secret/jdk");
    String withEntity =
        """
        <?xml version="1.0"?>
        <!DOCTYPE toolchains [ <!ENTITY secret SYSTEM "%s"> ]>
        <toolchains><toolchain><type>jdk</type>
        <configuration><jdkHome>&secret;</jdkHome></configuration></toolchain></toolchains>
        """
            .formatted(secret.toUri());
    assertThatExceptionOfType(Toolchains.Unreadable.class)
        .isThrownBy(() -> read(withEntity))
        .withMessage("2: it has a document type, which is not read for safety's sake");
  }

  @Test
  void anEntityThatGrowsIsRefusedToo() {
    String laughs =
        """
        <!DOCTYPE t [ <!ENTITY a "ha"> <!ENTITY b "&a;&a;"> <!ENTITY c "&b;&b;"> ]>
        <toolchains>&c;</toolchains>
        """;
    assertThatExceptionOfType(Toolchains.Unreadable.class)
        .isThrownBy(() -> read(laughs))
        .withMessageContaining("document type");
  }

  @Test
  void aPlaceThatIsNoFileIsNamedAsSuch() throws IOException {
    Path inTheWay = Files.createDirectory(folder.resolve("toolchains.xml"));
    assertThatExceptionOfType(Toolchains.Unreadable.class)
        .isThrownBy(() -> Toolchains.read(inTheWay))
        .withMessageContaining("directory");
    assertThatExceptionOfType(Toolchains.Unreadable.class)
        .isThrownBy(() -> Toolchains.read(folder.resolve("none.xml")))
        .withMessage(" no such file or folder");
  }
}
