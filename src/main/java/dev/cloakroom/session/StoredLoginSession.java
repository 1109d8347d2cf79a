package dev.cloakroom.session;

import dev.cloakroom.BearerTokens;
import dev.cloakroom.LoginSession;
import dev.cloakroom.config.RotationSettings;
import dev.cloakroom.store.Assurance;
import dev.cloakroom.store.RefreshChain;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.TicketState;
import dev.cloakroom.store.TicketState.Persistence;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A login session as it was when it was read. Immutable and safe to share; {@link #rotate} changes
 * the stored session, not this snapshot.
 */
public final class StoredLoginSession implements LoginSession, SessionLookup {
  private final SessionRecord record;
  private final Instant readAt;
  private final SessionEnvironment sessions;
  private final Assurance elevation;

  StoredLoginSession(SessionRecord record, Instant readAt, SessionEnvironment sessions) {
    this(record, readAt, sessions, Assurance.NONE);
  }

  private StoredLoginSession(
      SessionRecord record, Instant readAt, SessionEnvironment sessions, Assurance elevation) {
    this.record = record;
    this.readAt = readAt;
    this.sessions = sessions;
    this.elevation = elevation;
  }

  /** The session of whoever holds the ticket, with what they have proven since the login. */
  StoredLoginSession ofTicket() {
    return elevatedBy(record.ticket().elevation());
  }

  /** The session of whoever holds the refresh token. */
  StoredLoginSession ofTokens() {
    RefreshChain chain = record.refresh();
    return elevatedBy(chain == null ? Assurance.NONE : chain.elevation());
  }

  /** The session with all that any of its credentials' holders has proven: to be looked at. */
  StoredLoginSession ofAll() {
    return elevatedBy(record.ticket().elevation().and(ofTokens().elevation));
  }

  /**
   * The session of whoever has proven this, as a token of it states.
   *
   * @param moments when each level was proven last, by the level
   * @param methods how, as RFC 8176 names it
   */
  public StoredLoginSession elevatedBy(Map<Integer, Instant> moments, Set<String> methods) {
    return elevatedBy(new Assurance(moments, methods));
  }

  StoredLoginSession elevatedBy(Assurance proven) {
    return proven.equals(elevation)
        ? this
        : new StoredLoginSession(record, readAt, sessions, proven);
  }

  /** What was proven since the login; none, if nothing was. */
  Assurance elevation() {
    return elevation;
  }

  private Assurance assurance() {
    return Assurance.of(record.login()).and(elevation);
  }

  /**
   * Whether a level, or one above, was proven not too long before now. What was proven later, by
   * the clock of another node, is proven now, and no younger than that.
   *
   * @param within how old the proof may be, of which none is so young as zero; null for any age
   */
  public boolean hasProven(int level, @Nullable Duration within) {
    Instant at = assurance().provenAt(level);
    return at != null && (within == null || isWithin(within, at, sessions.clock().instant()));
  }

  private static boolean isWithin(Duration age, Instant provenAt, Instant now) {
    Instant latest = provenAt.isAfter(now) ? now : provenAt;
    return now.isBefore(latest.plus(age));
  }

  /** Whether its ticket is to be replaced in the request that brought it. */
  public boolean isRotationDue() {
    return record.ticket().isRotationDue(readAt, sessions.settings().rotation().interval());
  }

  /**
   * Whether it has neither ended nor run out since it was read. Asking is no use of it.
   *
   * @throws dev.cloakroom.StoreUnavailableException if the store failed
   */
  public boolean isStillLive() {
    SessionRecord found = sessions.store().find(id());
    // Another node may have prolonged it a moment ago; but what has ended stays ended.
    return found != null && found.end() == null && (isLive(found) || isLive(latest()));
  }

  private @Nullable SessionRecord latest() {
    return sessions.store().findLatest(id());
  }

  private boolean isLive(@Nullable SessionRecord found) {
    return found != null && found.isLiveAt(sessions.clock().instant());
  }

  /** What may be signed of it beside a ticket. */
  public Statement statement(Ticket ticket) {
    return isInForce(ticket) ? Statement.of(record) : Statement.beforeItIsShown(record);
  }

  /**
   * Whether a ticket is the one in force and stays it for a while, so that an answer that brings it
   * once more, and is late, does not put it in the place of its successor.
   */
  boolean isSettled(Ticket ticket) {
    RotationSettings rotation = sessions.settings().rotation();
    TicketState state = record.ticket();
    return !state.secrets().isSucceeded()
        && !state.isRotationDue(readAt.plus(rotation.foresight()), rotation.interval())
        && isInForce(ticket);
  }

  private boolean isInForce(Ticket ticket) {
    return record.ticket().secrets().inForce().hash().matches(ticket.secret().text());
  }

  /** Whether what came signed with a ticket is what this session is. */
  boolean isAsStated(Ticket ticket) {
    Statement stated = ticket.statement();
    return stated != null && stated.isOf(record);
  }

  /** Until when the client keeps the ticket; null if only until its browser is closed. */
  public @Nullable Instant ticketPersistsUntil() {
    TicketState ticket = record.ticket();
    return ticket.persistence() == Persistence.PERSISTENT ? ticket.limits().endsAt() : null;
  }

  @Override
  public boolean isAnonymous() {
    return false;
  }

  @Override
  public String id() {
    return record.id();
  }

  @Override
  public String callerName() {
    return record.login().callerName();
  }

  @Override
  public Set<String> groups() {
    return record.login().groups();
  }

  @Override
  public Set<String> authenticationMethods() {
    return elevation.isNone() ? record.login().methods() : assurance().methods();
  }

  @Override
  public Instant createdAt() {
    return record.login().at();
  }

  @Override
  public Instant lastSeenAt() {
    return record.lastSeenAt();
  }

  @Override
  public Instant expiresAt() {
    return record.endsAt();
  }

  @Override
  public String address() {
    return record.login().client().address();
  }

  @Override
  public String userAgent() {
    return record.login().client().userAgent();
  }

  @Override
  public boolean isFresh() {
    Instant at = authenticatedAt(Assurance.OF_LOGIN);
    return readAt.isBefore(at.plus(sessions.settings().freshDuration()));
  }

  @Override
  public int level() {
    return assurance().level();
  }

  @Override
  public Instant authenticatedAt(int level) {
    return Objects.requireNonNullElse(assurance().provenAt(level), Instant.EPOCH);
  }

  /** Of a session that is listed nobody has proven anything just now. */
  @Override
  public Optional<BearerTokens> elevate(int level, String... methods) {
    throw new IllegalStateException(
        "Only the login session of the current request is elevated: have LoginSession injected.");
  }

  /** Has the ticket replaced when it is next used; who holds it can do so at once. */
  @Override
  public void rotate() {
    sessions.update(id(), StoredLoginSession::due);
  }

  private static @Nullable SessionRecord due(SessionRecord current) {
    return current.end() == null ? current.rotationDue() : null;
  }

  @Override
  public String toString() {
    return "LoginSession[" + id() + "]";
  }
}
