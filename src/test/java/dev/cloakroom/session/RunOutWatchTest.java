package dev.cloakroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.event.LoginSessionEnded;
import dev.cloakroom.session.BeanWrite.Changed;
import dev.cloakroom.store.BeanState;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.SessionStore;
import dev.cloakroom.store.memory.MemorySessionStore;
import dev.cloakroom.store.remote.SharedStore.Push;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.SharedMemory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Login sessions that keep beans and run out, on two nodes that share a store. */
class RunOutWatchTest {
  private static final BeanState CART = BeanState.of(new byte[] {1, 2, 3});
  private static final Duration OVER =
      SessionFixture.IDLE.plus(RunOutWatch.CLOCKS_APART).plusMillis(1);

  private final ManualClock clock = ManualClock.atNoon();
  private final SessionStore whole = new MemorySessionStore(clock);
  private final SharedMemory connection = new SharedMemory(whole, Push.SUPPORTED);
  private final SessionFixture here = new SessionFixture(clock, connection);
  private final SessionFixture there = new SessionFixture(clock, whole);
  private final RunOutWatch watchHere = new RunOutWatch(here.sessions);
  private final RunOutWatch watchThere = new RunOutWatch(there.sessions);
  private final SessionBeans beansHere = new SessionBeans(here.sessions, 100, watchHere);
  private final SessionBeans beansThere = new SessionBeans(there.sessions, 100, watchThere);

  private OpenedSession loginWithACart() {
    OpenedSession login = here.browserLogin("alice");
    beansHere.write(login.session().id(), List.of(new Changed("cart", null, CART)));
    return login;
  }

  private void runBoth() {
    watchHere.run();
    watchThere.run();
  }

  @Test
  void sessionThatRanOut_hasItsBeansDestroyed() {
    String id = loginWithACart().session().id();

    clock.advance(OVER);
    watchHere.run();

    assertThat(here.leftBehind).isEqualTo(Map.of(id, Map.of("cart", CART)));
    assertThat(here.events).noneMatch(event -> event instanceof LoginSessionEnded);
  }

  @Test
  void sessionThatRanOut_isExpiredForItsCaller_asEver() {
    OpenedSession login = loginWithACart();

    clock.advance(OVER);
    watchHere.run();

    assertThat(here.resolver.byTicket(login.ticket())).isEqualTo(SessionRefusal.EXPIRED);
  }

  @Test
  void severalNodes_destroyOnce() {
    String id = loginWithACart().session().id();
    assertThat(beansThere.of(id)).hasSize(1);

    clock.advance(OVER);
    runBoth();
    runBoth();

    assertThat(here.leftBehind).hasSize(1);
    assertThat(there.leftBehind).isEmpty();
  }

  @Test
  void severalNodesAtTheSameMoment_destroyOnce() {
    String id = loginWithACart().session().id();
    assertThat(beansThere.of(id)).hasSize(1);

    clock.advance(OVER);
    connection.beforeAnswer(watchThere);
    watchHere.run();

    assertThat(there.leftBehind).hasSize(1);
    assertThat(here.leftBehind).isEmpty();
  }

  @Test
  void nodeThatReadTheBeans_isEnough_whenTheOtherIsGone() {
    String id = loginWithACart().session().id();
    assertThat(beansThere.of(id)).hasSize(1);

    clock.advance(OVER);
    watchThere.run();

    assertThat(there.leftBehind).containsOnlyKeys(id);
  }

  @Test
  void sessionInUse_keepsItsBeans_untilItsOwnTimeIsOver() {
    OpenedSession login = loginWithACart();
    clock.advance(SessionFixture.IDLE.minusSeconds(1));
    assertThat(there.resolver.byTicket(login.ticket())).isInstanceOf(StoredLoginSession.class);

    clock.advance(RunOutWatch.CLOCKS_APART.plusSeconds(2));
    watchHere.run();
    assertThat(here.leftBehind).isEmpty();
    assertThat(beansHere.of(login.session().id())).hasSize(1);

    clock.advance(SessionFixture.IDLE);
    watchHere.run();
    assertThat(here.leftBehind).hasSize(1);
  }

  @Test
  void sessionThatIsJustOver_isLeftAlone_forClocksDiffer() {
    loginWithACart();

    clock.advance(SessionFixture.IDLE.plus(RunOutWatch.CLOCKS_APART).minusMillis(1));
    watchHere.run();

    assertThat(here.leftBehind).isEmpty();
  }

  @Test
  void sessionThatWasEnded_isNotLookedAtTwice() {
    OpenedSession login = loginWithACart();
    here.ender.logOut(login.session().id());
    assertThat(here.leftBehind).hasSize(1);

    clock.advance(OVER);
    watchHere.run();
    int before = connection.roundTrips();
    watchHere.run();

    assertThat(here.leftBehind).hasSize(1);
    assertThat(connection.roundTrips()).isEqualTo(before);
  }

  @Test
  void longSessionThatWasEnded_isForgottenWithinADay() {
    OpenedSession login = here.rememberedLogin("alice");
    beansHere.write(login.session().id(), List.of(new Changed("cart", null, CART)));
    there.ender.logOut(login.session().id());

    clock.advance(RunOutWatch.LONGEST_UNSEEN);
    int before = connection.roundTrips();
    watchHere.run();
    watchHere.run();

    assertThat(connection.roundTrips() - before).isOne();
    assertThat(here.leftBehind).isEmpty();
  }

  @Test
  void sessionWithoutBeans_isNotLookedAt() {
    assertThat(beansHere.of(here.browserLogin("alice").session().id())).isEmpty();
    int before = connection.roundTrips();

    clock.advance(OVER);
    watchHere.run();

    assertThat(connection.roundTrips()).isEqualTo(before);
  }

  @Test
  void storeThatFails_isAskedAgain() {
    String id = loginWithACart().session().id();
    clock.advance(OVER);
    connection.beforeAnswer(
        () -> {
          throw new StoreUnavailableException("down");
        });
    watchHere.run();
    assertThat(here.leftBehind).isEmpty();

    connection.beforeAnswer(() -> {});
    watchHere.run();

    assertThat(here.leftBehind).containsOnlyKeys(id);
  }

  @Test
  void recordThatRanOut_staysReadable_withoutItsBeans() {
    String id = loginWithACart().session().id();

    clock.advance(OVER);
    watchHere.run();

    SessionRecord kept = Objects.requireNonNull(whole.find(id));
    assertThat(kept.beans()).isEmpty();
    assertThat(kept.end()).isNull();
  }
}
