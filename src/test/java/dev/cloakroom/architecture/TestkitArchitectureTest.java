package dev.cloakroom.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which way the test kit looks. */
class TestkitArchitectureTest {
  private static final String KIT = "dev.cloakroom.testkit";
  private static final String DOOR = "dev.cloakroom.testkit.door";

  /** Their tests are compiled beside them. */
  private static final ImportOption NO_TESTS =
      place -> !place.contains("Test.class") && !place.contains("Test$");

  private static JavaClasses kit;

  @BeforeAll
  static void readClasses() {
    kit = new ClassFileImporter().withImportOption(NO_TESTS).importPackages(KIT);
  }

  /** Its users have the JAR, in which libraries have other names, an API, and JUnit. */
  @Test
  void kit_usesNothingThatItsUsersDoNotHave() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "com.sun.net.httpserver",
            "dev.cloakroom..",
            "jakarta..",
            "org.eclipse.microprofile.jwt..",
            "org.jspecify.annotations",
            "org.junit..")
        .check(kit);
  }

  @Test
  void halves_knowNothingOfEachOther() {
    noClasses()
        .that()
        .resideInAPackage(DOOR)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(KIT, "org.junit..")
        .check(kit);
    noClasses()
        .that()
        .resideInAPackage(KIT)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(DOOR)
        .check(kit);
  }

  @Test
  void production_knowsNothingOfTheKit() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage(KIT + "..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(PackageMap.ROOT));
  }
}
