package dev.cloakroom.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;

/** Reads settings as a deployment would, for tests. */
final class SettingReading {

  private SettingReading() {}

  static Settings read(Setting setting, String value) {
    return read(Map.of(setting.key(), value)).settings();
  }

  static SettingsReport read(Map<String, String> values) {
    return SettingsReader.read(SettingsSource.of("test", values));
  }

  static InvalidSettingsException refusal(Map<String, String> values) {
    return catchThrowableOfType(InvalidSettingsException.class, () -> read(values));
  }

  static void assertRefused(Setting setting, String value) {
    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(() -> read(setting, value))
        .extracting(InvalidSettingsException::problems)
        .satisfies(problems -> assertNamed(problems, setting));
  }

  private static void assertNamed(List<String> problems, Setting setting) {
    assertThat(problems).anySatisfy(problem -> assertThat(problem).startsWith(setting.key() + "="));
  }
}
