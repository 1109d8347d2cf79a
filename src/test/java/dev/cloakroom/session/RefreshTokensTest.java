package dev.cloakroom.session;

import static dev.cloakroom.session.SessionFixture.GRACE;
import static dev.cloakroom.session.SessionFixture.LONG_ABSOLUTE;
import static dev.cloakroom.session.SessionFixture.LONG_IDLE;
import static dev.cloakroom.session.SessionFixture.SECOND;
import static dev.cloakroom.session.SessionFixture.refreshToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.EndReason;
import dev.cloakroom.event.LoginSessionEnded;
import dev.cloakroom.event.RefreshTokenReused;
import dev.cloakroom.event.TokensRefreshed;
import dev.cloakroom.store.RefreshChain;
import dev.cloakroom.testing.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokensTest {
  private static final int ROUNDS = 500;
  private static final int PARALLEL = 4;
  private final SessionFixture life = new SessionFixture();

  private String next(String token) {
    RefreshOutcome outcome = life.refreshTokens.exchange(token);
    assertThat(outcome).isInstanceOf(RefreshedSession.class);
    return ((RefreshedSession) outcome).refreshToken();
  }

  private boolean isLive(OpenedSession opened) {
    return life.resolver.byVerifiedId(opened.session().id()) instanceof StoredLoginSession;
  }

  @Test
  @Tag("R1")
  void exchange_tokenInForce_givesTheNext() {
    OpenedSession opened = life.apiLogin("alice");
    String first = refreshToken(opened);

    String second = next(first);
    assertThat(second).isNotEqualTo(first);
    assertThat(next(second)).isNotIn(first, second);
    assertThat(life.eventsOf(TokensRefreshed.class)).hasSize(2);
  }

  @Test
  @Tag("R1")
  void exchange_sameTokenAgainWithinTheGrace_givesTheSameCurrentOne() {
    String first = refreshToken(life.apiLogin("alice"));
    String second = next(first);

    life.clock.advance(GRACE.minus(SECOND));
    assertThat(next(first)).isEqualTo(second);
    assertThat(next(second)).isNotEqualTo(second);
  }

  @Test
  @Tag("R1")
  void exchange_sameTokenAgainAfterTheGrace_endsTheWholeLogin() {
    OpenedSession opened = life.apiLogin("alice");
    String first = refreshToken(opened);
    String second = next(first);

    life.clock.advance(GRACE);
    assertThat(life.refreshTokens.exchange(first)).isEqualTo(SessionRefusal.REUSED);
    assertThat(isLive(opened)).isFalse();
    assertThat(life.refreshTokens.exchange(second)).isEqualTo(SessionRefusal.ENDED);
    assertThat(life.eventsOf(RefreshTokenReused.class)).hasSize(1);
    assertThat(life.eventsOf(LoginSessionEnded.class))
        .extracting(LoginSessionEnded::why)
        .containsExactly(EndReason.REFRESH_TOKEN_REUSED);
  }

  @Test
  @Tag("R1")
  void exchange_tokenBeforeTheLast_endsTheWholeLoginEvenWithinTheGrace() {
    OpenedSession opened = life.apiLogin("alice");
    String first = refreshToken(opened);
    next(next(first));

    assertThat(life.refreshTokens.exchange(first)).isEqualTo(SessionRefusal.REUSED);
    assertThat(isLive(opened)).isFalse();
  }

  @Test
  @Tag("R1")
  void exchange_sameTokenAgainWithoutGrace_endsTheWholeLogin() {
    SessionFixture strict = new SessionFixture(Duration.ZERO);
    String first = refreshToken(strict.apiLogin("alice"));

    assertThat(strict.refreshTokens.exchange(first)).isInstanceOf(RefreshedSession.class);
    assertThat(strict.refreshTokens.exchange(first)).isEqualTo(SessionRefusal.REUSED);
  }

  @Test
  @Tag("R5")
  void exchange_unusedForTheIdleTimeout_isExpired() {
    String first = refreshToken(life.apiLogin("alice"));

    life.clock.advance(LONG_IDLE.minus(SECOND));
    String second = next(first);
    life.clock.advance(LONG_IDLE);
    assertThat(life.refreshTokens.exchange(second)).isEqualTo(SessionRefusal.EXPIRED);
  }

  @Test
  @Tag("R2")
  void exchange_inConstantUse_endsAtTheAbsoluteTimeout() {
    String token = refreshToken(life.apiLogin("alice"));
    Instant over = life.clock.instant().plus(LONG_ABSOLUTE);
    Duration step = LONG_IDLE.dividedBy(2);

    while (life.clock.instant().plus(step).isBefore(over)) {
      life.clock.advance(step);
      token = next(token);
    }
    life.clock.advance(Duration.between(life.clock.instant(), over));
    assertThat(life.refreshTokens.exchange(token)).isEqualTo(SessionRefusal.EXPIRED);
  }

  @Test
  @Tag("R4")
  void exchange_afterLogout_isEnded() {
    OpenedSession opened = life.apiLogin("alice");
    life.ender.logOut(opened.session().id());

    assertThat(life.refreshTokens.exchange(refreshToken(opened))).isEqualTo(SessionRefusal.ENDED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "a.b.c",
        "AAAAAAAAAAAAAAAAAAAAAA.1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAA.99999999999999999999.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
      })
  void exchange_notOurs_isUnknown(String text) {
    assertThat(life.refreshTokens.exchange(text)).isEqualTo(SessionRefusal.UNKNOWN);
  }

  @Test
  void exchange_tamperedCounterOrMac_isUnknownAndEndsNothing() {
    OpenedSession opened = life.apiLogin("alice");
    String first = refreshToken(opened);
    next(next(first));

    assertThat(life.refreshTokens.exchange(first.replace(".1.", ".2.")))
        .isEqualTo(SessionRefusal.UNKNOWN);
    char last = first.charAt(first.length() - 1);
    String tampered = first.substring(0, first.length() - 1) + (last == 'A' ? 'E' : 'A');
    assertThat(life.refreshTokens.exchange(tampered)).isEqualTo(SessionRefusal.UNKNOWN);
    assertThat(isLive(opened)).isTrue();
  }

  @Test
  void exchange_ticketOrTokenOfAnotherSession_isUnknown() {
    OpenedSession alice = life.apiLogin("alice");
    OpenedSession bob = life.apiLogin("bob");
    String mixed = refreshToken(alice).replace(alice.session().id(), bob.session().id());

    assertThat(life.refreshTokens.exchange(mixed)).isEqualTo(SessionRefusal.UNKNOWN);
    assertThat(life.refreshTokens.exchange(alice.ticket().text()))
        .isEqualTo(SessionRefusal.UNKNOWN);
  }

  @Test
  void exchange_numberAheadOfTheStore_isUnknownAndEndsNothing() {
    OpenedSession opened = life.apiLogin("alice");
    RefreshChain chain =
        Objects.requireNonNull(
            Objects.requireNonNull(life.store.find(opened.session().id())).refresh());
    RefreshChain ahead =
        new RefreshChain(
            chain.salt(), chain.counter() + 1, chain.movedAt(), chain.limits(), chain.elevation());

    String token = life.refreshTokens.inForce(opened.session().id(), ahead);
    assertThat(life.refreshTokens.exchange(token)).isEqualTo(SessionRefusal.UNKNOWN);
    assertThat(isLive(opened)).isTrue();
  }

  @Test
  void open_browserLogin_hasNoRefreshToken() {
    assertThat(life.browserLogin("alice").refreshToken()).isNull();
  }

  @Test
  @Tag("R3")
  void exchange_sameTokenInParallel_leavesExactlyOneChain() throws Exception {
    try (Race race = new Race(PARALLEL)) {
      for (int round = 0; round < ROUNDS; round++) {
        String first = refreshToken(life.apiLogin("alice"));
        Set<String> seconds =
            Set.copyOf(race.run(Collections.nCopies(PARALLEL, () -> next(first))));
        assertThat(seconds).hasSize(1);
        next(seconds.iterator().next());
      }
    }
  }
}
