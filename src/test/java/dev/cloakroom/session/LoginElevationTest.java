package dev.cloakroom.session;

import static dev.cloakroom.session.SessionFixture.refreshToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cloakroom.event.EndReason;
import dev.cloakroom.event.LoginElevated;
import dev.cloakroom.event.TicketReused;
import dev.cloakroom.testing.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LoginElevationTest {
  private static final NewProof OTP = new NewProof(2, Set.of("otp"));
  private static final NewProof PASSWORD = new NewProof(1, Set.of("pwd"));
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SessionFixture life = new SessionFixture();

  private RotatedSession elevated(Ticket ticket, NewProof proof) {
    return Objects.requireNonNull(life.elevation.ofTicket(ticket, proof));
  }

  private StoredLoginSession sessionOf(Ticket ticket) {
    return (StoredLoginSession) life.resolver.byTicket(ticket);
  }

  @Test
  void login_isLevel1OfItsMoment() {
    OpenedSession opened = life.apiLogin("alice");
    StoredLoginSession session = sessionOf(opened.ticket());

    assertThat(session.level()).isEqualTo(1);
    assertThat(session.authenticatedAt(1)).isEqualTo(session.createdAt());
    assertThat(session.authenticatedAt(2)).isEqualTo(Instant.EPOCH);
    assertThat(session.hasProven(1, null)).isTrue();
    assertThat(session.hasProven(2, null)).isFalse();
  }

  @Test
  @Tag("S3")
  void elevatedTicket_isKnownAtItsLevel_andTheEarlierOneDeadAtOnce() {
    OpenedSession opened = life.browserLogin("alice");
    life.clock.advance(MINUTE);

    RotatedSession now = elevated(opened.ticket(), OTP);

    assertThat(life.resolver.byTicket(opened.ticket())).isEqualTo(SessionRefusal.REPLACED);
    StoredLoginSession session = sessionOf(now.ticket());
    assertThat(session.level()).isEqualTo(2);
    assertThat(session.authenticationMethods()).containsExactlyInAnyOrder("pwd", "otp");
    assertThat(session.authenticatedAt(2)).isEqualTo(life.clock.instant());
    assertThat(life.eventsOf(LoginElevated.class)).hasSize(1);
  }

  @Test
  @Tag("S3")
  void ticketThatWasGivenOutBefore_isDead_asWellAsOneThatWasHonoured() {
    OpenedSession opened = life.browserLogin("alice");
    Ticket second = Objects.requireNonNull(life.rotation.rotate(opened.ticket())).ticket();
    assertThat(sessionOf(second).level()).isEqualTo(1);
    life.clock.advance(Duration.ofSeconds(5));
    Ticket third = Objects.requireNonNull(life.rotation.rotate(second)).ticket();

    Ticket now = elevated(second, OTP).ticket();

    assertThat(List.of(opened.ticket(), second, third))
        .allMatch(old -> life.resolver.byTicket(old) == SessionRefusal.REPLACED);
    assertThat(sessionOf(now).level()).isEqualTo(2);
  }

  /** A node whose clock is behind must not honour what another node's has replaced. */
  @Test
  @Tag("S3")
  void earlierTicket_isDead_alsoByAClockThatIsBehind() {
    OpenedSession opened = life.browserLogin("alice");
    elevated(opened.ticket(), OTP);
    SessionFixture behind = new SessionFixture(life.clock, life.store);
    life.clock.advance(Duration.ofSeconds(-30));

    assertThat(behind.resolver.byTicket(opened.ticket())).isEqualTo(SessionRefusal.REPLACED);
  }

  /**
   * An answer in flight can put an earlier cookie in the place of the new one: no theft. What comes
   * much later is a copy.
   */
  @Test
  @Tag("S3")
  void earlierTicket_muchLater_isACopy() {
    OpenedSession opened = life.browserLogin("alice");
    life.clock.advance(MINUTE);
    elevated(opened.ticket(), OTP);
    life.clock.advance(Duration.ofMinutes(9));
    assertThat(life.resolver.byTicket(opened.ticket())).isEqualTo(SessionRefusal.REPLACED);
    assertThat(life.eventsOf(TicketReused.class)).isEmpty();

    life.clock.advance(Duration.ofMinutes(2));
    life.resolver.byTicket(opened.ticket());

    assertThat(life.eventsOf(TicketReused.class)).hasSize(1);
  }

  @Test
  void provingALowerLevelAgain_makesTheHigherOneNoYounger() {
    OpenedSession opened = life.browserLogin("alice");
    Ticket ticket = elevated(opened.ticket(), OTP).ticket();
    Instant provenAt = life.clock.instant();
    life.clock.advance(MINUTE.multipliedBy(20));

    StoredLoginSession session = sessionOf(elevated(ticket, PASSWORD).ticket());

    assertThat(session.level()).isEqualTo(2);
    assertThat(session.authenticatedAt(2)).isEqualTo(provenAt);
    assertThat(session.authenticatedAt(1)).isEqualTo(life.clock.instant());
    assertThat(session.hasProven(1, MINUTE)).isTrue();
    assertThat(session.hasProven(2, MINUTE)).isFalse();
  }

  @Test
  void proof_isFreshUntilItsTimeIsOver_toTheMillisecond() {
    StoredLoginSession session =
        sessionOf(elevated(life.browserLogin("alice").ticket(), OTP).ticket());

    life.clock.advance(MINUTE.minusMillis(1));
    assertThat(session.hasProven(2, MINUTE)).isTrue();
    life.clock.advance(Duration.ofMillis(1));
    assertThat(session.hasProven(2, MINUTE)).isFalse();
    assertThat(session.hasProven(2, null)).isTrue();
  }

  @Test
  @Tag("S3")
  void elevatedCookie_givesTheTokensOfTheSameLoginNothing() {
    OpenedSession opened = life.apiLogin("alice");
    elevated(opened.ticket(), OTP);

    RefreshedSession refreshed =
        (RefreshedSession) life.refreshTokens.exchange(refreshToken(opened));

    assertThat(refreshed.session().level()).isEqualTo(1);
    assertThat(refreshed.session().authenticationMethods()).containsExactly("pwd");
  }

  @Test
  @Tag("R1")
  void elevatedTokens_endAllEarlierRefreshTokens_andGiveTheCookieNothing() {
    OpenedSession opened = life.apiLogin("alice");
    StoredLoginSession byToken =
        (StoredLoginSession) life.resolver.byVerifiedId(opened.session().id());

    RefreshedSession now = Objects.requireNonNull(life.elevation.ofTokens(byToken, OTP));

    assertThat(now.session().level()).isEqualTo(2);
    assertThat(life.refreshTokens.exchange(refreshToken(opened))).isEqualTo(SessionRefusal.UNKNOWN);
    RefreshedSession next = (RefreshedSession) life.refreshTokens.exchange(now.refreshToken());
    assertThat(next.session().level()).isEqualTo(2);
    assertThat(sessionOf(opened.ticket()).level()).isEqualTo(1);
  }

  /** Somebody else holds the newer tokens, for all that is known. */
  @Test
  @Tag("S3")
  void tokenOfBefore_thatProvesALevelItself_hasThatAndNothingOfTheNewerOnes() {
    OpenedSession opened = life.apiLogin("alice");
    StoredLoginSession before =
        (StoredLoginSession) life.resolver.byVerifiedId(opened.session().id());
    life.elevation.ofTokens(before, OTP);

    RefreshedSession now = Objects.requireNonNull(life.elevation.ofTokens(before, PASSWORD));

    assertThat(now.session().level()).isEqualTo(1);
  }

  @Test
  @Tag("S7")
  void endedSession_isNotElevated() {
    OpenedSession opened = life.apiLogin("alice");
    StoredLoginSession byToken =
        (StoredLoginSession) life.resolver.byVerifiedId(opened.session().id());
    life.ender.end(opened.session().id(), EndReason.LOGGED_OUT);

    assertThat(life.elevation.ofTicket(opened.ticket(), OTP)).isNull();
    assertThat(life.elevation.ofTokens(byToken, OTP)).isNull();
    assertThat(life.eventsOf(LoginElevated.class)).isEmpty();
  }

  @Test
  @Tag("S4")
  void forgedTicket_isNotElevated() {
    OpenedSession opened = life.browserLogin("alice");
    Ticket forged = new Ticket(opened.session().id(), life.random.secret());

    assertThat(life.elevation.ofTicket(forged, OTP)).isNull();
    assertThat(sessionOf(opened.ticket()).level()).isEqualTo(1);
  }

  @Test
  @Tag("S3")
  void twoElevationsOfOneTicketAtOnce_oneWins() throws Exception {
    try (Race race = new Race(2)) {
      for (int round = 0; round < Race.rounds(500); round++) {
        Ticket ticket = life.browserLogin("alice").ticket();
        Callable<@Nullable RotatedSession> elevating = () -> life.elevation.ofTicket(ticket, OTP);

        List<@Nullable RotatedSession> both = race.run(List.of(elevating, elevating));

        assertThat(both.stream().filter(Objects::nonNull)).hasSize(1);
      }
    }
  }

  @Test
  void list_showsTheHighestLevelOfTheLogin() {
    OpenedSession opened = life.apiLogin("alice");
    elevated(opened.ticket(), OTP);

    assertThat(life.own.of(opened.session()).get(0).level()).isEqualTo(2);
  }

  @Test
  void proof_thatThereIsNot_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new NewProof(0, Set.of("otp")));
    assertThatIllegalArgumentException().isThrownBy(() -> new NewProof(10, Set.of("otp")));
    assertThatIllegalArgumentException().isThrownBy(() -> new NewProof(2, Set.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new NewProof(2, Set.of("o,tp")));
  }
}
