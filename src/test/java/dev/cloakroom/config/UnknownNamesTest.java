package dev.cloakroom.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownNamesTest {

  @ParameterizedTest
  @CsvSource({
    "cloakroom.sesion.idle-timeout,cloakroom.session.idle-timeout",
    "cloakroom.cookie.samesite,cloakroom.cookie.same-site",
    "cloakroom.endpoints.login.enabled,cloakroom.endpoint.login.enabled",
    "Cloakroom.Store,cloakroom.store",
    "cloakroom.cors.partner.max-ages,cloakroom.cors.partner.max-age",
    "cloakroom.cors.Partner.max-age,cloakroom.cors.partner.max-age",
    "cloakroom.issuers.keycloak.group-claim,cloakroom.issuers.keycloak.groups-claim",
    "CLOAKROOM_ISSUERS_KEYCLOAK_GROUP_CLAIM,CLOAKROOM_ISSUERS_KEYCLOAK_GROUPS_CLAIM",
    "CLOAKROOM_COOKIE_SECURITY,CLOAKROOM_COOKIE_SECURE",
    "cloakroom.testkit,cloakroom.hsts"
  })
  void warnings_unknownName_namesTheNearest(String unknown, String nearest) {
    assertThat(warnings(unknown))
        .singleElement()
        .asString()
        .startsWith("Unknown setting " + unknown + " ")
        .endsWith(" is " + nearest + ".")
        .doesNotContain("geheim");
  }

  @ParameterizedTest
  @CsvSource({
    "cloakroom.store",
    "CLOAKROOM_STORE",
    "cloakroomx.store",
    "PATH",
    "cloakroom-testkit",
    "CLOAKROOM_TESTKIT",
    "CLOAKROOM_TESTKIT_URL",
    "mp.jwt.verify",
    "cloakroom.cors.partner.path",
    "CLOAKROOM_CORS_THE_PARTNER_MAX_AGE"
  })
  void warnings_knownOrForeignName_areNone(String name) {
    assertThat(warnings(name)).isEmpty();
  }

  @Test
  void warnings_hostileName_fitOnALine() {
    assertThat(warnings("cloakroom.\r\n" + "x".repeat(100_000)))
        .singleElement()
        .asString()
        .hasSizeLessThan(250)
        .doesNotContain("\n", "\r");
  }

  @ParameterizedTest
  @CsvSource({"abc,abc,0", "abc,abd,1", "abc,ab,1", "abc,xabc,1", "kitten,sitting,3", "'',ab,2"})
  void editDistance_twoTexts_isLevenshteins(String from, String to, int distance) {
    assertThat(EditDistance.between(from, to)).isEqualTo(distance);
    assertThat(EditDistance.between(to, from)).isEqualTo(distance);
  }

  private static List<String> warnings(String name) {
    return UnknownNames.warnings(SettingsSource.of("test", Map.of(name, "geheim")));
  }
}
