package dev.cloakroom.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Other issuers are others than we, and speak for our callers only where that is said. */
class IssuerNamesTest {
  private static final String ISSUER = "https://id.test/realms/shop";

  private static Map<String, String> keycloak(String... keysAndValues) {
    Map<String, String> values = new HashMap<>();
    values.put("cloakroom.issuers.keycloak.issuer", ISSUER);
    values.put("cloakroom.issuers.keycloak.audience", "shop");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return values;
  }

  @Test
  @Tag("J7")
  void issuer_thatIsOurOwn_isRefused() {
    assertThat(SettingReading.refusal(keycloak("cloakroom.access-token.issuer", ISSUER)).problems())
        .singleElement()
        .asString()
        .startsWith("cloakroom.issuers.keycloak.issuer=" + ISSUER)
        .contains("cloakroom.access-token.issuer");
    assertThat(
            SettingReading.read(keycloak("cloakroom.access-token.issuer", ISSUER + "/"))
                .settings()
                .issuers())
        .hasSize(1);
  }

  @Test
  @Tag("J19")
  void callers_sharedByAClaimThatMayChange_isWarnedOf() {
    String callers = "cloakroom.issuers.keycloak.callers";
    String claim = "cloakroom.issuers.keycloak.caller-claim";

    assertThat(SettingReading.read(keycloak(callers, "shared", claim, "email")).warnings())
        .singleElement()
        .asString()
        .contains("cloakroom.issuers.keycloak.callers=shared", "caller-claim=email");
    assertThat(SettingReading.read(keycloak(callers, "shared")).warnings()).isEmpty();
    assertThat(SettingReading.read(keycloak(claim, "email")).warnings()).isEmpty();
  }
}
