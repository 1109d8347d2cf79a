package dev.cloakroom.token;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What an access token says that was proven genuine, whoever issued it. Implementations are
 * immutable.
 */
public interface TokenContent {

  /** The token as it was received: a credential, for those only who must pass it on. */
  RawToken raw();

  /** The caller's name. */
  String callerName();

  /** The caller's groups. */
  Set<String> groups();

  /** When the token was issued ({@code iat}), in whole seconds. */
  Instant issuedAt();

  /** When the token's time is over ({@code exp}), in whole seconds and without the skew. */
  Instant expiresAt();

  /**
   * All claims by name, immutable at all depths: strings, {@code Long}, {@code BigDecimal}, {@code
   * Boolean}, {@link JsonNull}, lists and maps of these.
   */
  Map<String, Object> claims();
}
