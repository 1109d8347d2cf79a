package dev.cloakroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crypto.MacKey;
import dev.cloakroom.crypto.RandomIds;
import dev.cloakroom.store.Records;
import dev.cloakroom.store.SessionRecord;
import dev.cloakroom.store.remote.BudgetedStore;
import dev.cloakroom.store.remote.SharedStore;
import dev.cloakroom.testing.ManualClock;
import dev.cloakroom.testing.PushedNode;
import dev.cloakroom.testing.Relay;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often a node waits for its store to do what a request asks for, counted on the wire. */
public abstract class RequestRoundTripsContract {
  private static final Duration BUDGET = Duration.ofSeconds(20);
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);
  private static final SignedSpelling SIGNED =
      new SignedSpelling(new MacKey(new RandomIds().salt(32)));

  protected final ManualClock clock = ManualClock.atNoon();
  private Relay relay;
  private SharedStore told;

  /** Of another node: whoever waits for changes on a connection takes no calls there. */
  private SharedStore another;

  private PushedNode pushed;
  private SessionFixture node;

  /** Where a server listens that has nothing from another test. */
  protected abstract int portOfEmptyServer();

  /** A store that reaches the server by a port, on one connection that is already open. */
  protected abstract SharedStore storeBy(int port) throws Exception;

  @BeforeEach
  void openNode() throws Exception {
    int port = portOfEmptyServer();
    relay = Relay.to(port);
    told = storeBy(port);
    another = storeBy(port);
    SharedStore asked = new BudgetedStore(storeBy(relay.port()), BUDGET);
    pushed = PushedNode.on(hearingOf(told, asked), clock);
    node = new SessionFixture(clock, pushed.store());
    pushed.heard().await("connected");
    useEachStatementOnce();
  }

  @AfterEach
  void closeNode() {
    pushed.store().close();
    told.close();
    another.close();
    relay.close();
  }

  /** The signs of life on the channel of changes are nothing that a request waits for. */
  private static SharedStore hearingOf(SharedStore told, SharedStore asked) {
    Object split =
        Proxy.newProxyInstance(
            RequestRoundTripsContract.class.getClassLoader(),
            new Class<?>[] {SharedStore.class},
            (self, method, arguments) ->
                method.invoke(method.getName().equals("listen") ? told : asked, arguments));
    return (SharedStore) split;
  }

  private void useEachStatementOnce() throws InterruptedException {
    OpenedSession opened = knownLogin();
    node.rotation.rotate(opened.ticket());
  }

  /** A login of which this node has been told everything, and still has a copy. */
  private OpenedSession knownLogin() throws InterruptedException {
    OpenedSession opened = node.apiLogin("alice");
    hearAllUntilNow();
    return opened;
  }

  /** Changes are told in their order, but not all stores tell of a login. */
  private void hearAllUntilNow() throws InterruptedException {
    SessionRecord last = Records.login("somebody else", clock.instant());
    pushed.store().create(last);
    pushed.store().replace(last.seen(clock.instant()));
    pushed.heard().awaitChangeOf(last.id());
  }

  /** The same, but the node has no copy. */
  private OpenedSession coldLogin() throws InterruptedException {
    OpenedSession opened = knownLogin();
    pushed.store().everythingChanged();
    return opened;
  }

  private int roundTripsTo(Class<?> outcome, Supplier<@Nullable Object> request) {
    int before = relay.roundTrips();
    assertThat(request.get()).isInstanceOf(outcome);
    return relay.roundTrips() - before;
  }

  private int toFind(Supplier<@Nullable Object> request) {
    return roundTripsTo(StoredLoginSession.class, request);
  }

  private int toRefuse(Supplier<@Nullable Object> request) {
    return roundTripsTo(SessionRefusal.class, request);
  }

  @Test
  void lookUp_ofASessionInMemory_isNone() throws InterruptedException {
    OpenedSession opened = knownLogin();
    String id = opened.session().id();

    assertThat(toFind(() -> node.resolver.byTicket(opened.ticket()))).isZero();
    assertThat(toFind(() -> node.resolver.byVerifiedId(id))).isZero();
  }

  @Test
  void lookUp_ofASessionNotInMemory_isOne_andTheNextIsNone() throws InterruptedException {
    OpenedSession opened = coldLogin();

    assertThat(toFind(() -> node.resolver.byTicket(opened.ticket()))).isOne();
    assertThat(toFind(() -> node.resolver.byTicket(opened.ticket()))).isZero();
  }

  @Test
  void lookUp_ofTheSessionOfAToken_notInMemory_isOne() throws InterruptedException {
    String id = coldLogin().session().id();

    assertThat(toFind(() -> node.resolver.byVerifiedId(id))).isOne();
  }

  /** Whoever guesses asks the store, but no more often than anybody. */
  @Test
  void credential_ofNoSession_isOne() throws InterruptedException {
    OpenedSession nowhere = new SessionFixture().apiLogin("mallory");
    String id = nowhere.session().id();
    String token = SessionFixture.refreshToken(nowhere);
    knownLogin();

    assertThat(toRefuse(() -> node.resolver.byTicket(nowhere.ticket()))).isOne();
    assertThat(toRefuse(() -> node.resolver.byVerifiedId(id))).isOne();
    assertThat(toRefuse(() -> node.refreshTokens.exchange(token))).isOne();
  }

  @Test
  void lookUp_onceAMinute_isOneForTheTouch_andTheNextIsNone() throws InterruptedException {
    OpenedSession opened = knownLogin();
    clock.advance(SessionFixture.TOUCH);

    assertThat(toFind(() -> node.resolver.byTicket(opened.ticket()))).isOne();
    hearAllUntilNow();
    assertThat(toFind(() -> node.resolver.byTicket(opened.ticket()))).isZero();
  }

  private static Ticket signed(OpenedSession opened, StoredLoginSession session) {
    return Objects.requireNonNull(SIGNED.read(SIGNED.spell(session, opened.ticket(), 4096)));
  }

  /** Also after a change, if what the cookie states is what the change made. */
  @Test
  @Tag("S7")
  void lookUp_bySignedCookie_ofASessionOfAnotherNode_isNone_untilItEnds()
      throws InterruptedException {
    SessionFixture elsewhere = new SessionFixture(clock, another);
    clock.advance(LONG_ENOUGH);
    OpenedSession opened = elsewhere.browserLogin("alice");
    Ticket fromLogin = signed(opened, opened.session());
    hearAllUntilNow();
    assertThat(toFind(() -> node.resolver.byTicket(fromLogin))).isZero();

    clock.advance(SessionFixture.TOUCH);
    var touched = (StoredLoginSession) elsewhere.resolver.byTicket(opened.ticket());
    Ticket fromTouch = signed(opened, touched);
    hearAllUntilNow();
    assertThat(toFind(() -> node.resolver.byTicket(fromTouch))).isZero();

    elsewhere.ender.logOut(opened.session().id());
    hearAllUntilNow();
    assertThat(toRefuse(() -> node.resolver.byTicket(fromTouch))).isOne();
  }

  @Test
  void login_isOne() {
    assertThat(roundTripsTo(OpenedSession.class, () -> node.apiLogin("bob"))).isOne();
  }

  @Test
  void rotation_isOne() throws InterruptedException {
    OpenedSession opened = knownLogin();

    assertThat(roundTripsTo(RotatedSession.class, () -> node.rotation.rotate(opened.ticket())))
        .isOne();
  }

  @Test
  void firstUse_ofANewTicket_isOne_andTheNextIsNone() throws InterruptedException {
    OpenedSession opened = knownLogin();
    Ticket fresh = Objects.requireNonNull(node.rotation.rotate(opened.ticket())).ticket();
    hearAllUntilNow();

    assertThat(toFind(() -> node.resolver.byTicket(fresh))).isOne();
    hearAllUntilNow();
    assertThat(toFind(() -> node.resolver.byTicket(fresh))).isZero();
  }

  @Test
  void refresh_ofASessionInMemory_isOne() throws InterruptedException {
    String token = SessionFixture.refreshToken(knownLogin());

    assertThat(roundTripsTo(RefreshedSession.class, () -> node.refreshTokens.exchange(token)))
        .isOne();
  }

  /** The token is proven by what is in the record, and the next one made of it. */
  @Test
  void refresh_ofASessionNotInMemory_isOneToReadAndOneToWrite() throws InterruptedException {
    String token = SessionFixture.refreshToken(coldLogin());

    assertThat(roundTripsTo(RefreshedSession.class, () -> node.refreshTokens.exchange(token)))
        .isEqualTo(2);
  }

  @Test
  void logout_isOne() throws InterruptedException {
    OpenedSession opened = knownLogin();
    int before = relay.roundTrips();
    node.ender.logOut(opened.session().id());

    assertThat(relay.roundTrips() - before).isOne();
    assertThat(Objects.requireNonNull(pushed.store().findLatest(opened.session().id())).end())
        .isNotNull();
  }
}
