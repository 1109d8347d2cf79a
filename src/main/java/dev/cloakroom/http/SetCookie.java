package dev.cloakroom.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A cookie of ours as a {@code Set-Cookie} header writes it (<a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-4.1.1">RFC
 * 6265bis §4.1.1</a>). Each method but {@link #headerValue()} gives a changed copy.
 *
 * <p>A name, value or attribute outside the grammar is an {@link IllegalArgumentException} at once;
 * attributes that contradict each other are an {@link IllegalStateException} when the header is
 * written. No message and no {@code toString} contains the value.
 */
public record SetCookie(String name, String value, CookieAttributes attributes) {

  /** What a browser keeps at most of name and value together, in bytes (RFC 6265bis §5.6). */
  public static final int MAX_BYTES = 4096;

  /** What a browser keeps a cookie at most, however long it was asked to (RFC 6265bis §5.5). */
  public static final Duration MAX_AGE = Duration.ofDays(400);

  private static final int MAX_ATTRIBUTE_BYTES = 1024;

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  public SetCookie {
    require(Grammar.isToken(name), "A cookie's name must be a token (RFC 9110 §5.6.2)");
    requireFor(name, isValue(value), "its value has a character that RFC 6265bis §4.1.1 excludes");
    int size = name.length() + value.length();
    requireFor(name, size <= MAX_BYTES, "name and value have " + size + " bytes, allowed are 4096");
  }

  /**
   * A cookie without attributes: it lasts until the browser is closed.
   *
   * @throws IllegalArgumentException if the name is no token, the value has a character that is no
   *     {@code cookie-octet}, or both together have more than {@link #MAX_BYTES} bytes
   */
  public static SetCookie of(String name, String value) {
    return new SetCookie(name, value, CookieAttributes.NONE);
  }

  /**
   * A cookie that makes the browser forget the one of that name. It must be given the same path and
   * domain, and the attributes that the name's prefix demands.
   */
  public static SetCookie expired(String name) {
    return of(name, "").lasting(0, Instant.EPOCH);
  }

  /**
   * This cookie, kept for a time. Writes {@code Max-Age} and {@code Expires} both, in this order:
   * Java's {@code CookieManager} takes a cookie with {@code Max-Age} alone for one of RFC 2965.
   *
   * @param age from zero on, in whole seconds; more than {@link #MAX_AGE} becomes that
   * @param now the moment from which the age counts
   */
  public SetCookie maxAge(Duration age, Instant now) {
    requireFor(name, !age.isNegative(), "its Max-Age is negative");
    Duration kept = age.compareTo(MAX_AGE) > 0 ? MAX_AGE : age;
    return lasting(kept.toSeconds(), kept.isZero() ? Instant.EPOCH : now.plus(kept));
  }

  private SetCookie lasting(long seconds, Instant end) {
    return with(
        attributes
            .without(CookieAttributes.EXPIRES)
            .with(CookieAttributes.MAX_AGE, Long.toString(seconds))
            .with(CookieAttributes.EXPIRES, HTTP_DATE.format(end)));
  }

  /** This cookie for the path and all below it. */
  public SetCookie path(String path) {
    requireFor(name, path.startsWith("/"), "its Path must begin with a slash");
    requireAttribute(CookieAttributes.PATH, path);
    return with(attributes.with(CookieAttributes.PATH, path));
  }

  /** This cookie for a domain and all its subdomains. */
  public SetCookie domain(String domain) {
    boolean host = domain.chars().allMatch(c -> Grammar.isAlphanumeric(c) || c == '-' || c == '.');
    requireFor(name, host && !domain.isEmpty(), "its Domain must be a host name");
    requireAttribute(CookieAttributes.DOMAIN, domain);
    return with(attributes.with(CookieAttributes.DOMAIN, domain));
  }

  /** This cookie for encrypted connections only. */
  public SetCookie secure() {
    return with(attributes.with(CookieAttributes.SECURE, null));
  }

  /** This cookie out of the reach of scripts. */
  public SetCookie httpOnly() {
    return with(attributes.with(CookieAttributes.HTTP_ONLY, null));
  }

  /** This cookie with a rule for requests that another site caused. */
  public SetCookie sameSite(SameSite sameSite) {
    return with(attributes.with(CookieAttributes.SAME_SITE, sameSite.text()));
  }

  /** This cookie with an attribute that is none of the others; a flag has an empty value. */
  public SetCookie attribute(String attribute, String text) {
    requireFor(name, Grammar.isToken(attribute), "the name of an attribute must be a token");
    requireAttribute(attribute, text);
    return with(attributes.with(attribute, text.isEmpty() ? null : text));
  }

  /** Whether there can be such a cookie, on the terms of {@link #of}. */
  public static boolean isPossible(String name, String value) {
    return isValue(value) && name.length() + value.length() <= MAX_BYTES;
  }

  /**
   * The header's value, the secret included.
   *
   * @throws IllegalStateException if the name has a prefix that its attributes do not keep (RFC
   *     6265bis §4.1.3), or it is {@code SameSite=None} without {@code Secure} (§5.7)
   */
  public String headerValue() {
    CookiePrefix.of(name).check(this);
    boolean crossSite = SameSite.NONE.text().equals(attributes.value(CookieAttributes.SAME_SITE));
    if (crossSite && !attributes.has(CookieAttributes.SECURE)) {
      throw new IllegalStateException("Cookie " + name + ": SameSite=None needs Secure; add it");
    }
    return attributes.after(name + "=" + value);
  }

  @Override
  public String toString() {
    return attributes.after(name + "=***");
  }

  private SetCookie with(CookieAttributes changed) {
    return new SetCookie(name, value, changed);
  }

  private void requireAttribute(String attribute, String text) {
    boolean allowed = Grammar.isPrintableAscii(text) && text.indexOf(';') < 0;
    requireFor(name, allowed, "its " + attribute + " must be printable ASCII without a semicolon");
    boolean small = text.getBytes(StandardCharsets.UTF_8).length <= MAX_ATTRIBUTE_BYTES;
    requireFor(name, small, "its " + attribute + " has more than 1024 bytes (RFC 6265bis §5.6)");
  }

  /** {@code *cookie-octet / ( DQUOTE *cookie-octet DQUOTE )}. */
  private static boolean isValue(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    String octets = quoted ? value.substring(1, value.length() - 1) : value;
    return octets.chars().allMatch(c -> c > ' ' && c <= '~' && "\",;\\".indexOf(c) < 0);
  }

  private static void requireFor(String name, boolean condition, String message) {
    require(condition, "Cookie " + name + ": " + message);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
