package dev.cloakroom.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.SettingsReader;
import dev.cloakroom.config.SettingsReport;
import dev.cloakroom.config.SettingsSource;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows compiles, is accepted, and leads somewhere. */
class ReadmeTest {
  private static final Pattern CLASS = Pattern.compile("class (\\w+)");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

  static List<String> javaExamples() throws IOException {
    return Readme.blocks("java");
  }

  @ParameterizedTest
  @MethodSource("javaExamples")
  void javaExample_always_isPartOfACompiledClass(String example) throws IOException {
    Matcher name = CLASS.matcher(example);
    assertThat(name.find()).isTrue();
    String compiled = withoutLogger(source(name.group(1)));

    assertThat(compiled).contains(example.strip());
  }

  private static String source(String className) throws IOException {
    return Files.readString(
        Path.of("src/test/java/dev/cloakroom/readme").resolve(className + ".java"));
  }

  /** An example's logger is nobody's news. */
  private static String withoutLogger(String source) {
    return source.replaceAll("  private static final System.Logger LOG = .*\n", "");
  }

  @Test
  void settings_ofTheExample_areAcceptedWithoutWarning() throws IOException {
    Properties example = new Properties();
    example.load(new StringReader(Readme.blocks("properties").get(0)));
    SettingsReport report = SettingsReader.read(SettingsSource.properties(example));

    assertThat(example).isNotEmpty();
    assertThat(report.warnings()).isEmpty();
  }

  @Test
  void dependency_ofTheExample_isThisProject() throws IOException {
    String pom = Files.readString(Path.of("pom.xml")).replaceAll("\\s+", "");
    String dependency = Readme.blocks("xml").get(0).replaceAll("\\s+", "");

    assertThat(pom).contains(dependency.replaceAll("</?dependency>", ""));
  }

  @Test
  void links_toFiles_leadSomewhere() throws IOException {
    List<String> targets =
        LINK.matcher(Readme.text()).results().map(link -> link.group(1)).toList();

    assertThat(targets).isNotEmpty().allMatch(target -> Files.exists(Path.of(target)));
  }
}
