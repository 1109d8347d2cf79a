package dev.cloakroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.config.NearCacheSettings;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.event.RefreshTokenReused;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.store.remote.NearCache;
import dev.cloakroom.store.remote.SharedStore.Push;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.SharedMemory;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What one node did a moment ago and has not yet been told to the other. */
class TwoNodesTest {
  private final ManualClock clock = ManualClock.atNoon();
  private final SessionStore whole = new MemorySessionStore(clock);
  private final SharedMemory hereToStore = new SharedMemory(whole, Push.SUPPORTED);
  private final SharedMemory thereToStore = new SharedMemory(whole, Push.SUPPORTED);
  private final SessionFixture here = node(hereToStore);
  private final SessionFixture there = node(thereToStore);

  private SessionFixture node(SharedMemory connection) {
    return new SessionFixture(
        clock,
        new NearCache(
            connection,
            new NearCacheSettings(100, Duration.ofSeconds(1)),
            clock,
            () -> TimeUnit.MILLISECONDS.toNanos(clock.millis())));
  }

  private static boolean isLive(SessionFixture node, Ticket ticket) {
    return node.resolver.byTicket(ticket) instanceof StoredLoginSession;
  }

  private OpenedSession knownOnBoth() {
    OpenedSession opened = here.apiLogin("alice");
    assertThat(isLive(there, opened.ticket())).isTrue();
    return opened;
  }

  @Test
  void repeatedRequest_onTheOtherNode_isNoRoundTrip() {
    OpenedSession opened = knownOnBoth();
    int before = thereToStore.roundTrips();

    assertThat(isLive(there, opened.ticket())).isTrue();
    assertThat(thereToStore.roundTrips()).isEqualTo(before);
  }

  @Test
  void ticketRotatedHere_worksThereBeforeItIsTold() {
    OpenedSession opened = knownOnBoth();
    RotatedSession rotated = Objects.requireNonNull(here.rotation.rotate(opened.ticket()));

    assertThat(isLive(there, rotated.ticket())).isTrue();
  }

  @Test
  void ticketRotatedHere_canBeRotatedThereBeforeItIsTold() {
    OpenedSession opened = knownOnBoth();
    RotatedSession rotated = Objects.requireNonNull(here.rotation.rotate(opened.ticket()));

    assertThat(isLive(there, rotated.ticket())).isTrue();
    assertThat(there.rotation.rotate(rotated.ticket())).isNotNull();
    assertThat(there.rotation.rotate(opened.ticket())).as("no longer in force").isNull();
  }

  @Test
  @Tag("S5")
  void sessionUsedHere_isNotIdleThereBeforeItIsTold() {
    OpenedSession opened = knownOnBoth();
    clock.advance(SessionFixture.IDLE.minus(SessionFixture.SECOND));
    assertThat(isLive(here, opened.ticket())).isTrue();
    clock.advance(SessionFixture.IDLE.minus(SessionFixture.SECOND));

    assertThat(isLive(there, opened.ticket())).isTrue();
    clock.advance(SessionFixture.IDLE);
    assertThat(there.resolver.byTicket(opened.ticket())).isEqualTo(SessionRefusal.EXPIRED);
  }

  @Test
  void refreshTokenExchangedHere_itsSuccessorWorksThereBeforeItIsTold() {
    OpenedSession opened = knownOnBoth();
    RefreshedSession first =
        (RefreshedSession) here.refreshTokens.exchange(SessionFixture.refreshToken(opened));

    assertThat(there.refreshTokens.exchange(first.refreshToken()))
        .isInstanceOf(RefreshedSession.class);
    assertThat(isLive(here, opened.ticket())).isTrue();
  }

  @Test
  void refreshTokenExchangedOnBoth_isOneChain() {
    OpenedSession opened = knownOnBoth();
    String shown = SessionFixture.refreshToken(opened);
    RefreshedSession first = (RefreshedSession) here.refreshTokens.exchange(shown);
    RefreshedSession second = (RefreshedSession) there.refreshTokens.exchange(shown);

    assertThat(second.refreshToken()).isEqualTo(first.refreshToken());
  }

  @Test
  void refreshTokenStolen_isNoticedOnTheOtherNode() {
    OpenedSession opened = knownOnBoth();
    String stolen = SessionFixture.refreshToken(opened);
    here.refreshTokens.exchange(stolen);
    clock.advance(SessionFixture.GRACE);

    assertThat(there.refreshTokens.exchange(stolen)).isEqualTo(SessionRefusal.REUSED);
    assertThat(there.eventsOf(RefreshTokenReused.class)).hasSize(1);
    tellHere(opened);
    assertThat(isLive(here, opened.ticket())).isFalse();
  }

  @Test
  @Tag("S7")
  void endedHere_isEndedThereOnceItIsTold() {
    OpenedSession opened = knownOnBoth();
    here.ender.end(opened.session().id(), EndReason.LOGGED_OUT);
    SessionRecord ended = Objects.requireNonNull(whole.find(opened.session().id()));
    thereToStore.tell(ended);

    assertThat(there.resolver.byTicket(opened.ticket())).isEqualTo(SessionRefusal.ENDED);
  }

  /** The use that is due is what tells the node that its copy is old. */
  @Test
  @Tag("S7")
  void endedHere_isEndedThereBeforeItIsTold_onceAUseHasToBeWrittenDown() {
    OpenedSession opened = knownOnBoth();
    OpenedSession other = knownOnBoth();
    clock.advance(SessionFixture.TOUCH);
    here.ender.end(opened.session().id(), EndReason.LOGGED_OUT);

    assertThat(there.resolver.byVerifiedId(opened.session().id())).isEqualTo(SessionRefusal.ENDED);
    assertThat(isLive(there, opened.ticket())).isFalse();
    assertThat(isLive(here, other.ticket())).isTrue();
    assertThat(isLive(there, other.ticket())).as("touched by the other node").isTrue();
  }

  @Test
  @Tag("S7")
  void endedHere_aLateTouchThereDoesNotBringItBack() {
    OpenedSession opened = knownOnBoth();
    here.ender.end(opened.session().id(), EndReason.LOGGED_OUT);
    clock.advance(SessionFixture.TOUCH);
    there.resolver.byTicket(opened.ticket());

    assertThat(there.resolver.byTicket(opened.ticket())).isEqualTo(SessionRefusal.ENDED);
  }

  @Test
  @Tag("S10")
  void groupsChangedHere_areTheNewOnesThereOnceToldAndTheTicketIsReplaced() {
    OpenedSession opened = knownOnBoth();
    here.admin.changeGroups("alice", Set.of("auditor"));
    thereToStore.tell(Objects.requireNonNull(whole.find(opened.session().id())));

    StoredLoginSession seen = (StoredLoginSession) there.resolver.byTicket(opened.ticket());
    assertThat(seen.groups()).containsExactly("auditor");
    assertThat(seen.isRotationDue()).isTrue();
  }

  private void tellHere(OpenedSession opened) {
    hereToStore.tell(Objects.requireNonNull(whole.find(opened.session().id())));
  }
}
