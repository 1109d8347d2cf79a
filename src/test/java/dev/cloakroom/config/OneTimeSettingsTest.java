package dev.cloakroom.config;

import static dev.cloakroom.config.SettingReading.assertRefused;
import static dev.cloakroom.config.SettingReading.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeSettingsTest {
  private static final Setting MOST = Setting.ONE_TIME_MAX_PER_SUBJECT;

  @Test
  void read_howManyThereMayBe_isRead_andOtherwiseFive() {
    assertThat(Settings.defaults().oneTime()).isEqualTo(new OneTimeSettings(5));
    assertThat(read(MOST, "1").oneTime()).isEqualTo(new OneTimeSettings(1));
    assertThat(read(MOST, "100").oneTime()).isEqualTo(new OneTimeSettings(100));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "many"})
  void read_another_isRefused(String value) {
    assertRefused(MOST, value);
  }
}
