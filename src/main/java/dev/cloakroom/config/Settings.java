package dev.cloakroom.config;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All settings of a deployment, valid together. Made by {@link SettingsReader} only in production;
 * immutable and safe for any thread.
 *
 * @param hsts for how long browsers are to come by HTTPS alone; null for not a word of it
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
    KeySettings keys,
    CsrfSettings csrf,
    CorsSettings cors,
    ProxySettings proxies,
    @Nullable Duration hsts,
    LoginScopedSettings loginScoped,
    StoreSettings store,
    AccessSettings access,
    Set<String> roles) {

  private static final Duration LONGEST_HSTS = Duration.ofDays(730);

  public Settings {
    roles = Set.copyOf(roles);
  }

  /** The settings of a deployment that sets nothing. */
  public static Settings defaults() {
    return SettingsReader.read(SettingsSource.of("defaults", Map.of())).settings();
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
            KeySettings.read(values),
            CsrfSettings.read(values),
            CorsSettings.read(values),
            ProxySettings.read(values),
            values.durationOrNull(Setting.HSTS, Duration.ZERO, LONGEST_HSTS),
            LoginScopedSettings.read(values),
            StoreSettings.read(values),
            AccessSettings.read(values),
            values.set(Setting.ROLES));
    CombinationRules.check(settings, values);
    return settings;
  }
}
