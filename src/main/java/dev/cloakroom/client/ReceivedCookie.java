package dev.cloakroom.client;

import dev.cloakroom.http.CookiePrefix;
import dev.cloakroom.http.Grammar;
import dev.cloakroom.http.SetCookie;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Set-Cookie} header as it was received (<a
 * href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-5.6">RFC
 * 6265bis §5.6</a>). Nothing is said yet of whether the cookie may be kept.
 *
 * @param name empty if the header has no equals sign
 */
record ReceivedCookie(String name, String value, ReceivedAttributes attributes) {

  /** Reads a header's value; empty if it is to be ignored. */
  static Optional<ReceivedCookie> parse(String header, Instant now) {
    if (hasControls(header)) {
      return Optional.empty();
    }
    int end = header.indexOf(';');
    String pair = end < 0 ? header : header.substring(0, end);
    int equals = pair.indexOf('=');
    String name = equals < 0 ? "" : Grammar.trim(pair.substring(0, equals));
    String value = Grammar.trim(pair.substring(equals + 1));
    if (name.isEmpty() && (value.isEmpty() || CookiePrefix.of(value) != CookiePrefix.NONE)) {
      return Optional.empty();
    }
    ReceivedAttributes attributes = new ReceivedAttributes(now);
    attributes.read(end < 0 ? "" : header.substring(end + 1));
    return bytes(name) + bytes(value) > SetCookie.MAX_BYTES
        ? Optional.empty()
        : Optional.of(new ReceivedCookie(name, value, attributes));
  }

  private static boolean hasControls(String text) {
    return text.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f);
  }

  /** What a header's text had on the wire: one byte for each character, unless a test wrote it. */
  private static int bytes(String text) {
    return StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)
        ? text.length()
        : text.getBytes(StandardCharsets.UTF_8).length;
  }

  @Nullable Instant expires() {
    return attributes.end();
  }

  /** Whether the name's prefix, if it has one, promises no more than the attributes keep. */
  boolean keepsItsPrefix() {
    CookiePrefix prefix = CookiePrefix.of(name);
    return (attributes.isSecure() || !prefix.demandsSecure())
        && (attributes.isHttpOnly() || !prefix.demandsHttpOnly())
        && (attributes.isForOneHost() || !prefix.demandsOneHost());
  }

  @Override
  public String toString() {
    return name + "=***";
  }
}
