package dev.cloakroom.client;

import dev.cloakroom.http.Grammar;
import dev.cloakroom.http.SetCookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a received cookie (<a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.6">RFC
 * 6265bis §5.6</a>): of a repeated one the last that can be read counts. Others are passed over.
 * Belongs to one thread until it has been read, and is not changed afterwards.
 */
final class ReceivedAttributes {
  private static final int MAX_BYTES = 1024;
  private static final Pattern SECONDS = Pattern.compile("-?[0-9]+");
  private static final int MOST_DIGITS = 10;

  private final Instant now;
  private @Nullable Instant expires;
  private @Nullable Instant maxAge;
  private String domain = "";
  private @Nullable String path;
  private boolean secure;
  private boolean httpOnly;
  private boolean crossSite;

  ReceivedAttributes(Instant now) {
    this.now = now;
  }

  /** Reads what follows the first semicolon. */
  void read(String text) {
    int end;
    for (int start = 0; start < text.length(); start = end + 1) {
      int next = text.indexOf(';', start);
      end = next < 0 ? text.length() : next;
      readOne(text.substring(start, end));
    }
  }

  private void readOne(String text) {
    int equals = text.indexOf('=');
    String name = Grammar.trim(equals < 0 ? text : text.substring(0, equals));
    String value = equals < 0 ? "" : Grammar.trim(text.substring(equals + 1));
    if (value.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES) {
      set(name.toLowerCase(Locale.ROOT), value);
    }
  }

  private void set(String name, String value) {
    switch (name) {
      case "expires" -> CookieDate.parse(value).ifPresent(moment -> expires = atMost(moment));
      case "max-age" -> readMaxAge(value);
      case "domain" -> domain = domain(value);
      case "path" -> path = value.startsWith("/") ? value : null;
      case "secure" -> secure = true;
      case "httponly" -> httpOnly = true;
      case "samesite" -> crossSite = value.equalsIgnoreCase("none");
      default -> {
        // of no meaning for a client without pages
      }
    }
  }

  private static String domain(String value) {
    String named = value.startsWith(".") ? value.substring(1) : value;
    return named.toLowerCase(Locale.ROOT);
  }

  private void readMaxAge(String value) {
    if (SECONDS.matcher(value).matches()) {
      boolean over = value.startsWith("-") || value.chars().allMatch(c -> c == '0');
      maxAge = over ? Instant.EPOCH : atMost(now.plus(seconds(value)));
    }
  }

  private static Duration seconds(String digits) {
    return digits.length() > MOST_DIGITS
        ? SetCookie.MAX_AGE
        : Duration.ofSeconds(Long.parseLong(digits));
  }

  private Instant atMost(Instant moment) {
    Instant last = now.plus(SetCookie.MAX_AGE);
    return moment.isAfter(last) ? last : moment;
  }

  /** When the cookie ends; null if with the client. {@code Max-Age} wins over {@code Expires}. */
  @Nullable Instant end() {
    return maxAge == null ? expires : maxAge;
  }

  /** The domain without its leading dot, in lower case; empty for none. */
  String domain() {
    return domain;
  }

  /** The path; null if none was named, or none that begins with a slash. */
  @Nullable String path() {
    return path;
  }

  boolean isSecure() {
    return secure;
  }

  boolean isHttpOnly() {
    return httpOnly;
  }

  /** Whether it is {@code SameSite=None}. */
  boolean isCrossSite() {
    return crossSite;
  }

  boolean isForOneHost() {
    return domain.isEmpty() && "/".equals(path);
  }
}
