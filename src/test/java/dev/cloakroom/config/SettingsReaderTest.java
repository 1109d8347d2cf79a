package dev.cloakroom.config;

import static dev.cloakroom.config.SettingReading.assertRefused;
import static dev.cloakroom.config.SettingReading.read;
import static dev.cloakroom.config.SettingReading.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

  @ParameterizedTest
  @CsvSource({"/,/login", "/api,/api/login", "/api/,/api/login", "/a/b.c,/a/b.c/login"})
  void read_path_isWhereTheEndpointsLive(String path, String login) {
    assertThat(read(Setting.PATH, path).endpoints().pathOf(Endpoint.LOGIN)).isEqualTo(login);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api", "//", "/a//b", "/a?b", "/a#b", "/a;b", "/%61", "/../a", "/a/.", "/ä", "/a b"
      })
  void read_notAPath_isRefused(String path) {
    assertRefused(Setting.PATH, path);
    assertRefused(Setting.COOKIE_PATH, path);
  }

  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void read_endpointSwitchedOff_isTheOnlyOneOff(Endpoint endpoint) {
    String key = "cloakroom.endpoint." + endpoint.settingName() + ".enabled";

    Map<String, String> all =
        Map.of("cloakroom.csrf", "token", "cloakroom.introspection.orders.secret", "s".repeat(32));
    Map<String, String> others = new HashMap<>(all);
    others.put(key, "false");
    EndpointSettings endpoints = read(others).settings().endpoints();

    assertThat(endpoints.disabled()).containsExactly(endpoint);
    assertThat(endpoints.isEnabled(endpoint)).isFalse();
    assertThat(read(all).settings().endpoints().isEnabled(endpoint)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"auto, false", "off, false", "token, true", "always, true"})
  void read_csrfEndpoint_isThereWhereTokensAreAskedFor(String mode, boolean there) {
    EndpointSettings endpoints = read(Setting.CSRF, mode).endpoints();

    assertThat(endpoints.isEnabled(Endpoint.CSRF)).isEqualTo(there);
  }

  @Test
  void read_flagThatIsNeither_isRefused() {
    assertRefused(Setting.ENDPOINT_JWKS, "no");
  }

  @ParameterizedTest
  @CsvSource({"Strict,STRICT", "lax,LAX", "NONE,NONE"})
  @Tag("C2")
  void read_sameSite_isReadInAnyCase(String text, SameSitePolicy policy) {
    assertThat(read(Setting.COOKIE_SAME_SITE, text).cookie().sameSite()).isEqualTo(policy);
  }

  @Test
  void read_choiceThatDoesNotExist_namesThoseThatDo() {
    assertThat(refusal(Map.of("cloakroom.store", "file")).problems())
        .containsExactly("cloakroom.store=file (test). Allowed: `memory`, `sql`, `redis`.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a;b", "a=b", "sïd", "\"sid\"", "__Host-", "__Host-__Host-sid"})
  @Tag("C5")
  void read_cookieNameThatIsNoToken_isRefused(String name) {
    assertRefused(Setting.COOKIE_NAME, name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.org", ".example.org", "a b", "example.org:80", "1.2.3.4"})
  void read_domainThatIsNoHost_isRefused(String domain) {
    assertRefused(Setting.COOKIE_DOMAIN, domain);
  }

  @Test
  void read_redisWithoutItsAddress_isRefusedAndWithItIsRead() {
    Map<String, String> redis = Map.of("cloakroom.store", "redis");
    assertThatThrownBy(() -> SettingsReader.read(SettingsSource.of("test", redis)))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("cloakroom.redis.uri=redis://host:6379");

    assertThat(read(Setting.REDIS_URI, "redis://:geheim@cache:7000").store().redis().uri())
        .isEqualTo(RedisUri.parse("redis://:geheim@cache:7000").orElseThrow());
  }

  @Test
  void read_addressThatIsNone_isNotShownForItsPassword() {
    assertThatThrownBy(() -> read(Setting.REDIS_URI, "redis://:geheim@"))
        .hasMessageContaining("cloakroom.redis.uri=***")
        .hasMessageNotContaining("geheim");
  }

  @Test
  @Tag("C1")
  void read_domainOrPath_costsTheHostPrefix() {
    assertThat(read(Setting.COOKIE_DOMAIN, "example.org").cookie().secureName())
        .isEqualTo("__Secure-sid");
    assertThat(read(Setting.COOKIE_PATH, "/app").cookie().secureName()).isEqualTo("__Secure-sid");
    assertThat(read(Setting.COOKIE_NAME, "ticket").cookie().secureName())
        .isEqualTo("__Host-ticket");
  }

  @Test
  void read_list_isSplitAtCommas() {
    assertThat(read(Setting.ROLES, " user, admin ,,user ").roles())
        .containsExactlyInAnyOrder("user", "admin");
    assertThat(read(Setting.COOKIE_GUARD, "JSESSIONID,cart").cookie().guard())
        .containsExactlyInAnyOrder("JSESSIONID", "cart");
    assertRefused(Setting.COOKIE_GUARD, "JSESSIONID,a b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "example.org",
        "https://example.org/",
        "https://*.example.org",
        "https://u@example.org",
        "https://example.org:99999",
        "ftp://example.org",
        "https://a.example,b.example"
      })
  @Tag("X5")
  void read_trustedOriginThatIsNone_isRefused(String origin) {
    assertRefused(Setting.CSRF_TRUSTED_ORIGINS, origin);
  }

  @Test
  @Tag("X5")
  void read_trustedOrigins_areRead() {
    assertThat(
            read(
                    Setting.CSRF_TRUSTED_ORIGINS,
                    "https://a.example, http://localhost:3000,http://[::1]")
                .csrf()
                .trustedOrigins())
        .containsExactlyInAnyOrder("https://a.example", "http://localhost:3000", "http://[::1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "login",
        "/a?\\",
        "/a?%0d"
      })
  @Tag("X14")
  void read_targetOfAnotherServer_isRefused(String target) {
    assertRefused(Setting.LOGIN_PAGE, target);
    assertRefused(Setting.LOGIN_DEFAULT_TARGET, target);
  }

  @Test
  @Tag("X14")
  void read_targetOfThisServer_isRead() {
    assertThat(read(Setting.LOGIN_PAGE, "/login.html?x=y").login().page().target())
        .isEqualTo("/login.html?x=y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "https://a b", ":", "a\tb", "a,b"})
  void read_issuerThatIsNoStringOrUri_isRefused(String issuer) {
    assertRefused(Setting.ACCESS_TOKEN_ISSUER, issuer);
    assertRefused(Setting.ACCESS_TOKEN_AUDIENCE, issuer);
  }

  @Test
  void read_issuerAsNameOrUri_isRead() {
    assertThat(read(Setting.ACCESS_TOKEN_ISSUER, "shop").accessToken().issuer()).isEqualTo("shop");
    assertThat(read(Setting.ACCESS_TOKEN_AUDIENCE, "urn:shop").accessToken().audience())
        .isEqualTo("urn:shop");
  }

  @Test
  @Tag("J18")
  @Tag("G5")
  void read_secretThatIsTooShort_isRefusedWithoutShowingIt() {
    assertThat(refusal(Map.of("cloakroom.keys.secret", "geheimgeheim")).getMessage())
        .contains("cloakroom.keys.secret=***", "32 random bytes", "openssl rand")
        .doesNotContain("geheim");
  }

  @Test
  @Tag("J18")
  void read_secretOf32Bytes_isRead() {
    String secret = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";
    assertThat(read(Setting.KEYS_SECRET, secret).keys().secret())
        .isEqualTo(KeySecret.decode(secret).orElseThrow());
  }

  @Test
  void read_severalWrong_areListedAtOnceWithWhereTheyComeFrom() {
    SettingsSource environment =
        SettingsSource.environment(
            Map.of("CLOAKROOM_STORE", "file", "CLOAKROOM_SESSION_IDLE_TIMEOUT", "30m"));

    InvalidSettingsException refusal =
        catchThrowableOfType(
            InvalidSettingsException.class, () -> SettingsReader.read(environment));

    assertThat(refusal.problems())
        .containsExactly(
            "cloakroom.session.idle-timeout=30m (environment variable"
                + " CLOAKROOM_SESSION_IDLE_TIMEOUT). Allowed: `PT1S` to `P400D`. Write PT30M.",
            "cloakroom.store=file (environment variable CLOAKROOM_STORE). Allowed: `memory`,"
                + " `sql`, `redis`.");
    assertThat(refusal).hasMessageStartingWith("Cloakroom does not start: 2 settings are wrong.\n");
  }

  @Test
  @Tag("G6")
  void read_valueWithLineBreaks_cannotForgeALogLine() {
    assertThat(refusal(Map.of("cloakroom.store", "a\r\nb\u2028c" + "d".repeat(200))).problems())
        .singleElement()
        .asString()
        .startsWith("cloakroom.store=a??b?cddd")
        .hasSizeLessThan(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void read_blankValue_countsAsNotGiven(String value) {
    assertThat(read(Setting.SESSION_IDLE_TIMEOUT, value)).isEqualTo(Settings.defaults());
  }
}
