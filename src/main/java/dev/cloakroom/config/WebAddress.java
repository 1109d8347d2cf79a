package dev.cloakroom.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Addresses that the application itself sends requests to. */
public final class WebAddress {
  /** Names and addresses of this machine, as a URL has them. */
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final int LONGEST = 2048;

  private WebAddress() {}

  /**
   * Whether a text is a URL that may be fetched: absolute, with a host, without user and fragment,
   * by HTTPS; by HTTP from this machine, or where that is allowed.
   */
  public static boolean isFetched(String text, PlainHttp plainHttp) {
    return parse(text)
        .filter(uri -> uri.getHost() != null && uri.getPort() <= 65_535 && uri.getPort() != 0)
        .filter(uri -> uri.getRawUserInfo() == null && uri.getRawFragment() == null)
        .filter(uri -> isSafe(uri, plainHttp))
        .isPresent();
  }

  private static boolean isSafe(URI uri, PlainHttp plainHttp) {
    return (plainHttp == PlainHttp.ALLOW_FORGERY && isOf("http", uri)) || isPrivate(uri);
  }

  /** Whether nobody on the way can read what is sent to a URL that has a host. */
  static boolean isPrivate(URI uri) {
    return isOf("https", uri)
        || (isOf("http", uri) && LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT)));
  }

  private static boolean isOf(String scheme, URI uri) {
    return scheme.equalsIgnoreCase(uri.getScheme());
  }

  private static Optional<URI> parse(String text) {
    try {
      return text.length() > LONGEST
          ? Optional.empty()
          : Optional.of(new URI(text)).filter(URI::isAbsolute);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
