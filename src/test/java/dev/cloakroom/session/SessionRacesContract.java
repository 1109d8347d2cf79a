package dev.cloakroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.CallerLimit;
import dev.cloakroom.config.CallerLimit.WhenFull;
import dev.cloakroom.config.NearCacheSettings;
import dev.cloakroom.event.RefreshTokenReused;
import dev.cloakroom.event.TicketReused;
import dev.cloakroom.event.TicketRotated;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.remote.BudgetedStore;
import dev.cloakroom.store.remote.NearCache;
import dev.cloakroom.store.remote.SharedStore;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.Race;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What two nodes do to a login session at the same moment, each with its own copies of a store that
 * they share.
 */
public abstract class SessionRacesContract {
  private static final int ROUNDS = Race.rounds(300);
  private static final int REQUESTS = 10;
  private static final NewProof OTP = new NewProof(2, Set.of("otp"));
  private static final Duration ROTATION = Duration.ofSeconds(30);
  private static final Duration BUDGET = Duration.ofSeconds(10);

  private final ManualClock clock = ManualClock.atNoon();
  private SharedStore store;
  private SessionFixture here;
  private SessionFixture there;
  private Race race;

  /** Two connections to one store that nobody else uses. */
  protected abstract List<SharedStore> openTwo(Clock clock);

  @BeforeEach
  final void startNodes() {
    List<SharedStore> opened = openTwo(clock);
    store = opened.get(0);
    here = node(store);
    there = node(opened.get(1));
    race = new Race(2);
  }

  @AfterEach
  final void stopNodes() {
    race.close();
    here.store.close();
    there.store.close();
  }

  private SessionFixture node(SharedStore connection) {
    return new SessionFixture(
        clock,
        new NearCache(
            new BudgetedStore(connection, BUDGET),
            new NearCacheSettings(1_000, Duration.ofSeconds(1)),
            clock,
            System::nanoTime),
        SessionFixture.settings(ROTATION, CallerLimit.NONE, WhenFull.REPLACE));
  }

  private boolean isLive(String sessionId) {
    SessionRecord found = store.find(sessionId);
    return found != null && found.isLiveAt(clock.instant());
  }

  @Test
  @Tag("S7")
  @Tag("S15")
  void logout_againstATouch_isNotUndone() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      OpenedSession opened = here.browserLogin("alice");
      String id = opened.session().id();
      assertThat(there.resolver.byTicket(opened.ticket())).isInstanceOf(StoredLoginSession.class);
      clock.advance(SessionFixture.TOUCH);
      race.<Object>run(
          List.of(
              () -> {
                here.ender.logOut(id);
                return id;
              },
              () -> there.resolver.byTicket(opened.ticket())));
      assertThat(isLive(id)).as("round " + round).isFalse();
    }
  }

  /** Nothing is elevated that has ended, and the ticket of before is dead, whoever was first. */
  @Test
  @Tag("S3")
  @Tag("S7")
  @Tag("S15")
  void elevation_againstALogout_opensNothing() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Ticket before = here.browserLogin("alice").ticket();
      List<@Nullable RotatedSession> elevated =
          race.run(
              List.of(
                  () -> here.elevation.ofTicket(before, OTP),
                  () -> {
                    there.ender.logOut(before.sessionId());
                    return null;
                  }));
      assertThat(isLive(before.sessionId())).as("round " + round).isFalse();
      assertThat(there.resolver.byTicket(before)).isInstanceOf(SessionRefusal.class);
      elevated.stream()
          .filter(Objects::nonNull)
          .forEach(
              won -> {
                assertThat(here.elevation.ofTicket(won.ticket(), OTP)).isNull();
                assertThat(there.resolver.byTicket(won.ticket()))
                    .isInstanceOf(SessionRefusal.class);
              });
    }
  }

  @Test
  @Tag("S3")
  @Tag("S15")
  void elevation_onBothNodesAtOnce_isOne_andTheTicketOfBeforeIsDeadOnBoth() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Ticket before = here.browserLogin("alice").ticket();
      assertThat(there.resolver.byTicket(before)).isInstanceOf(StoredLoginSession.class);
      List<RotatedSession> won =
          race
              .<@Nullable RotatedSession>run(
                  List.of(
                      () -> here.elevation.ofTicket(before, OTP),
                      () -> there.elevation.ofTicket(before, OTP)))
              .stream()
              .filter(Objects::nonNull)
              .toList();
      assertThat(won).as("round " + round).hasSize(1);
      Ticket ticket = won.get(0).ticket();
      assertThat(here.elevation.ofTicket(before, OTP)).isNull();
      assertThat(there.elevation.ofTicket(before, OTP)).isNull();
      assertThat(here.resolver.byTicket(ticket)).isInstanceOf(StoredLoginSession.class);
      assertThat(there.resolver.byTicket(ticket)).isInstanceOf(StoredLoginSession.class);
    }
  }

  @Test
  @Tag("S15")
  void rotation_againstRotation_oneWins() throws Exception {
    Ticket shown = here.browserLogin("alice").ticket();
    for (int round = 0; round < ROUNDS; round++) {
      Ticket ticket = shown;
      List<@Nullable RotatedSession> rotated =
          race.run(
              List.of(() -> here.rotation.rotate(ticket), () -> there.rotation.rotate(ticket)));
      List<RotatedSession> won = rotated.stream().filter(Objects::nonNull).toList();
      assertThat(won).as("round " + round).hasSize(1);
      shown = won.get(0).ticket();
      assertThat(here.resolver.byTicket(shown)).isInstanceOf(StoredLoginSession.class);
    }
    assertThat(here.resolver.byTicket(shown)).isInstanceOf(StoredLoginSession.class);
    assertThat(there.resolver.byTicket(shown)).isInstanceOf(StoredLoginSession.class);
  }

  @Test
  @Tag("S10")
  @Tag("S15")
  void endOfAllOfACaller_againstALogin_leavesNone() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String caller = "caller-" + round;
      NewLogin underWay = here.loginNow(caller);
      race.<Object>run(List.of(() -> here.opener.open(underWay), () -> there.admin.endAll(caller)));
      assertThat(store.findByCaller(caller))
          .as("round " + round)
          .noneMatch(record -> record.isLiveAt(clock.instant()));
    }
  }

  @Test
  @Tag("R3")
  void refresh_onBothNodesAtOnce_isOneChain() throws Exception {
    OpenedSession opened = here.apiLogin("alice");
    String shown = SessionFixture.refreshToken(opened);
    for (int round = 0; round < ROUNDS; round++) {
      String token = shown;
      Set<String> successors =
          new HashSet<>(
              race.run(List.of(() -> successor(here, token), () -> successor(there, token))));
      assertThat(successors).as("round " + round).hasSize(1).doesNotContain(token);
      shown = successors.iterator().next();
    }
    assertThat(isLive(opened.session().id())).isTrue();
    assertThat(here.eventsOf(RefreshTokenReused.class)).isEmpty();
    assertThat(there.eventsOf(RefreshTokenReused.class)).isEmpty();
  }

  /** Each moment takes two seconds, so that answers are up to 24 late: later than the grace. */
  @Test
  @Tag("S15")
  void parallelRequests_overRotations_withAnswersLostAndLate_neverLogOut() throws Exception {
    ParallelBrowser browser =
        new ParallelBrowser(List.of(here, there), here.rememberedLogin("alice").ticket(), ROUNDS);
    try (Race side = new Race(REQUESTS)) {
      for (int round = 0; round < ROUNDS; round++) {
        clock.advance(Duration.ofSeconds(2));
        browser.take(side.run(browser.requests(REQUESTS)));
      }
    }
    assertThat(
            here.eventsOf(TicketRotated.class).size() + there.eventsOf(TicketRotated.class).size())
        .isGreaterThan(ROUNDS / 30);
    assertThat(here.eventsOf(TicketReused.class)).isEmpty();
    assertThat(there.eventsOf(TicketReused.class)).isEmpty();
  }

  @Test
  @Tag("S15")
  void copiedTicket_isNoticedByOneOfTheNodes_onceOneOfBothWasReplaced() throws Exception {
    Ticket copied = here.rememberedLogin("alice").ticket();
    clock.advance(ROTATION);
    ParallelBrowser browser = new ParallelBrowser(List.of(here, there), copied, ROUNDS);
    try (Race side = new Race(REQUESTS)) {
      while (browser.held().equals(copied)) {
        browser.take(side.run(browser.requests(REQUESTS)));
        clock.advance(SessionFixture.SECOND);
      }
      side.run(browser.requests(REQUESTS));
    }
    clock.advance(SessionFixture.GRACE.multipliedBy(11));

    assertThat(there.resolver.byTicket(copied)).isEqualTo(SessionRefusal.ENDED);
    assertThat(there.eventsOf(TicketReused.class)).hasSize(1);
    assertThat(isLive(copied.sessionId())).isFalse();
  }

  private static String successor(SessionFixture node, String refreshToken) {
    return ((RefreshedSession) node.refreshTokens.exchange(refreshToken)).refreshToken();
  }
}
