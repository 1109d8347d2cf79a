package dev.cloakroom.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys come from.
 *
 * @param location a file, a directory or a class path resource with the signing keys; null for none
 * @param value the keys themselves; null for none
 * @param password that of keys in PKCS#12; null for none
 * @param secret what the symmetric keys are derived from; null to derive them from the signing key
 * @param rotateEvery how long a key signs that the nodes make and share through the store; null for
 *     keys that are given, or one that is made at the start
 * @param algorithm that of keys which are made
 */
public record KeySettings(
    @Nullable String location,
    @Nullable String value,
    @Nullable String password,
    @Nullable KeySecret secret,
    @Nullable Duration rotateEvery,
    OwnAlgorithm algorithm) {

  /** Those of keys that are not rotated through the store. */
  public static KeySettings of(@Nullable String location, @Nullable KeySecret secret) {
    return new KeySettings(location, null, null, secret, null, OwnAlgorithm.ES256);
  }

  /**
   * Whether keys are given that sign, or that a store of this kind keeps, so that tokens outlive a
   * start.
   */
  public boolean last(StoreKind store) {
    return rotateEvery == null ? location != null || value != null : store != StoreKind.MEMORY;
  }

  /** Whether keys are given, so that what is made by them can be read after the next start. */
  public boolean areKept() {
    return location != null || value != null || secret != null;
  }

  static KeySettings read(SettingValues values) {
    String secret =
        values.textOrNull(
            Setting.KEYS_SECRET,
            text -> KeySecret.decode(text).isPresent(),
            "Make one with: openssl rand -base64 32");
    return new KeySettings(
        values.textOrNull(Setting.KEYS_LOCATION),
        values.textOrNull(Setting.KEYS_VALUE),
        values.textOrNull(Setting.KEYS_PASSWORD),
        secret == null ? null : KeySecret.decode(secret).orElse(null),
        values.durationOrNull(
            Setting.KEYS_ROTATE_EVERY, Duration.ofMinutes(1), Duration.ofDays(400)),
        values.choice(Setting.KEYS_ALGORITHM, OwnAlgorithm.class));
  }

  /** Shows no key, and no password. */
  @Override
  public String toString() {
    return "KeySettings[location="
        + location
        + ", secret="
        + secret
        + ", rotateEvery="
        + rotateEvery
        + "]";
  }
}
