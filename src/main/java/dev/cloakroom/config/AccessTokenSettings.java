package dev.cloakroom.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The access tokens that are issued.
 *
 * @param ttl life of a token, at most an hour (<a
 *     href="https://www.rfc-editor.org/rfc/rfc6750#section-5.3">RFC 6750 §5.3</a>)
 * @param issuer the {@code iss} claim; null for one that stands for the deployment
 * @param audience the {@code aud} claim; null for the issuer
 * @param clockSkew how far the clock of another server may be off, at most ten minutes
 */
public record AccessTokenSettings(
    Duration ttl, @Nullable String issuer, @Nullable String audience, Duration clockSkew) {

  private static final String REMEDY = "With a colon it must be a URI (RFC 7519 §2).";

  static AccessTokenSettings read(SettingValues values) {
    return new AccessTokenSettings(
        values.duration(Setting.ACCESS_TOKEN_TTL, Duration.ofSeconds(1), Duration.ofHours(1)),
        values.textOrNull(Setting.ACCESS_TOKEN_ISSUER, TextRules::isStringOrUri, REMEDY),
        values.textOrNull(Setting.ACCESS_TOKEN_AUDIENCE, TextRules::isStringOrUri, REMEDY),
        values.duration(Setting.ACCESS_TOKEN_CLOCK_SKEW, Duration.ZERO, Duration.ofMinutes(10)));
  }
}
