package dev.cloakroom.session;

import static dev.cloakroom.session.SessionFixture.GRACE;
import static dev.cloakroom.session.SessionFixture.SECOND;
import static dev.cloakroom.store.Succession.MOST_OFFERED;
import static dev.cloakroom.store.Succession.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.CallerLimit;
import dev.cloakroom.config.CallerLimit.WhenFull;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.event.LoginSessionEnded;
import dev.cloakroom.event.TicketReused;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two hold a ticket of the same login: it is noticed, whoever of them is the first. */
class StolenTicketsTest {
  private static final Duration INTERVAL = Duration.ofMinutes(10);
  private static final Duration LATE = GRACE.multipliedBy(11);

  private final SessionFixture life =
      new SessionFixture(SessionFixture.settings(INTERVAL, CallerLimit.NONE, WhenFull.REPLACE));

  private final Ticket copied = life.rememberedLogin("alice").ticket();

  private boolean isLive(Ticket ticket) {
    return life.resolver.byTicket(ticket) instanceof StoredLoginSession;
  }

  private Ticket successorOf(Ticket ticket) {
    life.clock.advance(SECOND);
    return Objects.requireNonNull(life.rotation.rotate(ticket)).ticket();
  }

  private void assertNoticed(Ticket shown) {
    assertThat(life.resolver.byTicket(shown)).isEqualTo(SessionRefusal.ENDED);
    assertThat(life.eventsOf(TicketReused.class))
        .extracting(TicketReused::callerName)
        .containsExactly("alice");
    assertThat(life.eventsOf(LoginSessionEnded.class))
        .extracting(LoginSessionEnded::why)
        .containsExactly(EndReason.TICKET_REUSED);
  }

  @Test
  void replacedTicket_afterTheGrace_endsTheLogin_forAllWhoHoldATicketOfIt() {
    Ticket second = successorOf(copied);
    assertThat(isLive(second)).isTrue();

    life.clock.advance(GRACE.minus(SECOND));
    assertThat(isLive(copied)).as("in flight").isTrue();
    life.clock.advance(SECOND);
    assertThat(life.resolver.byTicket(copied)).as("late").isEqualTo(SessionRefusal.REPLACED);
    life.clock.advance(LATE.minus(GRACE).minus(SECOND));
    assertThat(life.resolver.byTicket(copied)).as("late").isEqualTo(SessionRefusal.REPLACED);
    assertThat(isLive(second)).isTrue();
    life.clock.advance(SECOND);
    assertNoticed(copied);
    assertThat(life.resolver.byTicket(second)).isEqualTo(SessionRefusal.ENDED);
  }

  @Test
  void replacedTicket_shownAgainAndAgain_isToldOnce() {
    assertThat(isLive(successorOf(copied))).isTrue();
    life.clock.advance(LATE);

    assertNoticed(copied);
    assertNoticed(copied);
  }

  /** Nothing is stored of a ticket that was replaced so long ago; its mark is enough. */
  @Test
  void replacedTicket_ofManyRotationsAgo_isNoticed() {
    Ticket ticket = copied;
    for (int rotations = 0; rotations < 50; rotations++) {
      life.clock.advance(INTERVAL);
      assertThat(isLive(ticket)).isTrue();
      ticket = successorOf(ticket);
    }
    assertThat(isLive(ticket)).isTrue();

    assertNoticed(copied);
  }

  /** Each holder is given a ticket of its own: who is quicker does not stay unnoticed. */
  @Test
  void bothHolders_takeUpTheirSuccessors_theNextUseOfTheOtherIsNoticed() {
    Ticket ofTheThief = successorOf(copied);
    life.clock.advance(PATIENCE);
    Ticket ofTheCaller = successorOf(copied);
    assertThat(isLive(ofTheCaller)).isTrue();
    life.clock.advance(SECOND);
    assertThat(isLive(ofTheThief)).isTrue();
    life.clock.advance(LATE);

    assertNoticed(ofTheCaller);
  }

  /** Who takes none of them up until the other has none left stays noticed. */
  @Test
  void successorsAllLeftAlone_thenShownByOne_theOtherIsNoticed() {
    Ticket last = copied;
    for (int offers = 0; offers < MOST_OFFERED; offers++) {
      last = successorOf(copied);
      life.clock.advance(PATIENCE);
    }

    assertNoticed(copied);
    assertThat(life.resolver.byTicket(last)).isEqualTo(SessionRefusal.ENDED);
  }

  @Test
  void replacedTicket_ofASessionThatRanOut_isNoTheftAnyMore() {
    assertThat(isLive(successorOf(copied))).isTrue();
    life.clock.advance(SessionFixture.LONG_IDLE);

    assertThat(life.resolver.byTicket(copied)).isEqualTo(SessionRefusal.EXPIRED);
    assertThat(life.events).noneMatch(TicketReused.class::isInstance);
  }

  @Test
  @Tag("S4")
  void inventedTicket_isNoProofOfTheft() {
    assertThat(isLive(successorOf(copied))).isTrue();
    Ticket invented = new Ticket(copied.sessionId(), life.random.secret());

    assertThat(life.resolver.byTicket(invented)).isEqualTo(SessionRefusal.UNKNOWN);
    assertThat(life.events).noneMatch(TicketReused.class::isInstance);
  }

  @Test
  void replacedTicket_whereThatIsReportedOnly_isRefused_andTheLoginGoesOn() {
    SessionFixture reporting = new SessionFixture();
    Ticket first = reporting.browserLogin("bob").ticket();
    reporting.clock.advance(SECOND);
    Ticket second = Objects.requireNonNull(reporting.rotation.rotate(first)).ticket();
    assertThat(reporting.resolver.byTicket(second)).isInstanceOf(StoredLoginSession.class);
    reporting.clock.advance(LATE);

    assertThat(reporting.resolver.byTicket(first)).isEqualTo(SessionRefusal.COPIED);
    assertThat(reporting.resolver.byTicket(first)).isEqualTo(SessionRefusal.COPIED);
    assertThat(reporting.eventsOf(TicketReused.class))
        .extracting(TicketReused::callerName)
        .containsExactly("bob");
    assertThat(reporting.resolver.byTicket(second)).isInstanceOf(StoredLoginSession.class);
  }
}
