package dev.cloakroom.config;

import java.util.Set;

/**
 * Protection against requests that other sites cause.
 *
 * @param trustedOrigins serialised origins such as {@code https://app.example.org}, as given
 */
public record CsrfSettings(CsrfMode mode, Set<String> trustedOrigins) {

  public CsrfSettings {
    trustedOrigins = Set.copyOf(trustedOrigins);
  }

  static CsrfSettings read(SettingValues values) {
    return new CsrfSettings(
        values.choice(Setting.CSRF, CsrfMode.class),
        values.set(
            Setting.CSRF_TRUSTED_ORIGINS,
            TextRules::isOrigin,
            "Write scheme, host and port, without path and wildcard."));
  }
}
