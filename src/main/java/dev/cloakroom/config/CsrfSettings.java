package dev.cloakroom.config;

import java.util.Set;

/**
 * Protection against requests that other sites cause.
 *
 * @param scriptCookie whether scripts are given the token by a cookie
 * @param trustedOrigins serialised origins such as {@code https://app.example.org}, as given
 */
public record CsrfSettings(CsrfMode mode, boolean scriptCookie, Set<String> trustedOrigins) {

  public CsrfSettings {
    trustedOrigins = Set.copyOf(trustedOrigins);
  }

  static CsrfSettings read(SettingValues values) {
    return new CsrfSettings(
        values.choice(Setting.CSRF, CsrfMode.class),
        values.flag(Setting.CSRF_SCRIPT_COOKIE),
        values.set(
            Setting.CSRF_TRUSTED_ORIGINS,
            TextRules::isPageOrigin,
            "Write scheme, host and port, without path and wildcard."));
  }
}
