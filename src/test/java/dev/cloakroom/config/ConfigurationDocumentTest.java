package dev.cloakroom.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationDocumentTest {

  private static final Path DOCUMENT = Path.of("src/docs/configuration.md");

  @Test
  void table_everySetting_hasItsRowInOrder() throws IOException {
    assertThat(rows()).containsExactlyElementsOf(expectedRows());
  }

  @Test
  void environmentNames_allSettings_areDistinct() {
    assertThat(Arrays.stream(Setting.values()).map(Setting::environmentName))
        .doesNotHaveDuplicates();
  }

  private static List<String> rows() throws IOException {
    return Files.readAllLines(DOCUMENT).stream()
        .filter(line -> line.startsWith("| `cloakroom."))
        .toList();
  }

  private static List<String> expectedRows() {
    return Arrays.stream(Setting.values()).map(ConfigurationDocumentTest::row).toList();
  }

  private static String row(Setting setting) {
    String value = setting.defaultValue();
    return "| `%s` | %s | %s | %s |"
        .formatted(
            setting.key(),
            value == null ? "–" : "`" + value + "`",
            setting.allowed(),
            setting.meaning());
  }
}
