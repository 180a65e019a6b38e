package org.counterpoint.sharing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class SharingArchitectureTest {

  @Test
  void isALibraryWithoutJmh() {
    JavaClasses sharing =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.counterpoint.sharing");
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.counterpoint.sharing",
            "org.jctools..",
            "org.jspecify..",
            "com.google.errorprone.annotations..",
            "java..")
        .check(sharing);
  }
}
