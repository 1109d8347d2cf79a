package dev.cloakroom.client;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which hosts a cookie's domain is for (<a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.1.3">RFC
 * 6265bis §5.1.3</a>). Hosts are compared in lower case; an address is for itself only.
 */
final class CookieHost {
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

  private CookieHost() {}

  /**
   * The host of an address, in lower case.
   *
   * @throws IllegalArgumentException if it has none
   */
  static String of(URI uri) {
    String host = uri.getHost();
    if (host == null) {
      throw new IllegalArgumentException("The address has no host name that Java can read");
    }
    return host.toLowerCase(Locale.ROOT);
  }

  /** Whether a host is the domain or below it. */
  static boolean isWithin(String host, String domain) {
    return host.equals(domain)
        || (host.endsWith("." + domain) && !domain.isEmpty() && !isAddress(host));
  }

  /** Whether a host is an IPv4 or an IPv6 address. */
  static boolean isAddress(String host) {
    return host.startsWith("[") || IPV4.matcher(host).matches();
  }
}
