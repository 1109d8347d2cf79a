package dev.cloakroom.session;

import static dev.cloakroom.session.SessionFixture.GRACE;
import static dev.cloakroom.session.SessionFixture.SECOND;
import static dev.cloakroom.store.Succession.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.CallerLimit;
import dev.cloakroom.config.CallerLimit.WhenFull;
import dev.cloakroom.event.LoginSessionEnded;
import dev.cloakroom.event.TicketReused;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a login when the answers that bring its new tickets are lost, late or many. */
class LostAnswersTest {
  private static final Duration INTERVAL = Duration.ofMinutes(10);

  private final SessionFixture life =
      new SessionFixture(SessionFixture.settings(INTERVAL, CallerLimit.NONE, WhenFull.REPLACE));

  private final Ticket first = life.rememberedLogin("alice").ticket();

  private StoredLoginSession shown(Ticket ticket) {
    SessionLookup lookup = life.resolver.byTicket(ticket);
    assertThat(lookup).isInstanceOf(StoredLoginSession.class);
    return (StoredLoginSession) lookup;
  }

  private Ticket successorOf(Ticket ticket) {
    assertThat(shown(ticket).isRotationDue()).isTrue();
    return Objects.requireNonNull(life.rotation.rotate(ticket)).ticket();
  }

  @AfterEach
  void nobodyIsTakenForAThief() {
    assertThat(life.eventsOf(TicketReused.class)).isEmpty();
    assertThat(life.eventsOf(LoginSessionEnded.class)).isEmpty();
  }

  @Test
  void successor_lost_theTicketStaysGood_andIsGivenAnother() {
    life.clock.advance(INTERVAL);
    successorOf(first);

    life.clock.advance(PATIENCE.minus(SECOND));
    assertThat(shown(first).isRotationDue()).isFalse();
    assertThat(life.rotation.rotate(first)).isNull();
    life.clock.advance(Duration.ofDays(7));
    Ticket second = successorOf(first);
    shown(second);
    life.clock.advance(GRACE.minus(SECOND));
    shown(first);
  }

  @Test
  void successor_late_afterAnotherIsInUse_countsAsWell() {
    life.clock.advance(INTERVAL);
    Ticket late = successorOf(first);
    life.clock.advance(PATIENCE);
    Ticket prompt = successorOf(first);
    shown(prompt);
    life.clock.advance(GRACE.multipliedBy(2));

    shown(late);
    shown(prompt);
    life.clock.advance(GRACE);
    shown(late);
  }

  @Test
  void successor_veryLate_afterTheNextRotation_countsAsWell() {
    life.clock.advance(INTERVAL);
    Ticket late = successorOf(first);
    life.clock.advance(PATIENCE);
    Ticket prompt = successorOf(first);
    shown(prompt).rotate();
    life.clock.advance(INTERVAL.minus(PATIENCE).minus(SECOND));
    shown(successorOf(prompt));

    assertThat(shown(late).isRotationDue()).as("it may be from before a change").isTrue();
  }

  @Test
  void request_heldUp_isRefusedAndNoMore() {
    life.clock.advance(INTERVAL);
    Ticket second = successorOf(first);
    shown(second);
    life.clock.advance(GRACE.multipliedBy(10));

    assertThat(life.resolver.byTicket(first)).isEqualTo(SessionRefusal.REPLACED);
    shown(second);
  }

  @Test
  void changedGroups_whileASuccessorIsOnItsWay_makeThatDue() {
    life.clock.advance(INTERVAL);
    Ticket second = successorOf(first);
    shown(first).rotate();

    assertThat(shown(first).isRotationDue()).isFalse();
    assertThat(shown(second).isRotationDue()).isTrue();
  }

  @Test
  void ticket_thatTheStoreHasForgotten_isNoProofOfTheft() {
    Ticket lost =
        new Ticket(
            first.sessionId(),
            life.sessions.tickets().next(first.sessionId(), life.clock.instant().plus(SECOND)));

    assertThat(life.resolver.byTicket(lost)).isEqualTo(SessionRefusal.UNKNOWN);
    shown(first);
  }
}
