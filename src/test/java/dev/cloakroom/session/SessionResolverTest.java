package dev.cloakroom.session;

import static dev.cloakroom.session.SessionFixture.ABSOLUTE;
import static dev.cloakroom.session.SessionFixture.FRESH;
import static dev.cloakroom.session.SessionFixture.GRACE;
import static dev.cloakroom.session.SessionFixture.IDLE;
import static dev.cloakroom.session.SessionFixture.LONG_IDLE;
import static dev.cloakroom.session.SessionFixture.SECOND;
import static dev.cloakroom.session.SessionFixture.TOUCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.EndReason;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.testing.BreakableStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SessionResolverTest {
  private final SessionFixture life = new SessionFixture();

  private SessionLookup show(OpenedSession opened) {
    return life.resolver.byTicket(opened.ticket());
  }

  private static StoredLoginSession live(SessionLookup lookup) {
    assertThat(lookup).isInstanceOf(StoredLoginSession.class);
    return (StoredLoginSession) lookup;
  }

  private SessionRecord stored(OpenedSession opened) {
    return Objects.requireNonNull(life.store.find(opened.session().id()));
  }

  @Test
  @Tag("S1")
  void byTicket_genuine_isTheCallersSession() {
    OpenedSession opened = life.browserLogin("alice");

    StoredLoginSession session = live(show(opened));
    assertThat(session.id()).isEqualTo(opened.session().id());
    assertThat(session.callerName()).isEqualTo("alice");
    assertThat(session.groups()).containsExactly("user");
    assertThat(session.isAnonymous()).isFalse();
  }

  /** However often uses are due: a page makes many requests at once, and one of them is enough. */
  @Test
  void useThatComesTooLate_isServed_andNotTriedAgain() {
    BreakableStore slow = new BreakableStore(life.store);
    SessionFixture elsewhere = new SessionFixture(life.clock, slow);
    OpenedSession opened = elsewhere.browserLogin("alice");
    life.clock.advance(TOUCH);
    slow.comeTooLate();

    live(elsewhere.resolver.byTicket(opened.ticket()));
    assertThat(slow.outrun()).isOne();
    live(elsewhere.resolver.byVerifiedId(opened.session().id()));
    assertThat(slow.outrun()).isEqualTo(2);
  }

  @Test
  @Tag("S4")
  void byTicket_otherSecret_isUnknown() {
    OpenedSession opened = life.browserLogin("alice");
    Ticket forged = new Ticket(opened.session().id(), life.random.secret());

    assertThat(life.resolver.byTicket(forged)).isEqualTo(SessionRefusal.UNKNOWN);
    assertThat(show(opened)).isInstanceOf(StoredLoginSession.class);
  }

  @Test
  @Tag("S4")
  void byTicket_neverGivenOut_isUnknownAndNotAdopted() {
    Ticket invented = new Ticket(life.random.sessionId(), life.random.secret());

    assertThat(life.resolver.byTicket(invented)).isEqualTo(SessionRefusal.UNKNOWN);
    assertThat(life.store.find(invented.sessionId())).isNull();
  }

  @Test
  @Tag("S5")
  void byTicket_unusedForTheIdleTimeout_isExpired() {
    OpenedSession opened = life.browserLogin("alice");

    life.clock.advance(IDLE);
    assertThat(show(opened)).isEqualTo(SessionRefusal.EXPIRED);
  }

  @Test
  @Tag("S5")
  void byTicket_usedJustBeforeTheIdleTimeout_livesOn() {
    OpenedSession opened = life.browserLogin("alice");

    life.clock.advance(IDLE.minus(SECOND));
    live(show(opened));
    life.clock.advance(IDLE.minus(SECOND));
    live(show(opened));
  }

  @Test
  @Tag("S6")
  void byTicket_inConstantUse_endsAtTheAbsoluteTimeout() {
    OpenedSession opened = life.browserLogin("alice");
    Instant over = life.clock.instant().plus(ABSOLUTE);
    Duration step = IDLE.dividedBy(2);

    while (life.clock.instant().plus(step).isBefore(over)) {
      life.clock.advance(step);
      live(show(opened));
    }
    life.clock.advance(step);
    assertThat(show(opened)).isEqualTo(SessionRefusal.EXPIRED);
  }

  @Test
  @Tag("S7")
  void byTicket_ended_saysSoToWhoHoldsTheGenuineOneOnly() {
    OpenedSession opened = life.browserLogin("alice");
    life.ender.end(opened.session().id(), EndReason.LOGGED_OUT);

    assertThat(show(opened)).isEqualTo(SessionRefusal.ENDED);
    Ticket forged = new Ticket(opened.session().id(), life.random.secret());
    assertThat(life.resolver.byTicket(forged)).isEqualTo(SessionRefusal.UNKNOWN);
  }

  @Test
  void byTicket_usedWithinTheTouchInterval_writesNothing() {
    OpenedSession opened = life.browserLogin("alice");

    life.clock.advance(TOUCH.minus(SECOND));
    show(opened);
    assertThat(stored(opened).version()).isEqualTo(1);
    life.clock.advance(SECOND);
    show(opened);
    assertThat(stored(opened).version()).isEqualTo(2);
    assertThat(stored(opened).lastSeenAt()).isEqualTo(life.clock.instant());
  }

  @Test
  void byTicket_rememberedLogin_outlivesTheIdleTimeoutOfOthers() {
    OpenedSession remembered = life.rememberedLogin("alice");

    life.clock.advance(LONG_IDLE.minus(SECOND));
    live(show(remembered));
    life.clock.advance(LONG_IDLE);
    assertThat(show(remembered)).isEqualTo(SessionRefusal.EXPIRED);
  }

  @Test
  @Tag("S5")
  void byTicket_idleWhileItsTokensAreUsed_staysExpired() {
    OpenedSession opened = life.apiLogin("alice");
    life.clock.advance(IDLE.minus(SECOND));
    life.resolver.byVerifiedId(opened.session().id());
    life.clock.advance(SECOND);

    assertThat(show(opened)).isEqualTo(SessionRefusal.EXPIRED);
    live(life.resolver.byVerifiedId(opened.session().id()));
  }

  @Test
  @Tag("J21")
  void byVerifiedId_ended_isEnded() {
    OpenedSession opened = life.apiLogin("alice");
    live(life.resolver.byVerifiedId(opened.session().id()));

    life.ender.end(opened.session().id(), EndReason.LOGGED_OUT);
    assertThat(life.resolver.byVerifiedId(opened.session().id())).isEqualTo(SessionRefusal.ENDED);
  }

  @Test
  void byVerifiedId_unknownOrRunOut_isExpired() {
    OpenedSession opened = life.apiLogin("alice");

    life.clock.advance(LONG_IDLE);
    assertThat(life.resolver.byVerifiedId(opened.session().id())).isEqualTo(SessionRefusal.EXPIRED);
    life.clock.advance(LONG_IDLE);
    assertThat(life.resolver.byVerifiedId(opened.session().id())).isEqualTo(SessionRefusal.EXPIRED);
  }

  @Test
  @Tag("S13")
  void isFresh_upToTheFreshDuration_thenNotAnyMore() {
    OpenedSession opened = life.browserLogin("alice");

    life.clock.advance(FRESH.minus(SECOND));
    assertThat(live(show(opened)).isFresh()).isTrue();
    life.clock.advance(SECOND);
    assertThat(live(show(opened)).isFresh()).isFalse();
  }

  @Test
  void byTicket_replacedSecret_isHonouredDuringTheGraceOnly() {
    OpenedSession opened = life.browserLogin("alice");
    RotatedSession rotated = Objects.requireNonNull(life.rotation.rotate(opened.ticket()));
    live(life.resolver.byTicket(rotated.ticket()));

    life.clock.advance(GRACE.minus(SECOND));
    live(show(opened));
    life.clock.advance(SECOND);
    assertThat(show(opened)).isEqualTo(SessionRefusal.REPLACED);
  }
}
