package dev.cloakroom.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The classes, files and profiles that the page for contributors names are there. */
class ContributingDocumentTest {
  private static final Path DOCUMENT = Path.of(".github/CONTRIBUTING.md");
  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`|-D(?:it\\.)?test=(\\w+)");
  private static final Pattern FILE = Pattern.compile("`((?:[\\w.-]+/)+[\\w.-]+|\\w+\\.xml)`");
  private static final Pattern PROFILE = Pattern.compile(" -P([\\w-]+)|`-P([\\w-]+)`");

  private static String text;

  @BeforeAll
  static void read() throws IOException {
    text = Files.readString(DOCUMENT);
  }

  private static List<String> named(Pattern pattern) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .distinct()
        .toList();
  }

  @Test
  void classThatIsNamed_isThere() throws IOException {
    assertThat(named(CLASS)).hasSizeGreaterThan(20).isSubsetOf(classes());
  }

  private static Set<String> classes() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      return sources
          .map(source -> source.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.indexOf('.')))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void fileThatIsNamed_isThere() {
    assertThat(named(FILE))
        .hasSizeGreaterThan(5)
        .allSatisfy(file -> assertThat(Path.of(file)).exists());
  }

  @Test
  void profileThatIsNamed_isThere() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));

    assertThat(named(PROFILE))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(pom).contains("<id>" + name + "</id>"));
  }
}
