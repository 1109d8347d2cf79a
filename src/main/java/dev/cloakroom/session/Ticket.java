package dev.cloakroom.session;

import dev.cloakroom.crypto.Secret;
import dev.cloakroom.crypto.SplitToken;
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
  static final int LENGTH = SplitToken.LENGTH;

  /** A ticket that comes with no statement. */
  public Ticket(String sessionId, Secret secret) {
    this(sessionId, secret, null);
  }

  /** The ticket that a text spells, or null if it cannot be one. */
  public static @Nullable Ticket parse(String text) {
    SplitToken halves = SplitToken.parse(text);
    return halves == null ? null : new Ticket(halves.selector(), halves.validator());
  }

  /** This ticket with what was signed beside it. */
  public Ticket stating(@Nullable Statement signed) {
    return new Ticket(sessionId, secret, signed);
  }

  /** The text to give to the client, and to nobody else. */
  public String text() {
    return new SplitToken(sessionId, secret).text();
  }

  @Override
  public String toString() {
    return "Ticket[" + sessionId + ".***]";
  }
}
