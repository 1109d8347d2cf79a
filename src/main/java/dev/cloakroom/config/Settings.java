package dev.cloakroom.config;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All settings of a deployment, valid together. Made by {@link SettingsReader} only in production;
 * immutable and safe for any thread.
 *
 * @param browser what browsers are told besides
 * @param issuers others whose tokens are taken
 * @param introspection who may ask about our tokens
 * @param roles roles to declare to the server; empty when they are found by scanning
 */
public record Settings(
    EndpointSettings endpoints,
    CredentialSettings credentials,
    CookieSettings cookie,
    SessionSettings session,
    RememberSettings remember,
    DeviceSettings device,
    AccessTokenSettings accessToken,
    RefreshSettings refresh,
    LoginSettings login,
    PasswordSettings password,
    FactorSettings factor,
    FactorStoreSettings factorStore,
    OneTimeSettings oneTime,
    RelaySettings relay,
    KeySettings keys,
    CsrfSettings csrf,
    CorsSettings cors,
    ProxySettings proxies,
    BrowserSettings browser,
    LoginScopedSettings loginScoped,
    StoreSettings store,
    AccessSettings access,
    List<IssuerSettings> issuers,
    IntrospectionSettings introspection,
    Set<String> roles) {

  public Settings {
    issuers = List.copyOf(issuers);
    roles = Set.copyOf(roles);
  }

  /** The settings of a deployment that sets nothing. */
  public static Settings defaults() {
    return SettingsReader.read(SettingsSource.of("defaults", Map.of())).settings();
  }

  /** What MicroProfile JWT says of the tokens of its issuer; null where there is none. */
  public @Nullable MpJwtSettings mpJwt() {
    return issuers.stream()
        .map(IssuerSettings::mpJwt)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** How long what our signing keys sign is good, by the setting that says so. */
  public Map<Setting, Duration> lifetimesOfTokens() {
    Map<Setting, Duration> lifetimes = new EnumMap<>(Setting.class);
    lifetimes.put(Setting.ACCESS_TOKEN_TTL, accessToken.ttl());
    lifetimes.put(Setting.RELAY_TTL, relay.ttl());
    if (credentials.session() == TicketKind.JWT) {
      lifetimes.put(Setting.SESSION_TOUCH_INTERVAL, session.touchInterval());
    }
    return lifetimes;
  }

  /** The endpoint's paths within the application; none if it is switched off. */
  public Set<String> pathsOf(Endpoint endpoint) {
    if (!endpoints.isEnabled(endpoint)) {
      return Set.of();
    }
    Set<String> paths = new LinkedHashSet<>(Set.of(endpoints.pathOf(endpoint)));
    if (endpoint == Endpoint.LOGIN) {
      paths.addAll(login.page().formActions());
    }
    return paths;
  }

  static Settings read(SettingValues values) {
    Settings settings =
        new Settings(
            EndpointSettings.read(values),
            CredentialSettings.read(values),
            CookieSettings.read(values),
            SessionSettings.read(values),
            RememberSettings.read(values),
            DeviceSettings.read(values),
            AccessTokenSettings.read(values),
            RefreshSettings.read(values),
            LoginSettings.read(values),
            PasswordSettings.read(values),
            FactorSettings.read(values),
            FactorStoreSettings.read(values),
            OneTimeSettings.read(values),
            RelaySettings.read(values),
            KeySettings.read(values),
            CsrfSettings.read(values),
            CorsSettings.read(values),
            ProxySettings.read(values),
            BrowserSettings.read(values),
            LoginScopedSettings.read(values),
            StoreSettings.read(values),
            AccessSettings.read(values),
            IssuerSettings.readAll(values),
            IntrospectionSettings.read(values),
            values.set(Setting.ROLES));
    CombinationRules.check(settings, values);
    return settings;
  }
}
