package dev.cloakroom.session;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a genuine token of another issuer says of the login that it comes from.
 *
 * @param id names that login, whichever of its tokens is shown; never the id of a session of ours
 * @param credential the token
 * @param callerName as it is said to the application, never that of a caller of ours unless the
 *     settings share the names
 * @param groups the caller's
 * @param methods how the caller proved who they are (RFC 8176); empty where it does not say
 * @param authenticatedAt when they did; null where it does not say
 */
public record ForeignLogin(
    String id,
    Credential credential,
    String callerName,
    Set<String> groups,
    Set<String> methods,
    @Nullable Instant authenticatedAt) {

  /** Whether an id is of such a login: it has a colon, and no id of ours has. */
  static boolean isId(String id) {
    return id.indexOf(':') >= 0;
  }

  /** Copies what could change. */
  public ForeignLogin {
    groups = Set.copyOf(groups);
    methods = Set.copyOf(methods);
  }

  /**
   * The token itself.
   *
   * @param issuer who issued it
   * @param id its own id, which the issuer gives once; null where it has none
   * @param issuedAt in whole seconds
   * @param expiresAt when its own time is over
   * @param taken how long it is taken here
   */
  public record Credential(
      String issuer, @Nullable String id, Instant issuedAt, Instant expiresAt, Taken taken) {}

  /**
   * How long a token is taken.
   *
   * @param expiresAt when its time is over, or what the settings allow of it
   * @param until the first moment at which it is refused, since clocks differ
   */
  public record Taken(Instant expiresAt, Instant until) {}
}
