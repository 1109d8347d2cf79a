package dev.cloakroom.crypto;

import org.jspecify.annotations.Nullable;

/**
 * Where the keys come from.
 *
 * @param location a file, a directory, a {@code file:} URL or a {@code classpath:} resource; null
 *     for a key that is generated at start and lives in memory only
 * @param secret at least 256 random bits in base64, base64url or hexadecimal, from which the
 *     symmetric keys are derived; null to derive them from the signing key
 */
public record KeySource(@Nullable String location, @Nullable String secret) {
  /** Never shows the secret. */
  @Override
  public String toString() {
    return "KeySource[location=" + location + ", secret=" + (secret == null ? "none" : "***") + "]";
  }
}
