package dev.cloakroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What is in the demo WAR. Needs no server. */
class PackagedDemoIT {
  private static final String CLASSES = "WEB-INF/classes/";

  @Test
  void classes_areThoseOfTheDemo_withoutItsTestsAndItsLauncher() throws IOException {
    assertThat(names())
        .filteredOn(name -> name.endsWith(".class"))
        .isNotEmpty()
        .noneMatch(name -> name.contains("/launch/"))
        .allSatisfy(name -> assertThat(Files.exists(source(name))).as(name).isTrue());
  }

  @Test
  void drivers_ofTheStoresThatTheDemoOffers_areThere() throws IOException {
    assertThat(names())
        .anyMatch(name -> name.matches("WEB-INF/lib/cloakroom-.*\\.jar"))
        .anyMatch(name -> name.matches("WEB-INF/lib/jedis-.*\\.jar"))
        .anyMatch(name -> name.matches("WEB-INF/lib/postgresql-.*\\.jar"));
  }

  private static Path source(String entry) {
    String type = entry.substring(CLASSES.length()).replaceAll("(\\$.*)?\\.class$", "");
    return Path.of("src/demo/java", type + ".java");
  }

  private static List<String> names() throws IOException {
    try (JarFile war = new JarFile(System.getProperty("cloakroom.war"))) {
      return war.stream().map(entry -> entry.getName()).toList();
    }
  }
}
