package dev.cloakroom.session;

import dev.cloakroom.crypto.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a session cookie carries: {@code <session id>.<secret>}, 128 random bits that find the login
 * session and 256 that prove it.
 *
 * @param sessionId names the session; no secret
 * @param secret proves it; only its hash is stored
 */
public record Ticket(String sessionId, Secret secret) {
  private static final int ID_LENGTH = 22;
  private static final int LENGTH = ID_LENGTH + 1 + 43;

  /** The ticket that a text spells, or null if it cannot be one. */
  public static @Nullable Ticket parse(String text) {
    if (text.length() != LENGTH || text.charAt(ID_LENGTH) != '.') {
      return null;
    }
    return new Ticket(text.substring(0, ID_LENGTH), new Secret(text.substring(ID_LENGTH + 1)));
  }

  /** The text to give to the client, and to nobody else. */
  public String text() {
    return sessionId + "." + secret.text();
  }

  @Override
  public String toString() {
    return "Ticket[" + sessionId + ".***]";
  }
}
