package dev.cloakroom.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of tests is taken from tests that run. */
class TestingDocumentTest {
  private static final Pattern BLOCK = Pattern.compile("```(java|xml)\n(.*?)```", Pattern.DOTALL);
  private static final List<Path> RUN =
      List.of(
          Path.of("src/test/java/dev/cloakroom/readme/PaymentsTest.java"),
          Path.of("src/test/java/dev/cloakroom/testkit/LoggedInAsTest.java"),
          Path.of("src/test/java/dev/cloakroom/testkit/WeldParametersTest.java"),
          Path.of("src/test/java/dev/cloakroom/testkit/FakeIssuerTest.java"),
          Path.of("src/it/java/dev/cloakroom/it/testkit/LoggedInByKitIT.java"),
          Path.of("src/it/java/dev/cloakroom/it/testkit/RestAssuredIT.java"),
          Path.of("src/it/java/dev/cloakroom/it/browser/TestkitInBrowser.java"));

  private static Stream<String> blocks(String language) throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("src/docs/testing.md")))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2));
  }

  static Stream<String> code() throws IOException {
    return blocks("java");
  }

  @ParameterizedTest
  @MethodSource("code")
  void code_isPartOfATest(String block) throws IOException {
    String all =
        RUN.stream().map(TestingDocumentTest::unindented).collect(Collectors.joining("\n"));

    assertThat(all).contains(unindented(block));
  }

  @Test
  void code_isMuch() throws IOException {
    assertThat(code().count()).isGreaterThan(8);
  }

  /** What the README says of the JAR, and two lines more. */
  @Test
  void dependency_isThatOfTheReadme_withAClassifier() throws IOException {
    String jar = Readme.blocks("xml").get(0).replace("</dependency>", "").strip();

    assertThat(blocks("xml").findFirst().orElseThrow())
        .startsWith(jar)
        .contains("<classifier>testkit</classifier>", "<scope>test</scope>");
  }

  private static String unindented(Path file) {
    try {
      return unindented(Files.readString(file));
    } catch (IOException absent) {
      throw new IllegalStateException(absent);
    }
  }

  private static String unindented(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
  }
}
