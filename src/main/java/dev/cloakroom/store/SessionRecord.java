package dev.cloakroom.store;

import dev.cloakroom.crypto.SecretHash;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one login session. Immutable: each change makes a successor with the next
 * version, to be handed to {@link SessionStore#replace}.
 *
 * @param id the session's id, also the public half of its credentials
 * @param version 1 when created, one more with each change
 * @param login what is known of the login
 * @param lastSeenAt when any credential of it was last used, exact to the touch interval
 * @param ticket the session cookie's side
 * @param refresh the refresh token's side; null if no tokens were given out
 * @param beans what the application's beans keep with the login, each by its bean's name
 * @param end that it was ended before its time; null while it was not
 */
public record SessionRecord(
    String id,
    long version,
    Login login,
    Instant lastSeenAt,
    TicketState ticket,
    @Nullable RefreshChain refresh,
    Map<String, BeanState> beans,
    @Nullable End end) {

  public SessionRecord {
    beans = Map.copyOf(beans);
  }

  /** How long a session that is over can still be read, so that its holder can be told why. */
  public static final Duration AFTERLIFE = Duration.ofMinutes(10);

  /** No session lasts longer, so none that began before an end of all is there after it. */
  public static final Duration LONGEST = Duration.ofDays(401);

  /** The record of a login session that begins when its ticket is given out. */
  public static SessionRecord begin(
      String id, Login login, TicketState ticket, @Nullable RefreshChain refresh) {
    return new SessionRecord(id, 1, login, ticket.lastUsedAt(), ticket, refresh, Map.of(), null);
  }

  /** This record, of a session that begins, with what is kept of its caller. */
  public SessionRecord beginningWith(Map<String, BeanState> state) {
    return state.isEmpty()
        ? this
        : new SessionRecord(id, version, login, lastSeenAt, ticket, refresh, state, end);
  }

  /** The first moment at which no credential of the session is accepted any more. */
  public Instant expiresAt() {
    Instant byTicket = ticket.expiresAt();
    if (refresh == null || refresh.expiresAt().isBefore(byTicket)) {
      return byTicket;
    }
    return refresh.expiresAt();
  }

  /** When the session is over however much it is used. */
  public Instant endsAt() {
    Instant byTicket = ticket.limits().endsAt();
    if (refresh == null || refresh.limits().endsAt().isBefore(byTicket)) {
      return byTicket;
    }
    return refresh.limits().endsAt();
  }

  /** The moment after which a store drops the record. */
  public Instant keptUntil() {
    return (end == null ? expiresAt() : end.at()).plus(AFTERLIFE);
  }

  /** Whether it is neither ended nor run out at a moment. */
  public boolean isLiveAt(Instant now) {
    return end == null && now.isBefore(expiresAt());
  }

  /** The successor after its ticket was used. */
  public SessionRecord ticketUsed(Instant now) {
    return next(login, now, ticket.usedAt(now), refresh);
  }

  /** The successor after a token of it was used. */
  public SessionRecord seen(Instant now) {
    return next(login, now, ticket, refresh);
  }

  /** The successor whose ticket is given a new secret, which counts once it is shown. */
  public SessionRecord offering(SecretHash fresh, Instant now) {
    return next(login, now, ticket.offering(fresh, now), refresh);
  }

  /**
   * The successor after a secret that was offered came back: it is in force, and the one before it
   * honoured during the grace.
   *
   * @throws java.util.NoSuchElementException if it was not offered
   */
  public SessionRecord takenUp(SecretHash shown, Instant now, Duration grace) {
    return next(login, now, ticket.takenUp(shown, now, grace), refresh);
  }

  /** The successor whose ticket is to be replaced when it is next used. */
  public SessionRecord rotationDue() {
    return next(login, lastSeenAt, ticket.due(), refresh);
  }

  /** The successor whose caller has other groups, its ticket due for replacement. */
  public SessionRecord regrouped(Set<String> groups) {
    return next(login.withGroups(groups), lastSeenAt, ticket.due(), refresh);
  }

  /**
   * The successor whose refresh token is the next one.
   *
   * @throws IllegalStateException if no tokens were given out for this session
   */
  public SessionRecord refreshed(Instant now) {
    return next(login, now, ticket, chain().moved(now));
  }

  /**
   * The successor whose ticket has a new secret, in force at once and alone.
   *
   * @param proven all that the ticket's holder has proven since the login
   */
  public SessionRecord ticketElevated(SecretHash fresh, Instant now, Assurance proven) {
    return next(login, now, ticket.elevated(fresh, now, proven), refresh);
  }

  /**
   * The successor whose refresh token is a new one, and none of those before it genuine.
   *
   * @param salt the new salt
   * @param proven all that the tokens' holder has proven since the login
   * @throws IllegalStateException if no tokens were given out for this session
   */
  public SessionRecord tokensElevated(String salt, Instant now, Assurance proven) {
    return next(login, now, ticket, chain().elevated(salt, now, proven));
  }

  private RefreshChain chain() {
    if (refresh == null) {
      throw new IllegalStateException("login session " + id + " has no refresh tokens");
    }
    return refresh;
  }

  /** The successor with which beans keep what is given for them, and the others what they kept. */
  public SessionRecord keeping(Map<String, BeanState> changed) {
    Map<String, BeanState> all = new HashMap<>(beans);
    all.putAll(changed);
    return new SessionRecord(id, version + 1, login, lastSeenAt, ticket, refresh, all, end);
  }

  /** The successor whose beans are gone, each of them destroyed by whoever stores it. */
  public SessionRecord withBeansTaken() {
    return new SessionRecord(id, version + 1, login, lastSeenAt, ticket, refresh, Map.of(), end);
  }

  /** As much of this record as may leave the server: neither what beans keep, nor other secrets. */
  public SessionRecord alone() {
    return new SessionRecord(
        id, version, login, lastSeenAt, ticket.alone(), refresh, Map.of(), end);
  }

  /** The successor that is over. */
  public SessionRecord ended(End how) {
    return new SessionRecord(id, version + 1, login, lastSeenAt, ticket, refresh, beans, how);
  }

  private SessionRecord next(
      Login nextLogin, Instant seen, TicketState nextTicket, @Nullable RefreshChain nextRefresh) {
    return new SessionRecord(id, version + 1, nextLogin, seen, nextTicket, nextRefresh, beans, end);
  }
}
