package org.counterpoint.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who can say that something was found: the kinds of findings, and nobody beside them. */
class FindingMakersTest {

  private static final JavaClasses REPORT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(FindingMakersTest.class.getPackageName());

  @Test
  void findingsAreMadeByTheirKindsAlone() {
    assertThat(makersOf(Finding.class))
        .containsExactly(
            "ChangeFindings",
            "FairnessFindings",
            "LeadFindings",
            "PriceFindings",
            "RunFindings",
            "TwinFindings");
  }

  @Test
  void whatIsProvenComesFromTheFamilyAlone() {
    assertThat(makersOf(Proven.class)).containsExactly("Proven");
  }

  @Test
  void aLostUpdateIsClaimedOfWhatIsBrokenAlone() {
    assertThat(makersOf(LostUpdate.class)).containsExactly("RunFindings");
  }

  /** By a call or by a reference to the constructor. */
  private static Set<String> makersOf(Class<?> type) {
    JavaClass made = REPORT.get(type);
    Set<String> makers = new TreeSet<>();
    made.getConstructorCallsToSelf()
        .forEach(call -> makers.add(call.getOriginOwner().getSimpleName()));
    made.getConstructorReferencesToSelf()
        .forEach(reference -> makers.add(reference.getOriginOwner().getSimpleName()));
    return makers;
  }
}
