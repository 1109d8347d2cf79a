package dev.cloakroom.demo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;

class JsonOfTheDemoTest {

  /** Each of the other methods of {@link Json} looks a provider up. */
  @Test
  void demo_asksJsonForNothingButFactories() {
    noClasses()
        .that()
        .doNotHaveSimpleName("JsonFactories")
        .and()
        .doNotBelongToAnyOf(JsonOfTheDemoTest.class)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Json.class)
        .check(new ClassFileImporter().importPackagesOf(JsonOfTheDemoTest.class));
  }
}
