package dev.cloakroom.config;

import static dev.cloakroom.config.SettingReading.assertRefused;
import static dev.cloakroom.config.SettingReading.read;
import static dev.cloakroom.config.SettingReading.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingDurationsTest {

  @ParameterizedTest
  @CsvSource({
    "cloakroom.session.idle-timeout,PT0S",
    "cloakroom.session.idle-timeout,-PT5M",
    "cloakroom.session.absolute-timeout,P401D",
    "cloakroom.session.rotation-grace,PT61S",
    "cloakroom.session.touch-interval,-PT1S",
    "cloakroom.session.fresh-duration,PT0S",
    "cloakroom.access-token.ttl,PT1H0.001S",
    "cloakroom.access-token.ttl,PT0S",
    "cloakroom.access-token.clock-skew,-PT1S",
    "cloakroom.access-token.clock-skew,PT10M1S",
    "cloakroom.refresh.grace,-PT1S"
  })
  @Tag("J6")
  @Tag("J24")
  void read_durationOutOfItsRange_isRefused(String key, String value) {
    assertRefused(Setting.named(key).orElseThrow(), value);
  }

  @Test
  @Tag("J6")
  @Tag("J24")
  @Tag("R1")
  void read_durationAtTheEdgeOfItsRange_isRead() {
    assertThat(read(Setting.ACCESS_TOKEN_TTL, "PT1H").accessToken().ttl())
        .isEqualTo(Duration.ofHours(1));
    assertThat(read(Setting.ACCESS_TOKEN_CLOCK_SKEW, "PT10M").accessToken().clockSkew())
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(read(Setting.ACCESS_TOKEN_CLOCK_SKEW, "PT0S").accessToken().clockSkew()).isZero();
    assertThat(read(Setting.REFRESH_GRACE, "PT0S").refresh().grace()).isZero();
    assertThat(read(Setting.SESSION_ROTATION_GRACE, "PT0S").session().rotation().grace()).isZero();
    assertThat(read(Setting.SESSION_TOUCH_INTERVAL, "PT0S").session().touchInterval()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "30m,PT30M",
    "30 min,PT30M",
    "30s,PT30S",
    "12h,PT12H",
    "14d,P14D",
    "2 weeks,P14D",
    "P2W,P14D",
    "P30M,PT30M",
    "500ms,PT0.5S",
    "90,PT90S",
    "1 month,PT30S",
    "soon,ISO-8601",
    "PT,ISO-8601"
  })
  void read_durationThatIsNotIso_saysWhatToWrite(String value, String hint) {
    assertThat(refusal(Map.of("cloakroom.session.idle-timeout", value)).getMessage())
        .contains("cloakroom.session.idle-timeout=" + value)
        .contains(hint);
  }
}
