package dev.cloakroom.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings that could not be read yet when something started already. */
class LateSettingsTest {
  @Test
  void requireSame_whereTheWholeSourceSaysMore_namesEachSetting() {
    SettingsSource early = SettingsSource.of("file", Map.of("cloakroom.csrf", "off"));
    SettingsSource late =
        SettingsSource.of(
            "late parameter",
            Map.of(
                "cloakroom.csrf", "auto",
                "cloakroom.path", "/auth",
                "cloakroom.keys.secret", "hunter2"));
    SettingsSource whole = SettingsSource.firstOf(List.of(early, late));

    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(() -> SettingsReader.requireSame(early, whole))
        .withMessageContaining("cloakroom.path=/auth (late parameter) is read too late")
        .withMessageContaining("META-INF/microprofile-config.properties")
        .withMessageContaining("cloakroom.keys.secret=***")
        .withMessageNotContaining("cloakroom.csrf");
  }

  @Test
  void requireSame_ofARuleWithAName_namesItsSettings() {
    SettingsSource early = SettingsSource.of("file", Map.of("cloakroom.cors.partner.path", "/a"));
    SettingsSource late =
        SettingsSource.of(
            "late parameter", Map.of("cloakroom.cors.partner.allowed-origins", "https://a.test"));

    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(
            () -> SettingsReader.requireSame(early, SettingsSource.firstOf(List.of(early, late))))
        .withMessageContaining(
            "cloakroom.cors.partner.allowed-origins=https://a.test (late parameter) is read too")
        .withMessageNotContaining("cloakroom.cors.partner.path");
  }

  @Test
  void requireSame_whereTheWholeSourceSaysTheSame_isFine() {
    SettingsSource early = SettingsSource.of("file", Map.of("cloakroom.path", "/auth"));
    SettingsSource late =
        SettingsSource.of(
            "late parameter", Map.of("cloakroom.path", "/other", "cloakroom.csrf", "auto"));

    assertThatCode(
            () -> SettingsReader.requireSame(early, SettingsSource.firstOf(List.of(early, late))))
        .doesNotThrowAnyException();
  }
}
