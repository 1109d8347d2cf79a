package dev.cloakroom.config;

import static dev.cloakroom.config.SettingReading.assertRefused;
import static dev.cloakroom.config.SettingReading.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers are told besides: of frames, and at a logout. */
class BrowserSettingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none, self",
        "*, https://a.test",
        "'self'",
        "https://a.test/path",
        "https://*.a.test",
        "a.test"
      })
  void frameAncestors_thatNoBrowserCouldKeep_areRefused(String value) {
    assertRefused(Setting.FRAME_ANCESTORS, value);
  }

  @Test
  void frameAncestors_selfAndOrigins_goTogether() {
    assertThat(read(Setting.FRAME_ANCESTORS, "self, https://a.test:8443").browser().frames())
        .extracting(FrameAncestors::sources)
        .isEqualTo(Set.of("self", "https://a.test:8443"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cookies", "off, cache", "*", "\"cache\""})
  void clearSiteData_ofOtherKinds_isRefused(String value) {
    assertRefused(Setting.LOGOUT_CLEAR_SITE_DATA, value);
  }

  @Test
  void clearSiteData_isWhatIsSet() {
    assertThat(read(Setting.LOGOUT_CLEAR_SITE_DATA, "cache").browser().clearedAtLogout())
        .containsExactly("cache");
    assertThat(read(Setting.LOGOUT_CLEAR_SITE_DATA, "off").browser().clearedAtLogout()).isEmpty();
    assertThat(Settings.defaults().browser().clearedAtLogout())
        .containsExactlyInAnyOrder("cache", "storage");
  }

  private static List<String> warnings(String... settings) {
    Map<String, String> given = new HashMap<>(Map.of("cloakroom.cookie.same-site", "None"));
    for (int i = 0; i < settings.length; i += 2) {
      given.put("cloakroom." + settings[i], settings[i + 1]);
    }
    return read(given).warnings();
  }

  /** Whoever frames a page would have its visitor's clicks. */
  @Test
  void framesOfOtherSites_areWarnedOf_untilSomebodyHasSaidWhoMay() {
    assertThat(warnings())
        .singleElement()
        .asString()
        .contains("cloakroom.frame-ancestors=none", "cloakroom.frame-ancestors=*");
    assertThat(warnings("frame-ancestors", "none")).isEmpty();
    assertThat(warnings("frame-ancestors", "*")).isEmpty();
    assertThat(warnings("cookie.partitioned", "on")).isEmpty();
    assertThat(warnings("cookie.same-site", "Lax")).isEmpty();
  }
}
