package dev.cloakroom.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The forms that settings of the same kind share. */
final class TextRules {

  private static final Pattern PATH =
      Pattern.compile("/|(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~!$&'()*+,=:@-]+)+/?");

  private static final Pattern HOST =
      Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z][a-z0-9-]*");

  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Pattern APP_ORIGIN =
      Pattern.compile(
          "(?!(?:https?|wss?|ftp|file|data|blob|about|javascript):)[a-z][a-z0-9+.-]*"
              + "://[A-Za-z0-9][A-Za-z0-9._-]{0,252}");

  private static final Set<String> WEB_SCHEMES = Set.of("http", "https");

  private TextRules() {}

  /** Something in ASCII that can be seen, blanks in it included (RFC 6749, appendix A). */
  static boolean isPrintable(String text) {
    return !text.isEmpty()
        && text.length() <= 1024
        && text.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  /** An absolute path without query, escapes, dot segments and empty segments. */
  static boolean isPath(String text) {
    return text.length() <= 1024 && PATH.matcher(text).matches();
  }

  /** A path without the slash at its end. */
  static String withoutTrailingSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** A path, or one with {@code /*} at its end for all below it; not all that there is. */
  static boolean isPathOrBelow(String text) {
    String path = text.endsWith("/*") ? text.substring(0, text.length() - 2) : text;
    return isPath(path) && path.length() > 1 && path.indexOf('*') < 0;
  }

  /** A path that a redirect can lead to; it may have a query, but no escapes. */
  static boolean isTarget(String text) {
    int query = text.indexOf('?');
    String path = query < 0 ? text : text.substring(0, query);
    return text.length() <= 1024
        && isPath(path)
        && text.chars().allMatch(c -> c > ' ' && c <= '~' && c != '\\' && c != '%');
  }

  /** A name that a cookie can have (RFC 9110 §5.6.2, {@code token}). */
  static boolean isToken(String text) {
    return TOKEN.matcher(text).matches();
  }

  /** A DNS name in any case; not an IP address, for which no cookie has a Domain. */
  static boolean isHost(String text) {
    return HOST.matcher(text.toLowerCase(Locale.ROOT)).matches();
  }

  /** What RFC 7519 §2 calls StringOrURI: with a colon it must be a URI. */
  static boolean isStringOrUri(String text) {
    boolean printable = text.chars().allMatch(c -> c > ' ' && c != 0x7f && c != ',');
    return printable && (text.indexOf(':') < 0 || isUri(text));
  }

  /** An origin of the web: {@code https://host} or {@code https://host:port} and nothing more. */
  static boolean isOrigin(String text) {
    if (!isUri(text)) {
      return false;
    }
    URI uri = URI.create(text);
    String scheme = uri.getScheme();
    return scheme != null
        && uri.getHost() != null
        && WEB_SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
        && uri.getPort() != 0
        && uri.getPort() <= 65535
        && text.equals(scheme + "://" + uri.getHost() + port(uri));
  }

  /**
   * An origin of the web, or that of an app's own pages or a browser's extension, such as {@code
   * capacitor://localhost}: what has a scheme of its own and is still told by its host.
   */
  static boolean isPageOrigin(String text) {
    return isOrigin(text) || APP_ORIGIN.matcher(text).matches();
  }

  private static String port(URI uri) {
    return uri.getPort() < 0 ? "" : ":" + uri.getPort();
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
