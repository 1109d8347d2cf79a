package dev.cloakroom.http;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cookie that somebody else set, a container or an application, read from its {@code Set-Cookie}
 * header so that attributes can be added. It is read as a browser reads it (<a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.6">RFC
 * 6265bis §5.6</a>): any order, any case, of a repeated attribute the last one. Nothing else is
 * lost, and what is written has each attribute once.
 *
 * @param pair the text before the first semicolon, name and value, unchanged
 */
public record GuardedCookie(String pair, CookieAttributes attributes) {

  /** Reads a {@code Set-Cookie} header's value; any text is accepted. */
  public static GuardedCookie parse(String setCookieHeader) {
    int end = Grammar.nextOrEnd(setCookieHeader, ';', 0);
    String pair = Grammar.trim(setCookieHeader.substring(0, end));
    return new GuardedCookie(pair, CookieAttributes.parse(setCookieHeader.substring(end)));
  }

  /** The name that a {@code Set-Cookie} header sets; empty for one without a name. */
  public static String name(String setCookieHeader) {
    String pair = setCookieHeader.substring(0, Grammar.nextOrEnd(setCookieHeader, ';', 0));
    return Grammar.trim(pair.substring(0, Math.max(0, pair.indexOf('='))));
  }

  /**
   * The name by which a server reads the cookie when it is sent back. One without a name is sent
   * back as its value alone, which has a name if there is an equals sign in it.
   */
  public static String sentName(String setCookieHeader) {
    String name = name(setCookieHeader);
    int equals = setCookieHeader.indexOf('=');
    return name.isEmpty() && equals >= 0 ? name(setCookieHeader.substring(equals + 1)) : name;
  }

  /**
   * Whether two {@code Set-Cookie} headers set one cookie: of the same name, domain and path (RFC
   * 6265bis §5.7). One without a path is taken for the same: its path is that of the request.
   */
  public static boolean isSame(String oneHeader, String otherHeader) {
    if (!name(oneHeader).equals(name(otherHeader))) {
      return false;
    }
    CookieAttributes one = parse(oneHeader).attributes();
    CookieAttributes other = parse(otherHeader).attributes();
    boolean pathsKnown = one.has(CookieAttributes.PATH) && other.has(CookieAttributes.PATH);
    return !pathsKnown || scope(one).equals(scope(other));
  }

  private static String scope(CookieAttributes attributes) {
    String domain = Objects.requireNonNullElse(attributes.value(CookieAttributes.DOMAIN), "");
    return domain.toLowerCase(Locale.ROOT) + " " + attributes.value(CookieAttributes.PATH);
  }

  /** The cookie's name; empty for one without a name. */
  public String name() {
    return name(pair);
  }

  /** This cookie for encrypted connections only. */
  public GuardedCookie secure() {
    return with(CookieAttributes.SECURE, null);
  }

  /** This cookie out of the reach of scripts. */
  public GuardedCookie httpOnly() {
    return with(CookieAttributes.HTTP_ONLY, null);
  }

  /** This cookie with a rule for requests that another site caused, whatever it had before. */
  public GuardedCookie sameSite(SameSite sameSite) {
    return with(CookieAttributes.SAME_SITE, sameSite.text());
  }

  /** This cookie apart for each site whose pages have it sent. */
  public GuardedCookie partitioned() {
    return with("Partitioned", null);
  }

  /** The header's value, the secret included. */
  public String headerValue() {
    return attributes.after(pair);
  }

  @Override
  public String toString() {
    return attributes.after(name() + "=***");
  }

  private GuardedCookie with(String attribute, @Nullable String value) {
    return new GuardedCookie(pair, attributes.with(attribute, value));
  }
}
