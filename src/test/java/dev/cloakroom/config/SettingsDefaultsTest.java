package dev.cloakroom.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SettingsDefaultsTest {

  private final Settings settings = Settings.defaults();

  @Test
  @Tag("C1")
  @Tag("C2")
  void cookie_nothingSet_isTheStrictestThatWorks() {
    CookieSettings cookie = settings.cookie();

    assertThat(cookie.secureName()).isEqualTo("__Host-sid");
    assertThat(cookie.plainName()).isEqualTo("sid");
    assertThat(cookie.secure()).isEqualTo(SecureCookie.ALWAYS);
    assertThat(cookie.sameSite()).isEqualTo(SameSitePolicy.LAX);
    assertThat(cookie.domain()).isNull();
    assertThat(cookie.path()).isEqualTo("/");
    assertThat(cookie.guard()).containsExactly("JSESSIONID");
  }

  @Test
  @Tag("S5")
  @Tag("S6")
  void session_nothingSet_hasIdleAndAbsoluteTimeout() {
    assertThat(settings.session())
        .isEqualTo(
            new SessionSettings(
                Duration.ofMinutes(30),
                Duration.ofHours(12),
                Duration.ofSeconds(60),
                new RotationSettings(null, Duration.ofSeconds(10), WhenStolen.REPORT),
                Duration.ofMinutes(10),
                new CallerLimit(CallerLimit.NONE, CallerLimit.WhenFull.REPLACE)));
    assertThat(settings.remember())
        .isEqualTo(new RememberSettings(Duration.ofDays(14), Duration.ofDays(90)));
  }

  /** Whose name is tried by strangers gets in meanwhile, on a device of their own. */
  @Test
  @Tag("P1")
  void devices_nothingSet_areRememberedWhereTheyHaveABrowser() {
    assertThat(settings.device())
        .isEqualTo(new DeviceSettings(Duration.ofDays(90), DeviceSettings.Whose.BROWSERS));
  }

  @Test
  @Tag("J24")
  void tokens_nothingSet_areShortLived() {
    assertThat(settings.accessToken())
        .isEqualTo(
            new AccessTokenSettings(Duration.ofMinutes(5), null, null, Duration.ofSeconds(60)));
    assertThat(settings.refresh())
        .isEqualTo(
            new RefreshSettings(Duration.ofDays(14), Duration.ofDays(90), Duration.ofSeconds(10)));
  }

  @Test
  void others_nothingSet_areAsDocumented() {
    assertThat(settings.endpoints())
        .isEqualTo(new EndpointSettings("/", Set.of(Endpoint.CSRF, Endpoint.INTROSPECT)));
    assertThat(settings.credentials())
        .isEqualTo(new CredentialSettings(TicketKind.OPAQUE, BearerKind.JWT));
    assertThat(settings.login())
        .isEqualTo(
            new LoginSettings(
                LoginTokens.AUTO,
                new LoginPageSettings(null, null, null, null, Set.of(), FormAction.OFF),
                "/",
                LdapSafe.AUTO,
                true,
                new LoginWorkSettings(
                    Runtime.getRuntime().availableProcessors(),
                    4 * Runtime.getRuntime().availableProcessors()),
                new ThrottleSettings(
                    true,
                    5,
                    50,
                    100,
                    new ThrottleSettings.Times(
                        Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofMinutes(15)))));
    assertThat(settings.factor()).isEqualTo(new FactorSettings(Duration.ofMinutes(5)));
    assertThat(settings.password()).isEqualTo(new PasswordSettings(PasswordSettings.Peppering.OFF));
    assertThat(settings.keys()).isEqualTo(KeySettings.of(null, null));
    assertThat(settings.csrf()).isEqualTo(new CsrfSettings(CsrfMode.AUTO, false, Set.of()));
    assertThat(settings.cors()).isEqualTo(new CorsSettings(List.of(), Explanation.OFF));
    assertThat(settings.proxies()).isEqualTo(new ProxySettings(Set.of(), ProxyHeaders.X_FORWARDED));
    assertThat(settings.store())
        .isEqualTo(
            new StoreSettings(
                StoreKind.MEMORY,
                Duration.ofSeconds(2),
                new NearCacheSettings(10_000, Duration.ofSeconds(1)),
                new SqlSettings("java:comp/DefaultDataSource", false, "cloakroom_"),
                new RedisSettings(null, "cloakroom:", false)));
    assertThat(settings.roles()).isEmpty();
  }

  @Test
  void read_everyDefaultWrittenOut_isTheSame() {
    Map<String, String> written = new HashMap<>();
    for (Setting setting : Setting.values()) {
      String value = setting.defaultValue();
      if (value != null) {
        written.put(setting.key(), value);
      }
    }

    SettingsReport report = SettingsReader.read(SettingsSource.of("test", written));

    assertThat(report.settings()).isEqualTo(settings);
    assertThat(report.warnings()).isEmpty();
  }
}
