package dev.cloakroom.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.MacKey;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An access token that means something to this application alone: {@code <session id>.<end of its
 * time>.<mac>}, or {@code <session id>.<end of its time>.<statement>.<mac>} where its caller has
 * proven more than the login. It says nothing else of the caller, and none is stored.
 *
 * @param sessionId names the login session
 * @param expiresAt the first moment at which it is no longer accepted, in whole seconds
 * @param statement an {@link OpaqueStatement}; empty for the login alone
 * @param mac what proves it
 */
record OpaqueToken(String sessionId, Instant expiresAt, String statement, String mac) {
  private static final Pattern FORM =
      Pattern.compile(
          "([A-Za-z0-9_-]{22})\\.([1-9][0-9]{0,10})\\.(?:([A-Za-z0-9_-]{1,1600})\\.)?"
              + "([A-Za-z0-9_-]{43})");

  static OpaqueToken of(MacKey key, String sessionId, Instant expiresAt, String statement) {
    return new OpaqueToken(
        sessionId,
        expiresAt,
        statement,
        Base64Url.encode(key.mac(parts(sessionId, expiresAt, statement))));
  }

  /** The token that a text spells, not yet trusted; empty if it cannot be one. */
  static Optional<OpaqueToken> parse(RawToken raw) {
    Matcher form = FORM.matcher(raw.text());
    if (!form.matches()) {
      return Optional.empty();
    }
    Instant expiresAt = Instant.ofEpochSecond(Long.parseLong(form.group(2)));
    String stated = form.group(3);
    return Optional.of(
        new OpaqueToken(
            form.group(1),
            expiresAt,
            stated == null ? OpaqueStatement.NOTHING : stated,
            form.group(4)));
  }

  boolean isGenuine(MacKey key) {
    return Base64Url.decode(mac)
        .filter(shown -> key.verify(shown, parts(sessionId, expiresAt, statement)))
        .isPresent();
  }

  String text() {
    String stated = statement.isEmpty() ? "" : statement + ".";
    return sessionId + "." + expiresAt.getEpochSecond() + "." + stated + mac;
  }

  /** Of the login alone as ever: two parts are no three, whatever these hold. */
  private static byte[][] parts(String sessionId, Instant expiresAt, String statement) {
    byte[] id = sessionId.getBytes(US_ASCII);
    byte[] end = Long.toString(expiresAt.getEpochSecond()).getBytes(US_ASCII);
    return statement.isEmpty()
        ? new byte[][] {id, end}
        : new byte[][] {id, end, statement.getBytes(US_ASCII)};
  }

  @Override
  public String toString() {
    return "OpaqueToken[" + sessionId + ".***]";
  }
}
