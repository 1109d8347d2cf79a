package dev.cloakroom.config;

import org.jspecify.annotations.Nullable;

/**
 * Where the keys come from.
 *
 * @param location a file, a directory or a class path resource with the signing keys; null to
 *     generate them
 * @param secret what the symmetric keys are derived from; null to derive them from the signing key
 */
public record KeySettings(@Nullable String location, @Nullable KeySecret secret) {

  /** Whether keys are given, so that what is made by them can be read after the next start. */
  public boolean areKept() {
    return location != null || secret != null;
  }

  static KeySettings read(SettingValues values) {
    String secret =
        values.textOrNull(
            Setting.KEYS_SECRET,
            text -> KeySecret.decode(text).isPresent(),
            "Make one with: openssl rand -base64 32");
    return new KeySettings(
        values.textOrNull(Setting.KEYS_LOCATION),
        secret == null ? null : KeySecret.decode(secret).orElse(null));
  }
}
