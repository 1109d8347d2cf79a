package dev.cloakroom;

import java.time.Duration;

/**
 * New tokens for a client that logs in by them, in the place of those that it has: secrets for that
 * client alone.
 *
 * @param accessToken goes into {@code Authorization: Bearer}
 * @param refreshToken buys the next ones; any earlier one is worth nothing any more
 * @param expiresIn how long the access token lasts, in whole seconds
 */
public record BearerTokens(String accessToken, String refreshToken, Duration expiresIn) {

  /** The document that {@code POST /refresh} would answer with. */
  public String json() {
    return "{\"accessToken\":\"%1$s\",\"token\":\"%1$s\",\"refreshToken\":\"%2$s\","
            .formatted(accessToken, refreshToken)
        + "\"tokenType\":\"Bearer\",\"expiresIn\":"
        + expiresIn.toSeconds()
        + "}";
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "BearerTokens[***]";
  }
}
