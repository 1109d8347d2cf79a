package dev.cloakroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.NearCacheSettings;
import dev.cloakroom.crypto.MacKey;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.store.remote.NearCache;
import dev.cloakroom.store.remote.SharedStore.Push;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.SharedMemory;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A signed cookie, shown to a node that has never seen its session. */
class StatementsTest {
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

  private final ManualClock clock = ManualClock.atNoon();
  private final SessionStore whole = new MemorySessionStore(clock);
  private final SharedMemory connection = new SharedMemory(whole, Push.SUPPORTED);
  private final SignedSpelling spelling = new SignedSpelling(new MacKey(new RandomIds().salt(32)));
  private final SessionFixture elsewhere = new SessionFixture(clock, whole);
  private final SessionFixture here =
      new SessionFixture(
          clock,
          new NearCache(
              connection,
              new NearCacheSettings(100, Duration.ofSeconds(1)),
              clock,
              () -> TimeUnit.MILLISECONDS.toNanos(clock.millis())));

  @BeforeEach
  void connectedLongEnough() {
    clock.advance(LONG_ENOUGH);
  }

  private Ticket signed(OpenedSession opened) {
    String cookie = spelling.spell(opened.session(), opened.ticket(), 4096);
    return Objects.requireNonNull(spelling.read(cookie));
  }

  private SessionRecord stored(OpenedSession opened) {
    return Objects.requireNonNull(whole.find(opened.session().id()));
  }

  @Test
  void byTicket_youngStatement_asksNoStore() {
    OpenedSession opened = elsewhere.browserLogin("alice");

    StoredLoginSession session = (StoredLoginSession) here.resolver.byTicket(signed(opened));
    assertThat(session.callerName()).isEqualTo("alice");
    assertThat(session.groups()).containsExactly("user");
    assertThat(connection.roundTrips()).isZero();
  }

  @Test
  void byTicket_bareTicket_asksTheStore() {
    OpenedSession opened = elsewhere.browserLogin("alice");

    assertThat(here.resolver.byTicket(opened.ticket())).isInstanceOf(StoredLoginSession.class);
    assertThat(connection.roundTrips()).isEqualTo(1);
  }

  @Test
  @Tag("S7")
  void byTicket_endedElsewhereAndTold_isEnded() {
    OpenedSession opened = elsewhere.browserLogin("alice");
    Ticket ticket = signed(opened);
    elsewhere.ender.end(opened.session().id(), EndReason.LOGGED_OUT);
    connection.tell(stored(opened));

    assertThat(here.resolver.byTicket(ticket)).isEqualTo(SessionRefusal.ENDED);
  }

  /** What a node has done itself it need not be told. */
  @Test
  @Tag("S7")
  void byTicket_endedHere_isEnded_beforeThisNodeIsTold() {
    Ticket one = signed(elsewhere.browserLogin("alice"));
    Ticket other = signed(elsewhere.browserLogin("bob"));
    Ticket third = signed(elsewhere.browserLogin("carol"));
    assertThat(here.resolver.byTicket(one)).isInstanceOf(StoredLoginSession.class);

    here.ender.end(one.sessionId(), EndReason.LOGGED_OUT);
    here.admin.endAll("bob");
    assertThat(here.resolver.byTicket(third)).isInstanceOf(StoredLoginSession.class);
    here.admin.endAllBefore(clock.instant().plusMillis(1));

    assertThat(here.resolver.byTicket(one)).isEqualTo(SessionRefusal.ENDED);
    assertThat(here.resolver.byTicket(other)).isEqualTo(SessionRefusal.ENDED);
    assertThat(here.resolver.byTicket(third)).isEqualTo(SessionRefusal.ENDED);
  }

  @Test
  @Tag("S7")
  void byTicket_endedWhileTheChannelWasDown_isEnded() {
    OpenedSession opened = elsewhere.browserLogin("alice");
    Ticket ticket = signed(opened);
    connection.disconnect();
    elsewhere.ender.end(opened.session().id(), EndReason.LOGGED_OUT);

    assertThat(here.resolver.byTicket(ticket)).isEqualTo(SessionRefusal.ENDED);
    connection.connect();
    assertThat(here.resolver.byTicket(ticket)).isEqualTo(SessionRefusal.ENDED);
  }

  @Test
  @Tag("S5")
  void byTicket_statementOlderThanTheTouchInterval_isConfirmedAndSpelledAnew() {
    OpenedSession opened = elsewhere.browserLogin("alice");
    Ticket ticket = signed(opened);
    clock.advance(SessionFixture.TOUCH);

    StoredLoginSession session = (StoredLoginSession) here.resolver.byTicket(ticket);
    assertThat(connection.roundTrips()).isEqualTo(2);
    assertThat(session.lastSeenAt()).isEqualTo(clock.instant());
    assertThat(spelling.isOutdated(session, ticket)).isTrue();
    clock.advance(SessionFixture.IDLE);
    assertThat(here.resolver.byTicket(ticket)).isEqualTo(SessionRefusal.EXPIRED);
  }

  @Test
  void byTicket_nodeThatHasJustStarted_asksTheStore() {
    OpenedSession opened = elsewhere.browserLogin("alice");
    connection.disconnect();
    connection.connect();

    assertThat(here.resolver.byTicket(signed(opened))).isInstanceOf(StoredLoginSession.class);
    assertThat(connection.roundTrips()).isEqualTo(1);
  }

  /** What a change made is what the statement says: it is no reason to ask. */
  @Test
  void byTicket_toldOfTheVeryVersionStated_asksNoStore() {
    OpenedSession opened = elsewhere.browserLogin("alice");
    connection.tell(stored(opened));

    assertThat(here.resolver.byTicket(signed(opened))).isInstanceOf(StoredLoginSession.class);
    assertThat(connection.roundTrips()).isZero();
  }

  @Test
  void byTicket_statementFromTheFuture_asksTheStore() {
    OpenedSession opened = elsewhere.browserLogin("alice");
    Ticket ticket = signed(opened);
    clock.advance(Duration.ofMinutes(-3));

    here.resolver.byTicket(ticket);
    assertThat(connection.roundTrips()).isPositive();
  }
}
