package dev.cloakroom.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.event.LoggedOut;
import dev.cloakroom.event.LoginSessionEnded;
import dev.cloakroom.testing.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What ends a token of another issuer before its time, and what does not. */
class TokenRevocationsTest {
  private static final String ISSUER = "https://login.example.org/realms/shop";

  private final TestApplication app = new TestApplication();
  private final TokenRevocations revocations = new TokenRevocations(app.sessions);
  private final SessionEnder ender = new SessionEnder(app.sessions, revocations);
  private final StoredLoginSessions admin = new StoredLoginSessions(app.sessions, ender);

  private Instant now() {
    return app.clock.instant();
  }

  private ForeignLogin.Taken taken(long seconds) {
    return new ForeignLogin.Taken(now().plusSeconds(seconds), now().plusSeconds(seconds + 60));
  }

  private ForeignLoginSession login(String issuer, @Nullable String tokenId, String caller) {
    ForeignLogin.Credential token =
        new ForeignLogin.Credential(issuer, tokenId, now(), now().plusSeconds(300), taken(300));
    ForeignLogin login =
        new ForeignLogin("keycloak:" + caller, token, caller, Set.of("user"), Set.of(), null);
    return new ForeignLoginSession(login, app.sessions, revocations);
  }

  private ForeignLoginSession login(String tokenId, String caller) {
    return login(ISSUER, tokenId, caller);
  }

  @Test
  @Tag("J22")
  void logOut_endsTheTokenOfThatIssuerAndId_howeverOftenItIsRead() {
    assertThat(login("1", "alice").isOver()).isFalse();
    assertThat(login("1", "alice").logOut()).isTrue();

    assertThat(login("1", "alice").isOver()).isTrue();
    assertThat(login("2", "alice").isOver()).isFalse();
    assertThat(login("https://other.example.org", "1", "alice").isOver()).isFalse();
    assertThat(app.eventsOf(LoggedOut.class))
        .containsExactly(new LoggedOut("keycloak:alice", "alice", now()));
    assertThat(app.eventsOf(LoginSessionEnded.class))
        .containsExactly(
            new LoginSessionEnded("keycloak:alice", "alice", EndReason.LOGGED_OUT, now()));
  }

  /** The same letters, cut elsewhere between issuer and id. */
  @Test
  @Tag("J22")
  void logOut_ofAnIssuerAndIdThatAreWrittenAlikeTogether_isNotTheirs() {
    login("urn:a", "b:c", "alice").logOut();

    assertThat(login("urn:a", "b:c", "alice").isOver()).isTrue();
    assertThat(login("urn:a:b", "c", "alice").isOver()).isFalse();
  }

  @Test
  @Tag("J22")
  void logOut_ofATokenWithoutAnId_isNoSuccess() {
    ForeignLoginSession nameless = login(ISSUER, null, "alice");

    assertThat(nameless.isEndable()).isFalse();
    assertThat(nameless.logOut()).isFalse();
    assertThat(nameless.isOver()).isFalse();
    assertThat(app.events).isEmpty();
  }

  @Test
  void logOut_twice_isOneEvent() {
    login("1", "alice").logOut();
    login("1", "alice").logOut();

    assertThat(app.eventsOf(LoggedOut.class)).hasSize(1);
  }

  /** Whatever the clocks of the nodes say, it cannot be shown any more when it is forgotten. */
  @Test
  @Tag("J22")
  void logOut_isKeptUntilTheTokenCannotBeShown() {
    ForeignLoginSession login = login("1", "alice");
    login.logOut();
    app.clock.advance(Duration.ofMinutes(14));

    assertThat(login.isOver()).isTrue();
  }

  @Test
  @Tag("S10")
  void endAll_endsTheCallersTokensUntilNow_andNobodyElses() {
    ForeignLoginSession before = login(ISSUER, null, "alice");
    ForeignLoginSession other = login(ISSUER, null, "bob");

    assertThat(admin.endAll("alice")).isZero();
    app.clock.advance(Duration.ofSeconds(1));

    assertThat(before.isOver()).isTrue();
    assertThat(other.isOver()).isFalse();
    assertThat(login(ISSUER, null, "alice").isOver()).isFalse();
  }

  @Test
  @Tag("S9")
  void endAllBut_aSessionOfOurs_endsTheCallersTokens_andNobodyElses() {
    ForeignLoginSession tokenOfAlice = login("1", "alice");
    ForeignLoginSession tokenOfBob = login("2", "bob");

    ender.endAllBut("kept", "alice", EndReason.FACTOR_CHANGED);

    assertThat(tokenOfAlice.isOver()).isTrue();
    assertThat(tokenOfBob.isOver()).isFalse();
  }

  @Test
  @Tag("S9")
  void endAllBut_aLoginOfAnotherIssuer_leavesItsToken() {
    ForeignLoginSession kept = login("1", "alice");

    ender.endAllBut(kept.id(), "alice", EndReason.FACTOR_CHANGED);

    assertThat(kept.isOver()).isFalse();
  }

  @Test
  @Tag("S10")
  void endAllBefore_endsWhatIsOlderThanTheMoment_andNotWhatIsOfIt() {
    ForeignLoginSession older = login("1", "alice");
    app.clock.advance(Duration.ofSeconds(1));
    ForeignLoginSession ofIt = login("2", "bob");

    admin.endAllBefore(now());

    assertThat(older.isOver()).isTrue();
    assertThat(ofIt.isOver()).isFalse();
  }

  /** No moment is too far for a calendar, nor ends what is still to come. */
  @Test
  @Tag("S10")
  void endAllBefore_anyMoment_endsWhatThereIs() {
    ForeignLoginSession before = login("1", "alice");
    admin.endAllBefore(Instant.MIN);
    assertThat(before.isOver()).isFalse();
    admin.endAllBefore(Instant.MAX);
    app.clock.advance(Duration.ofSeconds(1));

    assertThat(before.isOver()).isTrue();
    assertThat(login("2", "alice").isOver()).isFalse();
  }

  /** The names of our own callers are no other issuer's, and cost the store nothing. */
  @Test
  @Tag("S10")
  void endAll_callerWhoHasNoForeignTokens_notesNothing() {
    TokenRevocations apart =
        new TokenRevocations(app.sessions, name -> name.startsWith("keycloak:"));
    ForeignLoginSession ours = login("1", "alice");
    ForeignLoginSession theirs = login("1", "keycloak:alice");
    apart.endAll("alice", now());
    apart.endAll("keycloak:alice", now());

    assertThat(ours.isOver()).isFalse();
    assertThat(theirs.isOver()).isTrue();
  }

  /** Whatever ended it may be forgotten by then. */
  @Test
  @Tag("S10")
  void tokenOfMoreThan400Days_isOver() {
    ForeignLoginSession old = login("1", "alice");
    admin.endAll("alice");
    app.clock.advance(Duration.ofDays(399));
    assertThat(old.isOver()).isTrue();
    app.clock.advance(Duration.ofDays(2));

    assertThat(old.isOver()).isTrue();
  }

  @Test
  void endToken_ofATimeThatIsOver_orFarAhead_isNoError() {
    admin.endToken(ISSUER, "1", Instant.EPOCH);
    admin.endToken(ISSUER, "2", Instant.MAX);

    assertThat(login("1", "alice").isOver()).isFalse();
    assertThat(login("2", "alice").isOver()).isTrue();
  }

  @Test
  @Tag("G7")
  void isOver_storeThatFails_isNoAnswer() {
    ForeignLoginSession login = login("1", "alice");
    app.store.breakDown();

    assertThatThrownBy(login::isOver).isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(login::logOut).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void isStillLive_afterItsTime_isNot() {
    ForeignLoginSession login = login("1", "alice");
    assertThat(login.isStillLive()).isTrue();
    app.clock.advance(Duration.ofSeconds(359));
    assertThat(login.isStillLive()).isTrue();
    app.clock.advance(Duration.ofSeconds(1));

    assertThat(login.isStillLive()).isFalse();
  }

  @Test
  @Tag("S13")
  @Tag("J20")
  void isFresh_onlyWhereTheIssuerSaysWhenTheCallerProvedWhoTheyAre() {
    ForeignLogin.Credential token =
        new ForeignLogin.Credential(ISSUER, "1", now(), now().plusSeconds(3600), taken(3600));
    ForeignLogin proven =
        new ForeignLogin("keycloak:a", token, "a", Set.of(), Set.of("pwd"), now());
    ForeignLoginSession session = new ForeignLoginSession(proven, app.sessions, revocations);

    assertThat(login("1", "a").isFresh()).isFalse();
    assertThat(session.isFresh()).isTrue();
    app.clock.advance(Duration.ofMinutes(10));
    assertThat(session.isFresh()).isFalse();
  }
}
