package dev.cloakroom.crossorigin;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The origin of a page: scheme, host and port (<a
 * href="https://www.rfc-editor.org/rfc/rfc6454#section-4">RFC 6454 §4</a>). Two are equal when all
 * three are, the scheme's default port written or not. The opaque origin {@code null} is not one of
 * them: it equals nothing, not even itself.
 *
 * @param scheme in lower case
 * @param host in lower case, an IPv6 address in brackets; as it is where the scheme is none of the
 *     web's, since browsers leave that alone (<a
 *     href="https://url.spec.whatwg.org/#host-parsing">URL §3.5</a>)
 * @param port 1 to 65535; 0 when the scheme has no default and none was given
 */
public record Origin(String scheme, String host, int port) {

  private static final int MAX_LENGTH = 512;

  private static final Pattern ORIGIN =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(" + "\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._~-]+)(.*)");

  private static final Pattern PORT = Pattern.compile(":([0-9]{1,5})");

  /**
   * Reads an {@code Origin} header's value or a configured origin; empty for {@code null} and for
   * everything else that is not exactly {@code scheme://host[:port]}.
   */
  public static Optional<Origin> parse(@Nullable String text) {
    if (text == null || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Matcher matcher = ORIGIN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
    int port = port(matcher.group(3), scheme);
    return port < 0
        ? Optional.empty()
        : Optional.of(new Origin(scheme, host(matcher.group(2), scheme), port));
  }

  private static String host(String text, String scheme) {
    return defaultPort(scheme) == 0 ? text : text.toLowerCase(Locale.ROOT);
  }

  /** Whether a {@code Host} header names this origin's host and port, read with its scheme. */
  public boolean isAt(@Nullable String hostHeader) {
    return hostHeader != null
        && parse(scheme + "://" + hostHeader).filter(this::equals).isPresent();
  }

  /** The origin as a header writes it, without a default port (RFC 6454 §6.2). */
  public String serialized() {
    String start = scheme + "://" + host;
    return port == defaultPort(scheme) ? start : start + ":" + port;
  }

  @Override
  public String toString() {
    return serialized();
  }

  private static int port(String text, String scheme) {
    if (text.isEmpty()) {
      return defaultPort(scheme);
    }
    Matcher matcher = PORT.matcher(text);
    int port = matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    return port >= 1 && port <= 65535 ? port : -1;
  }

  private static int defaultPort(String scheme) {
    return switch (scheme) {
      case "http" -> 80;
      case "https" -> 443;
      default -> 0;
    };
  }
}
