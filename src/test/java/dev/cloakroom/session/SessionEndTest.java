package dev.cloakroom.session;

import static dev.cloakroom.session.SessionFixture.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.LoginSession;
import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.event.LoggedIn;
import dev.cloakroom.event.LoggedOut;
import dev.cloakroom.event.LoginSessionEnded;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.store.remote.SharedStore.Push;
import dev.cloakroom.testing.SharedMemory;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sessions end by their caller, by the application, and by nothing else. */
class SessionEndTest {
  private final SessionFixture life = new SessionFixture();

  private boolean isLive(OpenedSession opened) {
    return life.resolver.byTicket(opened.ticket()) instanceof StoredLoginSession;
  }

  @Test
  @Tag("S3")
  void open_twice_givesDifferentIdsAndSecrets() {
    OpenedSession one = life.browserLogin("alice");
    OpenedSession two = life.browserLogin("alice");

    assertThat(one.session().id()).isNotEqualTo(two.session().id());
    assertThat(one.ticket().secret()).isNotEqualTo(two.ticket().secret());
    assertThat(life.eventsOf(LoggedIn.class)).hasSize(2);
  }

  @Test
  @Tag("S17")
  void ticketPersistsUntil_onlyRemembered_isTheEndOfTheSession() {
    assertThat(life.browserLogin("alice").session().ticketPersistsUntil()).isNull();
    StoredLoginSession remembered = life.rememberedLogin("alice").session();
    assertThat(remembered.ticketPersistsUntil()).isEqualTo(remembered.expiresAt());
  }

  @Test
  @Tag("S7")
  void logOut_always_endsTheSessionAndFiresOnce() {
    OpenedSession opened = life.browserLogin("alice");

    life.ender.logOut(opened.session().id());
    life.ender.logOut(opened.session().id());
    assertThat(isLive(opened)).isFalse();
    assertThat(life.eventsOf(LoggedOut.class)).hasSize(1);
    assertThat(life.eventsOf(LoginSessionEnded.class))
        .extracting(LoginSessionEnded::why)
        .containsExactly(EndReason.LOGGED_OUT);
  }

  @Test
  @Tag("S11")
  void endOwn_ownSession_isEnded() {
    OpenedSession here = life.browserLogin("alice");
    OpenedSession there = life.browserLogin("alice");

    assertThat(life.own.of(here.session())).hasSize(2);
    assertThat(life.own.end(here.session(), there.session().id())).isTrue();
    assertThat(isLive(there)).isFalse();
    assertThat(isLive(here)).isTrue();
    assertThat(life.own.end(here.session(), there.session().id())).isFalse();
  }

  @Test
  @Tag("S11")
  void endOwn_anotherCallersSession_isRefused() {
    OpenedSession alice = life.browserLogin("alice");
    OpenedSession bob = life.browserLogin("bob");

    assertThat(life.own.end(alice.session(), bob.session().id())).isFalse();
    assertThat(isLive(bob)).isTrue();
  }

  @Test
  @Tag("S9")
  void endOthers_always_leavesOnlyTheCurrentOne() {
    OpenedSession here = life.browserLogin("alice");
    OpenedSession there = life.browserLogin("alice");
    OpenedSession bob = life.browserLogin("bob");

    assertThat(life.own.endOthers(here.session())).isEqualTo(1);
    assertThat(isLive(here)).isTrue();
    assertThat(isLive(there)).isFalse();
    assertThat(isLive(bob)).isTrue();
  }

  @Test
  @Tag("S9")
  void endAllBut_ofACaller_leavesThatOneAndOtherCallers() {
    OpenedSession here = life.browserLogin("alice");
    OpenedSession there = life.browserLogin("alice");
    OpenedSession bob = life.browserLogin("bob");

    assertThat(life.ender.endAllBut(here.session().id(), "alice", EndReason.FACTOR_CHANGED))
        .isEqualTo(1);
    assertThat(isLive(here)).isTrue();
    assertThat(isLive(there)).isFalse();
    assertThat(life.eventsOf(LoginSessionEnded.class))
        .extracting(LoginSessionEnded::why)
        .containsExactly(EndReason.FACTOR_CHANGED);

    assertThat(life.ender.endAllBut(bob.session().id(), "alice", EndReason.FACTOR_CHANGED))
        .isEqualTo(1);
    assertThat(isLive(here)).isFalse();
    assertThat(isLive(bob)).isTrue();
  }

  @Test
  @Tag("S11")
  void endAllOwn_always_endsTheCurrentOneToo() {
    OpenedSession here = life.browserLogin("alice");
    life.clock.advance(SECOND);

    assertThat(life.own.endAll(here.session())).isEqualTo(1);
    assertThat(isLive(here)).isFalse();
  }

  @Test
  @Tag("S10")
  void endAll_byAdministrator_endsAlsoALoginUnderWay() {
    OpenedSession opened = life.browserLogin("alice");
    NewLogin underWay = life.loginNow("alice");
    life.clock.advance(SECOND);

    assertThat(life.admin.endAll("alice")).isEqualTo(1);
    assertThat(isLive(opened)).isFalse();
    assertThat(life.opener.open(underWay)).isEqualTo(OpenRefusal.ENDED);
    life.clock.advance(SECOND);
    assertThat(isLive(life.browserLogin("alice"))).isTrue();
  }

  @Test
  @Tag("S10")
  void endAllBefore_always_endsTheOlderOnesOfEveryCaller() {
    OpenedSession alice = life.browserLogin("alice");
    OpenedSession bob = life.browserLogin("bob");
    life.clock.advance(SECOND);
    OpenedSession newer = life.browserLogin("alice");

    assertThat(life.admin.endAllBefore(newer.session().createdAt())).isEqualTo(2);
    assertThat(isLive(alice)).isFalse();
    assertThat(isLive(bob)).isFalse();
    assertThat(isLive(newer)).isTrue();
  }

  private SessionFixture inPortions(SharedMemory connection) {
    SessionFixture node = new SessionFixture(life.clock, connection);
    node.browserLogin("alice");
    node.browserLogin("bob");
    node.browserLogin("carol");
    node.clock.advance(SECOND);
    return node;
  }

  private SharedMemory connection() {
    return new SharedMemory(new MemorySessionStore(life.clock), Push.ABSENT);
  }

  @Test
  @Tag("S10")
  void endAllBefore_inPortions_tellsOfEach() {
    SessionFixture node = inPortions(connection());

    assertThat(node.admin.endAllBefore(node.clock.instant())).isEqualTo(3);
    assertThat(node.eventsOf(LoginSessionEnded.class))
        .extracting(LoginSessionEnded::callerName)
        .containsExactlyInAnyOrder("alice", "bob", "carol");
  }

  @Test
  @Tag("S10")
  @Tag("G7")
  void endAllBefore_aPortionFails_saysSoAndHasToldOfThoseBefore() {
    SharedMemory connection = connection();
    SessionFixture node = inPortions(connection);
    AtomicInteger left = new AtomicInteger(1);
    connection.beforeAnswer(
        () -> {
          if (left.getAndDecrement() == 0) {
            throw new StoreUnavailableException("The store is down.", new IOException("cut"));
          }
        });

    assertThatThrownBy(() -> node.admin.endAllBefore(node.clock.instant()))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(node.eventsOf(LoginSessionEnded.class)).hasSize(1);
    connection.beforeAnswer(() -> {});
    assertThat(node.admin.endAllBefore(node.clock.instant())).isEqualTo(2);
  }

  @Test
  @Tag("S10")
  void end_byAdministrator_tellsWhetherThereWasOne() {
    OpenedSession opened = life.browserLogin("alice");

    assertThat(life.admin.end(opened.session().id())).isTrue();
    assertThat(life.admin.end(opened.session().id())).isFalse();
    assertThat(life.admin.of("alice")).isEmpty();
  }

  @Test
  void of_severalSessions_areNewestFirst() {
    OpenedSession first = life.browserLogin("alice");
    life.clock.advance(SECOND);
    OpenedSession second = life.browserLogin("alice");

    assertThat(life.admin.of("alice"))
        .extracting(LoginSession::id)
        .containsExactly(second.session().id(), first.session().id());
  }

  @Test
  void changeGroups_endedSession_isLeftAlone() {
    OpenedSession opened = life.browserLogin("alice");
    life.ender.logOut(opened.session().id());

    assertThat(life.admin.changeGroups("alice", Set.of("admin"))).isZero();
  }
}
