package dev.cloakroom.session;

import org.jspecify.annotations.Nullable;

/** How a ticket is written in the session cookie. Implementations are safe for several threads. */
public interface TicketSpelling {

  /** The bare ticket and nothing else. */
  TicketSpelling OPAQUE =
      new TicketSpelling() {
        @Override
        public String spell(StoredLoginSession session, Ticket ticket, int room) {
          return ticket.text();
        }

        @Override
        public @Nullable Ticket read(String text) {
          return Ticket.parse(text);
        }

        @Override
        public boolean statesSessions() {
          return false;
        }

        @Override
        public boolean isOutdated(StoredLoginSession session, Ticket ticket) {
          return false;
        }
      };

  /**
   * The cookie's value.
   *
   * @param room the number of characters that a cookie can hold; what is longer is written as the
   *     bare ticket
   */
  String spell(StoredLoginSession session, Ticket ticket, int room);

  /**
   * The ticket that a cookie's value spells, with what is signed in it; null if it cannot be one.
   */
  @Nullable Ticket read(String text);

  /** Whether it writes what the session is, too, where there is room. */
  default boolean statesSessions() {
    return true;
  }

  /** Whether what came with the ticket is no longer what the session is. */
  default boolean isOutdated(StoredLoginSession session, Ticket ticket) {
    return !session.isAsStated(ticket) && session.isSettled(ticket);
  }
}
