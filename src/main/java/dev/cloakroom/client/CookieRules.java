package dev.cloakroom.client;

import dev.cloakroom.client.Cookie.Reach;
import dev.cloakroom.client.Cookie.Scope;
import dev.cloakroom.http.Grammar;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which received cookies may be kept, and for whom (<a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.7">RFC
 * 6265bis §5.7</a>). Immutable.
 *
 * @param suffixes for which domains no cookie may be
 * @param secure which connections count as secure
 */
record CookieRules(PublicSuffixes suffixes, SecureConnections secure) {

  /** The cookie that is to be kept of what an address has sent; empty if none. */
  Optional<Cookie> kept(ReceivedCookie received, URI from) {
    ReceivedAttributes attributes = received.attributes();
    Scope scope = scope(attributes, from);
    boolean refused =
        scope == null
            || (attributes.isSecure() && !secure.contains(from))
            || (attributes.isCrossSite() && !attributes.isSecure())
            || !received.keepsItsPrefix();
    return refused || scope == null
        ? Optional.empty()
        : Optional.of(new Cookie(received.name(), received.value(), scope, received.expires()));
  }

  private @Nullable Scope scope(ReceivedAttributes attributes, URI from) {
    String host = CookieHost.of(from);
    String domain = attributes.domain();
    String path = attributes.path() == null ? CookiePath.byDefault(from) : attributes.path();
    boolean ofOneHost =
        domain.isEmpty() || (domain.equals(host) && suffixes.contains(withoutDot(domain)));
    if (ofOneHost) {
      return new Scope(host, Reach.ONE_HOST, path, attributes.isSecure());
    }
    boolean allowed =
        Grammar.isPrintableAscii(domain)
            && CookieHost.isWithin(host, domain)
            && !suffixes.contains(withoutDot(domain));
    return allowed ? new Scope(domain, Reach.DOMAIN, path, attributes.isSecure()) : null;
  }

  private static String withoutDot(String domain) {
    return domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
  }
}
