package dev.cloakroom.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SettingCombinationsTest {

  private static final String SAME_SITE = "cloakroom.cookie.same-site";
  private static final String SECURE = "cloakroom.cookie.secure";
  private static final String NAME = "cloakroom.cookie.name";
  private static final String PREFIX = "cloakroom.cookie.prefix";
  private static final String DOMAIN = "cloakroom.cookie.domain";
  private static final String PATH = "cloakroom.cookie.path";
  private static final String IDLE = "cloakroom.session.idle-timeout";
  private static final String ABSOLUTE = "cloakroom.session.absolute-timeout";
  private static final String TOUCH = "cloakroom.session.touch-interval";

  @Test
  @Tag("C1")
  @Tag("C2")
  void read_sameSiteNone_needsSecureAlways() {
    assertRefused(Map.of(SAME_SITE, "None", SECURE, "auto"), SAME_SITE, SECURE);
    assertAccepted(Map.of(SAME_SITE, "None"));
    assertAccepted(Map.of(SAME_SITE, "Strict", SECURE, "auto"));
  }

  @Test
  @Tag("X1")
  @Tag("X7")
  void read_sameSiteNone_needsTheCsrfCheck() {
    assertRefused(Map.of(SAME_SITE, "None", "cloakroom.csrf", "off"), SAME_SITE, "cloakroom.csrf");
    assertAccepted(Map.of("cloakroom.csrf", "off"));
  }

  @Test
  void read_pepper_needsAKeyThatIsKept() {
    String pepper = "cloakroom.password.pepper";
    assertRefused(Map.of(pepper, "on"), pepper, "cloakroom.keys.location", "cloakroom.keys.secret");
    assertAccepted(Map.of(pepper, "on", "cloakroom.keys.location", "/etc/shop/key.pem"));
    assertAccepted(
        Map.of(
            pepper, "on", "cloakroom.keys.secret", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
  }

  @Test
  void read_factors_needAKeyThatIsKept() {
    String source = "cloakroom.factor.data-source";
    String name = "java:app/shop";
    assertRefused(Map.of(source, name), source, "cloakroom.keys.location", "cloakroom.keys.secret");
    assertAccepted(Map.of(source, name, "cloakroom.keys.location", "/etc/shop/key.pem"));
  }

  @Test
  void read_factors_needTheEndpointThatTakesTheirAnswers() {
    String endpoint = "cloakroom.endpoint.factor.enabled";
    Map<String, String> kept = Map.of("cloakroom.keys.location", "/etc/shop/key.pem");
    Map<String, String> factors = new HashMap<>(kept);
    factors.put("cloakroom.factor.data-source", "java:app/shop");
    factors.put(endpoint, "false");
    assertRefused(factors, "cloakroom.factor.data-source", endpoint);
    factors.put(endpoint, "true");
    assertAccepted(factors);
    assertAccepted(Map.of(endpoint, "false"));
  }

  @Test
  void read_scriptCookie_needsTokensToBring() {
    String cookie = "cloakroom.csrf.script-cookie";
    assertRefused(Map.of(cookie, "true"), cookie, "cloakroom.csrf=auto (default)");
    assertRefused(Map.of(cookie, "true", "cloakroom.csrf", "off"), cookie, "cloakroom.csrf");
    assertAccepted(Map.of(cookie, "true", "cloakroom.csrf", "token"));
    assertAccepted(Map.of(cookie, "true", "cloakroom.csrf", "always"));
  }

  @Test
  @Tag("P1")
  void read_throttle_hasNoLimitBelowThatOfCallerAndAddress() {
    String failures = "cloakroom.login.throttle.failures";
    for (String wider : List.of(failures + "-per-caller", failures + "-per-address")) {
      assertRefused(Map.of(wider, "4"), wider + "=4", failures + "=5 (default)");
      assertAccepted(Map.of(wider, "4", failures, "4"));
    }
  }

  @Test
  @Tag("P1")
  void read_throttle_beginsWithTheShorterWait() {
    String first = "cloakroom.login.throttle.first-wait";
    String longest = "cloakroom.login.throttle.longest-wait";
    assertRefused(Map.of(first, "PT16M"), first + "=PT16M", longest + "=PT15M (default)");
    assertAccepted(Map.of(first, "PT16M", longest, "PT16M"));
  }

  @Test
  @Tag("C2")
  void read_partitioned_needsSameSiteNoneAndSecure() {
    String partitioned = "cloakroom.cookie.partitioned";
    assertRefused(Map.of(partitioned, "on"), partitioned + "=on", SAME_SITE + "=Lax (default)");
    assertAccepted(Map.of(partitioned, "on", SAME_SITE, "None"));
    assertThat(refusal(Map.of(partitioned, "on", SAME_SITE, "None", SECURE, "auto")).problems())
        .hasSize(2)
        .anyMatch(problem -> problem.startsWith(partitioned + "=on (test) does not go with"));
  }

  @Test
  @Tag("C1")
  void read_hostPrefixWrittenOut_allowsNeitherDomainNorPath() {
    assertRefused(Map.of(NAME, "__Host-sid", DOMAIN, "example.org"), NAME, DOMAIN);
    assertRefused(Map.of(NAME, "__host-sid", PATH, "/app"), NAME, PATH);
    assertThat(read(Map.of(NAME, "__Host-sid")).cookie()).isEqualTo(Settings.defaults().cookie());
  }

  @Test
  @Tag("C1")
  void read_securePrefixWrittenOut_isAcceptedWhereItIsTheOneThatComesOut() {
    assertRefused(Map.of(NAME, "__Secure-sid"), NAME, "(not set)");
    assertThat(read(Map.of(NAME, "__Secure-sid", DOMAIN, "example.org")).cookie().secureName())
        .isEqualTo("__Secure-sid");
  }

  @Test
  @Tag("C1")
  void read_httpPrefix_isOfACookieOfOneHost() {
    Map<String, String> http = Map.of(PREFIX, "http");
    assertThat(read(http).cookie().secureName()).isEqualTo("__Host-Http-sid");
    assertThat(read(http).cookie().formerName()).isEqualTo("__Host-sid");
    assertThat(Settings.defaults().cookie().formerName()).isNull();

    assertRefused(Map.of(PREFIX, "http", DOMAIN, "example.org"), PREFIX, DOMAIN);
    assertRefused(Map.of(PREFIX, "http", PATH, "/app"), PREFIX, PATH);
    assertRefused(Map.of(PREFIX, "http", NAME, "__Host-sid"), NAME, PREFIX);
    assertRefused(Map.of(NAME, "__Host-Http-sid"), NAME, PREFIX);
    assertThat(read(Map.of(PREFIX, "http", NAME, "__Host-Http-sid")).cookie())
        .isEqualTo(read(http).cookie());
    assertRefused(
        Map.of(PREFIX, "http", "cloakroom.cookie.guard", "__Host-sid"),
        NAME,
        "cloakroom.cookie.guard");
  }

  @Test
  void read_cookieOfSomebodyElse_isRefusedAsOurs() {
    assertRefused(Map.of(NAME, "JSESSIONID"), NAME, "another name");
    assertRefused(Map.of("cloakroom.cookie.guard", "a,sid"), NAME, "cloakroom.cookie.guard");
    assertRefused(Map.of("cloakroom.cookie.guard", "__Host-sid"), NAME, "cloakroom.cookie.guard");
    assertAccepted(Map.of(NAME, "ticket", "cloakroom.cookie.guard", "a,sid"));
  }

  @Test
  @Tag("S5")
  @Tag("S6")
  void read_idleLongerThanAbsolute_isRefused() {
    assertRefused(Map.of(ABSOLUTE, "PT20M"), IDLE + "=PT30M (default)", ABSOLUTE);
    assertAccepted(Map.of(ABSOLUTE, "PT30M"));
    assertRefused(
        Map.of("cloakroom.remember.idle-timeout", "P91D"), "cloakroom.remember.absolute-timeout");
    assertRefused(
        Map.of("cloakroom.refresh.idle-timeout", "P91D"), "cloakroom.refresh.absolute-timeout");
  }

  @Test
  @Tag("S5")
  void read_touchIntervalNotShorterThanIdle_isRefused() {
    assertRefused(Map.of(IDLE, "PT60S"), TOUCH, IDLE);
    assertAccepted(Map.of(IDLE, "PT61S"));
    assertRefused(Map.of("cloakroom.remember.idle-timeout", "PT30S"), TOUCH, "cloakroom.remember");
  }

  @Test
  @Tag("R1")
  void read_refreshGraceLongerThanAnAccessTokenLives_isRefused() {
    assertRefused(
        Map.of("cloakroom.access-token.ttl", "PT9S"),
        "cloakroom.refresh.grace=PT10S (default)",
        "cloakroom.access-token.ttl=PT9S");
    assertAccepted(Map.of("cloakroom.access-token.ttl", "PT10S"));
    assertAccepted(Map.of("cloakroom.access-token.ttl", "PT1S", "cloakroom.refresh.grace", "PT0S"));
  }

  @Test
  void read_valueAlreadyRefused_isNotRefusedAgainForWhatStandsInItsPlace() {
    assertThat(refusal(Map.of(IDLE, "20m", ABSOLUTE, "PT20M")).problems())
        .singleElement()
        .asString()
        .contains("Write PT20M");
  }

  private static Settings read(Map<String, String> values) {
    return SettingsReader.read(SettingsSource.of("test", values)).settings();
  }

  private static InvalidSettingsException refusal(Map<String, String> values) {
    return catchThrowableOfType(InvalidSettingsException.class, () -> read(values));
  }

  private static void assertRefused(Map<String, String> values, String... named) {
    assertThat(refusal(values)).isNotNull();
    assertThat(refusal(values).problems()).singleElement().asString().contains(named);
  }

  private static void assertAccepted(Map<String, String> values) {
    assertThatNoException().isThrownBy(() -> read(values));
  }
}
