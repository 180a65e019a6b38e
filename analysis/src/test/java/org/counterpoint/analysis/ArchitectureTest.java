package org.counterpoint.analysis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which package may know which: {@code cli → report → compare → stats → model ← jmh}. */
class ArchitectureTest {

  private static final String ROOT = "org.counterpoint.analysis";

  private static final JavaClasses ANALYSIS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void modelKnowsNoOtherPackage() {
    knowsNothingOf("model", "stats", "compare", "report", "jmh", "cli");
  }

  @Test
  void statsKnowTheModelAlone() {
    knowsNothingOf("stats", "compare", "report", "jmh", "cli");
  }

  @Test
  void comparingKnowsNeitherFilesNorPages() {
    knowsNothingOf("compare", "report", "jmh", "cli");
  }

  @Test
  void readingKnowsTheModelAlone() {
    knowsNothingOf("jmh", "stats", "compare", "report", "cli");
  }

  @Test
  void theReportKnowsNeitherTheReaderNorTheCommandLine() {
    knowsNothingOf("report", "jmh", "cli");
  }

  @Test
  void nothingKnowsTheBenchmarks() {
    classes()
        .that()
        .resideInAPackage(ROOT + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages(
            "org.counterpoint.sharing..",
            "org.counterpoint.bench..",
            "org.counterpoint.experiment..",
            "org.openjdk.jmh..")
        .check(ANALYSIS);
  }

  @Test
  void onlyTheReportTouchesTheChartLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.knowm.xchart..", "java.awt..", "javax.imageio..")
        .check(ANALYSIS);
  }

  @Test
  void onlyTheCommandLineTouchesPicocli() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(ANALYSIS);
  }

  @Test
  void theMiddleIsFreeOfFilesAndClocks() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".stats..", ROOT + ".model..", ROOT + ".compare..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio..", "java.time..", "com.fasterxml..")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(ANALYSIS);
  }

  private static void knowsNothingOf(String one, String... others) {
    for (String other : others) {
      noClasses()
          .that()
          .resideInAPackage(ROOT + "." + one + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "." + other + "..")
          .check(ANALYSIS);
    }
  }
}
