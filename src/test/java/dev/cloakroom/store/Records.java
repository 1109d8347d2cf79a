package dev.cloakroom.store;

import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.store.TicketState.Persistence;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Session records for the tests of stores. */
public final class Records {
  public static final Duration IDLE = Duration.ofMinutes(30);
  public static final Duration ABSOLUTE = Duration.ofHours(12);
  private static final RandomIds RANDOM = new RandomIds();

  private Records() {}

  /** The record of a browser's login that begins now. */
  public static SessionRecord login(String callerName, Instant now) {
    Login login =
        new Login(
            callerName, Set.of("user"), Set.of("pwd"), now, new Client("127.0.0.1", "a browser"));
    TicketState ticket =
        TicketState.issued(
            RANDOM.secret().hash(),
            now,
            new Limits(IDLE, now.plus(ABSOLUTE)),
            Persistence.TRANSIENT);
    return SessionRecord.begin(RANDOM.sessionId(), login, ticket, null);
  }
}
