package dev.cloakroom.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossSiteTest {

  /** Without the list of public suffixes, what could be one site is not said to be two. */
  @ParameterizedTest
  @CsvSource({
    "app.example.org,   api.example.org,   false",
    "example.org,       api.example.org,   false",
    "EXAMPLE.org,       Api.Example.ORG,   false",
    "shop.co.uk,        bank.co.uk,        false",
    "example.org,       example.com,       true",
    "app.example.org,   example.com,       true",
    "a.example.org,     a.example.net,     true",
    "localhost,         localhost,         false",
    "localhost,         app.localhost,     true",
    "127.0.0.1,         127.0.0.1,         false",
    "127.0.0.1,         127.0.0.2,         true",
    "10.0.0.1,          10.1.0.1,          true",
    "[::1],             [::1],             false",
    "[::1],             localhost,         true"
  })
  void areSurelyApart_onlyWhereNoListCouldSayOtherwise(String host, String other, boolean apart) {
    assertThat(CrossSite.areSurelyApart(host, other)).isEqualTo(apart);
    assertThat(CrossSite.areSurelyApart(other, host)).isEqualTo(apart);
  }

  private static List<String> warnings(String... settings) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      given.put("cloakroom." + settings[i], settings[i + 1]);
    }
    return SettingsReader.read(SettingsSource.of("test", given)).warnings();
  }

  @Test
  @Tag("C2")
  void originOfAnotherSite_isNamedOnceWithWhatMendsIt() {
    assertThat(
            warnings(
                "cookie.domain", "example.org",
                "cors.allowed-origins", "https://app.example.org, https://app.test"))
        .singleElement()
        .asString()
        .startsWith("Pages of https://app.test, which cloakroom.cors.allowed-origins names, never")
        .contains(
            "SameSite=Lax",
            "cloakroom.cookie.same-site=None",
            "cloakroom.cookie.partitioned=on",
            "cloakroom.cors.allow-credentials=false");
  }

  @Test
  void originOfAnotherScheme_isOfAnotherSite() {
    String origins = "http://app.example.org, https://api.example.org";

    assertThat(warnings("cors.allowed-origins", origins, "cookie.same-site", "Strict"))
        .singleElement()
        .asString()
        .contains("Pages of http://app.example.org,", "SameSite=Strict");
    assertThat(warnings("cors.allowed-origins", origins, "cookie.secure", "auto")).isEmpty();
  }

  @Test
  void originThatGetsTheCookie_orNeedsNone_isNotNamed() {
    String origin = "http://app.test";

    assertThat(
            warnings(
                "cors.allowed-origins", origin,
                "cookie.same-site", "None",
                "frame-ancestors", "none"))
        .isEmpty();
    assertThat(warnings("cors.allowed-origins", origin, "cors.allow-credentials", "false"))
        .isEmpty();
    assertThat(warnings("cors.allowed-origins", "https://app.test")).isEmpty();
  }
}
