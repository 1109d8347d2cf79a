package dev.cloakroom.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigurationDocumentTest {

  private static final Path DOCUMENT = Path.of("src/docs/configuration.md");

  @Test
  void table_everySetting_hasItsRowInOrder() throws IOException {
    assertThat(rows().map(ConfigurationDocumentTest::withoutMeaning))
        .containsExactlyElementsOf(expectedRows());
  }

  @Test
  void table_everyRow_saysWhatTheSettingMeans() throws IOException {
    assertThat(rows().map(row -> row.substring(withoutMeaning(row).length())))
        .allSatisfy(meaning -> assertThat(meaning).matches(" [A-Z].{15,}\\. \\|"));
  }

  @Test
  void environmentNames_allSettings_areDistinct() {
    assertThat(Arrays.stream(Setting.values()).map(Setting::environmentName))
        .doesNotHaveDuplicates();
  }

  private static Stream<String> rows() throws IOException {
    return Files.readAllLines(DOCUMENT).stream()
        .filter(line -> line.matches("\\| `(cloakroom|mp)\\..*"));
  }

  private static List<String> expectedRows() {
    return settings().map(ConfigurationDocumentTest::row).toList();
  }

  private static Stream<SettingKey> settings() {
    return Stream.<SettingKey[]>of(
            Setting.values(), IssuerSetting.values(), AskerSetting.values(), MpJwtSetting.values())
        .flatMap(Arrays::stream);
  }

  /** The first three cells of a row: what the code knows too. */
  private static String withoutMeaning(String row) {
    int third = row.indexOf('|', row.indexOf('|', row.indexOf('|', 1) + 1) + 1);
    return row.substring(0, third + 1);
  }

  private static String row(SettingKey setting) {
    String value = setting.defaultValue();
    return "| `%s` | %s | %s |"
        .formatted(setting.key(), value == null ? "–" : "`" + value + "`", setting.allowed());
  }
}
