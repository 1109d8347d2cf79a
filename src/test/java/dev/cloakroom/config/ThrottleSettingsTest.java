package dev.cloakroom.config;

import static dev.cloakroom.config.SettingReading.assertRefused;
import static dev.cloakroom.config.SettingReading.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleSettingsTest {
  private static final String THROTTLE = "cloakroom.login.throttle.";

  @Test
  @Tag("P1")
  void read_allThatThereIs_isRead() {
    Map<String, String> given =
        Map.of(
            THROTTLE + "failures", "3",
            THROTTLE + "failures-per-caller", "30",
            THROTTLE + "failures-per-address", "1000000",
            THROTTLE + "window", "PT1H",
            THROTTLE + "first-wait", "PT1S",
            THROTTLE + "longest-wait", "P1D");

    assertThat(read(given).settings().login().throttle())
        .isEqualTo(
            new ThrottleSettings(
                true,
                3,
                30,
                1_000_000,
                new ThrottleSettings.Times(
                    Duration.ofHours(1), Duration.ofSeconds(1), Duration.ofDays(1))));
  }

  /** Of nobody more than some thirty a day, whatever the settings leave open for passwords. */
  @Test
  @Tag("P1")
  void ofMessages_areFewForAName_alsoWherePasswordsAreNotCounted() {
    ThrottleSettings off = read(Setting.LOGIN_THROTTLE_ENABLED, "false").login().throttle();
    ThrottleSettings.Times times =
        new ThrottleSettings.Times(
            Duration.ofHours(1), Duration.ofMinutes(15), Duration.ofHours(1));

    assertThat(off.ofMessages(5)).isEqualTo(new ThrottleSettings(true, 3, 5, 100, times));
    assertThat(off.ofMessages(2)).isEqualTo(new ThrottleSettings(true, 2, 2, 100, times));
  }

  @Test
  void read_switchedOff_isOff() {
    Setting enabled = Setting.LOGIN_THROTTLE_ENABLED;

    assertThat(read(enabled, "false").login().throttle().enabled()).isFalse();
    assertThat(read(enabled, "true").login().throttle().enabled()).isTrue();
  }

  @Test
  @Tag("P10")
  void read_workOfLogins_isReadAndOtherwiseAsManyAsThereAreProcessors() {
    int processors = Runtime.getRuntime().availableProcessors();

    assertThat(read(Setting.LOGIN_MAX_PARALLEL, "64").login().work())
        .isEqualTo(new LoginWorkSettings(64, 4 * processors));
    assertThat(read(Setting.LOGIN_MAX_WAITING, "0").login().work())
        .isEqualTo(new LoginWorkSettings(processors, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "throttle.enabled,              yes",
    "throttle.failures,             0",
    "throttle.failures,             1001",
    "throttle.failures-per-caller,  0",
    "throttle.failures-per-caller,  1000001",
    "throttle.failures-per-address, -1",
    "throttle.window,               PT0S",
    "throttle.window,               P1DT1S",
    "throttle.first-wait,           PT0S",
    "throttle.first-wait,           PT1H1S",
    "throttle.longest-wait,         PT0S",
    "throttle.longest-wait,         P2D",
    "max-parallel,                  0",
    "max-parallel,                  1001",
    "max-waiting,                   -1",
    "max-waiting,                   10001"
  })
  void read_whatIsNotAllowed_isRefused(String key, String value) {
    assertRefused(Setting.named("cloakroom.login." + key).orElseThrow(), value);
  }
}
