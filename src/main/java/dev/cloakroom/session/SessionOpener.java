package dev.cloakroom.session;

import static java.lang.System.Logger.Level.WARNING;

import dev.cloakroom.config.RefreshSettings;
import dev.cloakroom.config.RememberSettings;
import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.crypto.Secret;
import dev.cloakroom.event.Device;
import dev.cloakroom.event.LoggedIn;
import dev.cloakroom.session.NewLogin.Handout;
import dev.cloakroom.store.Limits;
import dev.cloakroom.store.Login;
import dev.cloakroom.store.RefreshChain;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.TicketState;
import dev.cloakroom.store.TicketState.Persistence;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Opens a login session for a caller who has just proved who they are: always a new id and new
 * secrets, whatever the client brought along. Safe for use by several threads.
 */
public final class SessionOpener {
  private static final System.Logger LOG = System.getLogger("dev.cloakroom.session");
  private static final int SALT_BYTES = 16;

  private final SessionEnvironment sessions;
  private final RandomIds random;
  private final RefreshTokens refreshTokens;
  private final SessionLimit limit;
  private final Lifetimes lifetimes;

  /**
   * How long the credentials of a new session live, beside {@code SessionSettings}.
   *
   * @param remember the ticket of a caller who asked to be remembered
   * @param refresh the refresh tokens
   */
  public record Lifetimes(RememberSettings remember, RefreshSettings refresh) {}

  /** Opens sessions in this environment. */
  public SessionOpener(
      SessionEnvironment sessions,
      RandomIds random,
      RefreshTokens refreshTokens,
      Lifetimes lifetimes) {
    this.sessions = sessions;
    this.random = random;
    this.refreshTokens = refreshTokens;
    this.limit = new SessionLimit(sessions, new SessionEnder(sessions));
    this.lifetimes = lifetimes;
  }

  /**
   * Why a session would not be opened now, as far as can be told without opening it; null if
   * nothing is known. Whoever uses something up for a login asks before.
   */
  public @Nullable OpenRefusal foreseen(NewLogin asked) {
    String callerName = asked.login().callerName();
    if (isUnstorable(callerName)) {
      return OpenRefusal.UNSTORABLE_NAME;
    }
    return limit.isFull(callerName, asked.replaced()) ? OpenRefusal.TOO_MANY : null;
  }

  /** Opens a session, or says why not. It does not {@link #announce} it. */
  public OpenOutcome open(NewLogin asked) {
    Login login = asked.login();
    return isUnstorable(login.callerName()) ? OpenRefusal.UNSTORABLE_NAME : stored(asked, login);
  }

  private boolean isUnstorable(String callerName) {
    if (sessions.store().canKeep(callerName)) {
      return false;
    }
    LOG.log(
        WARNING,
        "A login is refused: the store of login sessions cannot keep the caller''s name, of {0}"
            + " characters. A shared store keeps names of at most 255, without U+0000 and without"
            + " half a surrogate pair. Have the identity store give another name.",
        callerName.length());
    return true;
  }

  private OpenOutcome stored(NewLogin asked, Login login) {
    String id = random.sessionId();
    Secret secret = sessions.tickets().next(id, asked.opensAt());
    RefreshChain chain = asked.handout() == Handout.COOKIE ? null : chain(asked);
    SessionRecord record =
        SessionRecord.begin(id, login, ticket(asked, secret), chain).beginningWith(asked.kept());
    if (!sessions.store().create(record)) {
      return OpenRefusal.ENDED;
    }
    if (!limit.admits(record, asked.replaced())) {
      return OpenRefusal.TOO_MANY;
    }
    return opened(record, secret, asked.device());
  }

  private TicketState ticket(NewLogin asked, Secret secret) {
    Limits limits = ticketLimits(asked.persistence(), asked.opensAt());
    return TicketState.issued(secret.hash(), asked.opensAt(), limits, asked.persistence())
        .beginningWith(asked.proven());
  }

  private OpenedSession opened(SessionRecord record, Secret secret, Device device) {
    RefreshChain chain = record.refresh();
    return new OpenedSession(
        sessions.snapshot(record, record.lastSeenAt()).ofTicket(),
        new Ticket(record.id(), secret),
        chain == null ? null : refreshTokens.inForce(record.id(), chain),
        event(record, device));
  }

  /** Tells of a session that was opened. */
  public void announce(OpenedSession opened) {
    sessions.events().accept(opened.event());
  }

  private static LoggedIn event(SessionRecord record, Device device) {
    Login login = record.login();
    String address = login.client().address();
    return new LoggedIn(record.id(), login.callerName(), address, device, record.lastSeenAt());
  }

  private Limits ticketLimits(Persistence persistence, Instant now) {
    return persistence == Persistence.PERSISTENT
        ? limits(lifetimes.remember().idleTimeout(), lifetimes.remember().absoluteTimeout(), now)
        : limits(sessions.settings().idleTimeout(), sessions.settings().absoluteTimeout(), now);
  }

  private RefreshChain chain(NewLogin asked) {
    Instant now = asked.opensAt();
    RefreshSettings refresh = lifetimes.refresh();
    Limits limits = limits(refresh.idleTimeout(), refresh.absoluteTimeout(), now);
    return RefreshChain.begun(Base64Url.encode(random.salt(SALT_BYTES)), now, limits)
        .beginningWith(asked.proven());
  }

  private static Limits limits(Duration idle, Duration absolute, Instant now) {
    return new Limits(idle, now.plus(absolute));
  }
}
