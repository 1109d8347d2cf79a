package dev.cloakroom.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.LoginSession;
import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.config.CallerLimit.WhenFull;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.event.LoginSessionEnded;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.testing.BreakableStore;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.Race;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SessionLimitTest {
  private static final int MOST = 2;
  private static final int ROUNDS = 1_000;

  private final SessionFixture replacing =
      new SessionFixture(SessionFixture.settings(null, MOST, WhenFull.REPLACE));
  private final SessionFixture refusing =
      new SessionFixture(SessionFixture.settings(null, MOST, WhenFull.REFUSE));

  private static OpenedSession laterLogin(SessionFixture life) {
    life.clock.advance(SessionFixture.SECOND);
    return life.browserLogin("alice");
  }

  private static List<String> liveIds(SessionFixture life) {
    return life.admin.of("alice").stream().map(LoginSession::id).toList();
  }

  @Test
  @Tag("S12")
  void open_oneTooMany_endsTheOldest() {
    OpenedSession first = laterLogin(replacing);
    OpenedSession second = laterLogin(replacing);
    OpenedSession third = laterLogin(replacing);

    assertThat(liveIds(replacing)).containsExactly(third.session().id(), second.session().id());
    assertThat(replacing.eventsOf(LoginSessionEnded.class))
        .singleElement()
        .satisfies(
            ended -> {
              assertThat(ended.sessionId()).isEqualTo(first.session().id());
              assertThat(ended.why()).isEqualTo(EndReason.TOO_MANY_SESSIONS);
            });
  }

  @Test
  @Tag("S12")
  void open_oneTooManyWhereThatIsRefused_leavesTheOthersAlone() {
    OpenedSession first = laterLogin(refusing);
    OpenedSession second = laterLogin(refusing);
    refusing.clock.advance(SessionFixture.SECOND);
    int events = refusing.events.size();

    assertThat(refusing.opener.open(refusing.loginNow("alice"))).isEqualTo(OpenRefusal.TOO_MANY);
    assertThat(liveIds(refusing)).containsExactly(second.session().id(), first.session().id());
    assertThat(refusing.events).hasSize(events);
  }

  /** Nobody has the ticket of such a session, so it must not keep its caller out. */
  @Test
  @Tag("S12")
  void open_storeFailsBeforeTheSessionsAreCounted_leavesNoneBehind() {
    ManualClock clock = ManualClock.atNoon();
    BreakableStore store = new BreakableStore(new MemorySessionStore(clock));
    SessionFixture life =
        new SessionFixture(clock, store, SessionFixture.settings(null, MOST, WhenFull.REFUSE));
    laterLogin(life);
    store.refuseLists();
    for (int time = 0; time < MOST; time++) {
      assertThatThrownBy(() -> laterLogin(life)).isInstanceOf(StoreUnavailableException.class);
    }
    store.repair();

    assertThat(liveIds(life)).hasSize(1);
    assertThat(laterLogin(life).session().callerName()).isEqualTo("alice");
  }

  @Test
  void open_afterALogout_isAllowedAgain() {
    OpenedSession first = laterLogin(refusing);
    laterLogin(refusing);
    refusing.ender.logOut(first.session().id());

    assertThat(laterLogin(refusing).session().callerName()).isEqualTo("alice");
  }

  @Test
  void open_inPlaceOfAnEarlierOne_countsOnlyOnce() {
    laterLogin(refusing);
    StoredLoginSession earlier = laterLogin(refusing).session();
    refusing.clock.advance(SessionFixture.SECOND);

    assertThat(refusing.opener.open(refusing.loginNow("alice").inPlaceOf(earlier)))
        .isInstanceOf(OpenedSession.class);
  }

  @Test
  void open_anotherCaller_isNotCounted() {
    laterLogin(refusing);
    laterLogin(refusing);

    assertThat(refusing.browserLogin("bob").session().callerName()).isEqualTo("bob");
  }

  @Test
  @Tag("S12")
  void open_manyAtOnce_neverLeavesMoreThanAllowed() throws Exception {
    for (SessionFixture life : List.of(replacing, refusing)) {
      try (Race race = new Race(4)) {
        for (int round = 0; round < ROUNDS; round++) {
          life.clock.advance(SessionFixture.SECOND);
          Callable<OpenOutcome> login = () -> life.opener.open(life.loginNow("alice"));
          race.run(Stream.generate(() -> login).limit(4).toList());
          assertThat(life.admin.of("alice")).hasSizeLessThanOrEqualTo(MOST);
          life.admin.endAll("alice");
        }
      }
    }
  }
}
