package dev.cloakroom.client;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Over which connections {@code Secure} cookies are taken and sent (<a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.8.3">RFC
 * 6265bis §5.8.3</a> leaves that to the client).
 */
public enum SecureConnections {
  /**
   * Those by {@code https}, and plain ones to this machine itself: {@code localhost}, 127.0.0.0/8
   * and ::1. So browsers do, which trust names below {@code localhost}, too: they look these up on
   * this machine alone, and Java asks the network.
   */
  HTTPS_AND_LOCALHOST,
  /** Those by {@code https}, and no others. */
  HTTPS;

  private static final Pattern THIS_MACHINE =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[(::|(0+:){7}0*)1\\]");

  /** Whether the connection to an address is one of these. */
  public boolean contains(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme())
        || (this == HTTPS_AND_LOCALHOST && THIS_MACHINE.matcher(CookieHost.of(uri)).matches());
  }
}
