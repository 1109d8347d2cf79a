package dev.cloakroom.session;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a session cookie carries: {@code <session id>.<secret>}, 128 random bits that find the login
 * session and 144 that prove it.
 *
 * @param sessionId names the session; no secret
 * @param secret proves it; only its hash is stored
 * @param statement what we signed of the session when the ticket was last given out; null if it
 *     came with none that can be believed
 */
public record Ticket(String sessionId, Secret secret, @Nullable Statement statement) {
  private static final int ID_LENGTH = 22;
  static final int LENGTH = ID_LENGTH + 1 + 43;

  /** A ticket that comes with no statement. */
  public Ticket(String sessionId, Secret secret) {
    this(sessionId, secret, null);
  }

  /** The ticket that a text spells, or null if it cannot be one. */
  public static @Nullable Ticket parse(String text) {
    if (text.length() != LENGTH || text.charAt(ID_LENGTH) != '.' || !isId(text)) {
      return null;
    }
    return new Ticket(text.substring(0, ID_LENGTH), new Secret(text.substring(ID_LENGTH + 1)));
  }

  /**
   * Whether a text begins with what an id can be: a store need not be able to look up any other.
   */
  private static boolean isId(String text) {
    for (int i = 0; i < ID_LENGTH; i++) {
      if (!Base64Url.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** This ticket with what was signed beside it. */
  public Ticket stating(@Nullable Statement signed) {
    return new Ticket(sessionId, secret, signed);
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
