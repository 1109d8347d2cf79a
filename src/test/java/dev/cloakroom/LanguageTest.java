package dev.cloakroom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Format;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Scanner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing that the JAR reads or writes depends on the language of the JVM: in Turkish {@code i} and
 * {@code I} are no pair of letters, in Arabic numbers have other digits.
 */
class LanguageTest {
  private static final Path SOURCES = Path.of("src/main/java");

  /** All but {@code %s}, {@code %n} and {@code %%}, which are the same everywhere. */
  private static final Pattern BY_LOCALE =
      Pattern.compile("%([0-9]+\\$)?[-#+ 0,(]*[0-9]*([.][0-9]+)?[doxXeEfgGaAtTcCbBhHS]");

  private static final JavaClasses PRODUCTION =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.cloakroom");

  @Test
  void letters_changeTheirCase_byANamedLocaleOnly() {
    noClasses()
        .should()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .check(PRODUCTION);
  }

  @Test
  void formats_areNotThoseOfTheLocale() {
    noClasses()
        .should()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Format.class)
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Scanner.class)
        .check(PRODUCTION);
  }

  @Test
  void formattedTexts_haveNoNumbers() throws IOException {
    assertThat(sources())
        .isNotEmpty()
        .allSatisfy(
            file -> {
              String text = Files.readString(file);
              if (text.contains(".formatted(")) {
                assertThat(BY_LOCALE.matcher(text).results().map(found -> found.group())).isEmpty();
              }
            });
  }

  @Test
  void conversionsThatGoByALocale_areFound() {
    assertThat(Stream.of("%d", "%04x", "%,d", "%1$tF", "%.2f").map(BY_LOCALE::matcher))
        .allMatch(Matcher::find);
    assertThat(Stream.of("%s", "%n", "%%", "%1$s").map(BY_LOCALE::matcher))
        .noneMatch(Matcher::find);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
