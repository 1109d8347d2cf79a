package dev.cloakroom.session;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.MacKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the ticket, a statement of its session, and an HMAC over both: {@code <ticket>.<statement>
 * .<mac>}. Where the HMAC is not ours, because the key was replaced, the ticket still counts: it
 * proves itself. Safe for use by several threads.
 */
public final class SignedSpelling implements TicketSpelling {
  private static final int MAC_LENGTH = 43;

  private final MacKey key;

  /** Signs by a key for this purpose only, the same on all nodes. */
  public SignedSpelling(MacKey key) {
    this.key = key;
  }

  @Override
  public String spell(StoredLoginSession session, Ticket ticket, int room) {
    byte[] statement = session.statement(ticket).bytes();
    String stated = ticket.text() + "." + Base64Url.encode(statement);
    if (stated.length() + 1 + MAC_LENGTH > room) {
      return ticket.text();
    }
    return stated + "." + Base64Url.encode(key.mac(ascii(ticket), statement));
  }

  @Override
  public @Nullable Ticket read(String text) {
    if (text.length() <= Ticket.LENGTH) {
      return Ticket.parse(text);
    }
    Ticket ticket = Ticket.parse(text.substring(0, Ticket.LENGTH));
    int dot = text.lastIndexOf('.');
    if (ticket == null || text.charAt(Ticket.LENGTH) != '.' || dot <= Ticket.LENGTH) {
      return null;
    }
    return ticket.stating(
        statement(ticket, text.substring(Ticket.LENGTH + 1, dot), text.substring(dot + 1)));
  }

  private @Nullable Statement statement(Ticket ticket, String statement, String mac) {
    Optional<byte[]> stated = Base64Url.decode(statement);
    Optional<byte[]> shown = Base64Url.decode(mac);
    return stated.isPresent()
            && shown.isPresent()
            && key.verify(shown.get(), ascii(ticket), stated.get())
        ? Statement.decode(ticket.sessionId(), stated.get())
        : null;
  }

  private static byte[] ascii(Ticket ticket) {
    return ticket.text().getBytes(US_ASCII);
  }
}
