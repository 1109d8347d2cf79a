package dev.cloakroom.client;

import java.net.URI;
import java.util.Locale;

/** Scheme, host and port of an address (RFC 6454 §4): what a credential is given to. */
record Origin(String scheme, String host, int port) {

  static Origin of(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int standard = scheme.equals("https") ? 443 : 80;
    return new Origin(scheme, CookieHost.of(uri), uri.getPort() < 0 ? standard : uri.getPort());
  }

  @Override
  public String toString() {
    return scheme + "://" + host + ":" + port;
  }
}
