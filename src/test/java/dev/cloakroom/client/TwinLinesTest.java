package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java of a twin never has more lines than the Python above it. */
class TwinLinesTest {
  private static final Path FOLDER = Path.of("src/test/java/dev/cloakroom/client");

  /** Comments, the annotation, and a method as the formatter leaves it. */
  private static final Pattern TWIN =
      Pattern.compile(
          "((?:  // .*\n)+)  @Test\n  void (\\w+)\\(\\) \\{\n((?:    .*\n|\n)+)  \\}\n");

  private static List<MatchResult> twins(String file) throws IOException {
    return TWIN.matcher(Files.readString(FOLDER.resolve(file))).results().toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CookieHandlingTwinTest.java", "LoginTwinsTest.java"})
  void java_hasNoMoreLinesThanThePython(String file) throws IOException {
    String source = Files.readString(FOLDER.resolve(file));

    assertThat(twins(file))
        .hasSameSizeAs(Pattern.compile("@Test\n").matcher(source).results().toList())
        .allSatisfy(
            twin ->
                assertThat(twin.group(3).lines().count())
                    .as(twin.group(2))
                    .isLessThanOrEqualTo(twin.group(1).lines().count()));
  }

  @Test
  void twins_areMany() throws IOException {
    assertThat(twins("CookieHandlingTwinTest.java")).hasSizeGreaterThan(10);
    assertThat(twins("LoginTwinsTest.java")).hasSizeGreaterThan(6);
  }
}
