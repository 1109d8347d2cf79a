package dev.cloakroom.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each rule of RFC 10017 that is in the table has tests that are there, which are not disabled. */
class BrowserAppsDocumentTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([\\d., ]+) \\|(.*)\\| ((?:`\\w+`(?:, )?)+) \\|$");
  private static final Pattern CLASS = Pattern.compile("`(\\w+)`");
  private static final Pattern SETTING = Pattern.compile("`(cloakroom[.\\w-]+)");

  private static String text;

  @BeforeAll
  static void read() throws IOException {
    text = Files.readString(Path.of("src/docs/browser-apps.md"));
  }

  private static List<MatchResult> rows() {
    return ROW.matcher(text).results().toList();
  }

  @Test
  void ruleOfTheTable_namesItsSectionAndItsTests() {
    assertThat(rows())
        .hasSizeGreaterThan(20)
        .hasSize((int) text.lines().filter(line -> line.matches("\\| \\d.*")).count());
  }

  @Test
  void testThatIsNamed_isThere_andIsRun() throws IOException {
    Set<String> named =
        rows().stream()
            .flatMap(row -> CLASS.matcher(row.group(3)).results())
            .map(name -> name.group(1))
            .collect(Collectors.toSet());

    for (String name : named) {
      assertThat(name).matches("\\w+(Test|IT)");
      assertThat(Files.readString(source(name)))
          .contains("class " + name)
          .containsAnyOf("@Test", "@ParameterizedTest", "@Nested")
          .doesNotContain("@Disabled", "Assumptions");
    }
  }

  private static Path source(String name) throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      return sources
          .filter(file -> file.endsWith(name + ".java"))
          .findAny()
          .orElseThrow(() -> new AssertionError(name));
    }
  }

  @Test
  void settingThatIsNamed_isThere() {
    Set<String> keys =
        Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.toSet());

    assertThat(SETTING.matcher(text).results().map(found -> found.group(1)))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(keys).contains(key));
  }
}
