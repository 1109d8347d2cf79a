package dev.cloakroom.session;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.MacKey;
import dev.cloakroom.store.RefreshChain;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token as shown: {@code <session id>.<counter>.<mac>}. The mac is derived from the id,
 * the counter and the session's salt, so a token can be made again but not made up, and none is
 * stored.
 *
 * @param sessionId names the session
 * @param counter its number in the chain
 * @param mac what proves it, as shown
 */
record RefreshToken(String sessionId, long counter, String mac) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9_-]{22})\\.([1-9][0-9]{0,17})\\.([A-Za-z0-9_-]{43})");

  /** The token that a text spells, or null if it cannot be one. */
  static @Nullable RefreshToken parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? new RefreshToken(form.group(1), Long.parseLong(form.group(2)), form.group(3))
        : null;
  }

  /** The token in force of a session. */
  static String inForce(MacKey key, String sessionId, RefreshChain chain) {
    return sessionId
        + "."
        + chain.counter()
        + "."
        + Base64Url.encode(key.mac(parts(sessionId, chain.counter(), chain.salt())));
  }

  /** Whether we gave it out for the session with this salt, however long ago. */
  boolean isGenuine(MacKey key, String salt) {
    byte[] shown = Base64Url.decode(mac).orElse(new byte[0]);
    return key.verify(shown, parts(sessionId, counter, salt));
  }

  private static byte[][] parts(String sessionId, long counter, String salt) {
    return new byte[][] {ascii(sessionId), ascii(Long.toString(counter)), ascii(salt)};
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "RefreshToken[" + sessionId + "." + counter + ".***]";
  }
}
