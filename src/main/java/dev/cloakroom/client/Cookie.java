package dev.cloakroom.client;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cookie that a client keeps. Immutable.
 *
 * @param name empty for a cookie that came without one
 * @param value as it is sent; a secret, as a rule
 * @param scope where it is sent
 * @param end when it ends; null for one that lasts as long as the client
 */
public record Cookie(String name, String value, Scope scope, @Nullable Instant end) {

  /**
   * Where a cookie is sent.
   *
   * @param domain the host, in lower case, or what hosts are below
   * @param reach whether the domain is one host or all below it
   * @param path the path, and all below it
   * @param secure whether over secure connections only
   */
  public record Scope(String domain, Reach reach, String path, boolean secure) {

    boolean includes(String host, String requested) {
      boolean ofHost =
          reach == Reach.ONE_HOST ? host.equals(domain) : CookieHost.isWithin(host, domain);
      return ofHost && CookiePath.isWithin(requested, path);
    }
  }

  /** How far a cookie's domain reaches. */
  public enum Reach {
    /** One host: the cookie named no domain. */
    ONE_HOST,
    /** The domain and all below it. */
    DOMAIN
  }

  /** When it ends; empty for one that lasts as long as the client. */
  public Optional<Instant> endsAt() {
    return Optional.ofNullable(end);
  }

  boolean isOver(Instant now) {
    return end != null && !end.isAfter(now);
  }

  /** As a {@code Cookie} header has it. */
  String pair() {
    return name.isEmpty() ? value : name + "=" + value;
  }

  /** Without its value. */
  @Override
  public String toString() {
    String domain = (scope.reach() == Reach.DOMAIN ? "." : "") + scope.domain();
    return name
        + "=*** for "
        + domain
        + scope.path()
        + (scope.secure() ? ", secure" : "")
        + (end == null ? "" : ", until " + end);
  }
}
