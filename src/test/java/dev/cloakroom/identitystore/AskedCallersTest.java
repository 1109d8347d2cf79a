package dev.cloakroom.identitystore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.identitystore.BearerLookup.Foreign;
import dev.cloakroom.identitystore.BearerLookup.Rejected;
import dev.cloakroom.identitystore.BearerLookup.SessionOver;
import dev.cloakroom.identitystore.BearerLookup.Undecided;
import dev.cloakroom.issuer.ForeignTokens;
import dev.cloakroom.session.ForeignLoginSession;
import dev.cloakroom.session.ForeignLookup;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.SessionEnder;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.session.StoredLoginSessions;
import dev.cloakroom.session.TokenRevocations;
import dev.cloakroom.testing.FakeIntrospection;
import dev.cloakroom.testing.TestApplication;
import dev.cloakroom.token.OpaqueTokens;
import dev.cloakroom.token.RawToken;
import dev.cloakroom.token.RejectedToken;
import dev.cloakroom.token.RejectedToken.Reason;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Callers whose issuer is asked about their tokens, beside our own opaque ones. */
class AskedCallersTest {
  private static final Duration CACHED = Duration.ofSeconds(30);

  private final FakeIntrospection issuer = FakeIntrospection.start();
  private final TestApplication app =
      new TestApplication(issuer.settings("hydra", "groups-from-stores", "true"));
  private final AtomicInteger asked = new AtomicInteger();
  private final ForeignTokens foreign =
      ForeignTokens.open(app.settings.issuers(), getClass().getClassLoader(), app.clock, 1 << 20);
  private final TokenRevocations revocations = new TokenRevocations(app.sessions);
  private final AccessTokens own =
      new OpaqueAccessTokens(
          new OpaqueTokens(app.keys.deriveMacKey("access token"), Duration.ofMinutes(5), app.clock),
          app.resolver);
  private final AccessTokens tokens =
      new ForeignAccessTokens(
          own,
          foreign,
          new ForeignCallers(
              app.sessions,
              revocations,
              new CallerValidator(credential -> asked(credential)),
              app.settings.issuers()),
          text -> app.refreshTokens.sessionIdAtAnyTime(text).isPresent());

  @AfterEach
  void close() {
    foreign.close();
    issuer.close();
  }

  private CredentialValidationResult asked(Object credential) {
    asked.incrementAndGet();
    ForeignTokenCredential shown = (ForeignTokenCredential) credential;
    return new CredentialValidationResult(shown.token().callerName(), shown.token().groups());
  }

  private void active(String token, String group) {
    long now = app.clock.instant().getEpochSecond();
    issuer.active(
        token,
        "\"sub\":\"alice\",\"aud\":\"shop\",\"iat\":%s,\"exp\":%s,\"jti\":\"%s\",\"groups\":[\"%s\"]"
            .formatted(now, now + 600, token, group));
  }

  private BearerLookup lookUp(String token) {
    return tokens.lookUp(new RawToken(token));
  }

  private ForeignLoginSession accepted(String token) {
    assertThat(lookUp(token)).isInstanceOf(Foreign.class);
    return ((Foreign) lookUp(token)).session();
  }

  /** Not those that the issuer named first, for as long as the token lasts. */
  @Test
  void groups_areThoseOfTheLastAnswer() {
    active("opaque", "user");
    assertThat(accepted("opaque").groups()).containsExactly("user");
    active("opaque", "admin");
    assertThat(accepted("opaque").groups()).containsExactly("user");
    app.clock.advance(CACHED);

    assertThat(accepted("opaque").groups()).containsExactly("admin");
  }

  @Test
  void stores_areAskedOnce_asLongAsTheIssuerSaysTheSame() {
    active("opaque", "user");
    accepted("opaque");
    app.clock.advance(CACHED);
    accepted("opaque");
    assertThat(issuer.asked()).hasSize(2);
    assertThat(asked).hasValue(1);
  }

  @Test
  @Tag("J22")
  void tokenThatIsEndedHere_isOver_whateverTheIssuerSays() {
    active("one", "user");
    active("two", "user");
    assertThat(accepted("one").logOut()).isTrue();

    assertThat(lookUp("one")).isEqualTo(new SessionOver(SessionRefusal.ENDED));
    accepted("two");
  }

  @Test
  @Tag("S10")
  void callerWhoseTokensAreEndedHere_isOut_untilOneIsIssuedLater() {
    active("before", "user");
    accepted("before");
    new StoredLoginSessions(app.sessions, new SessionEnder(app.sessions, revocations))
        .endAll("hydra:alice");
    assertThat(lookUp("before")).isEqualTo(new SessionOver(SessionRefusal.ENDED));

    app.clock.advance(Duration.ofSeconds(1));
    active("after", "user");
    accepted("after");
  }

  /** Nobody else is to be shown one, also when its time is over. */
  @Test
  @Tag("B6")
  void ownToken_isShownToNobody() {
    OpenedSession opened = app.apiLogin("alice");
    String token = own.issue(opened.session()).text();
    assertThat(lookUp(token)).isInstanceOf(BearerLookup.Accepted.class);
    app.clock.advance(Duration.ofMinutes(5));
    assertThat(lookUp(token)).isEqualTo(new Rejected(new RejectedToken(Reason.EXPIRED)));

    assertThat(issuer.asked()).isEmpty();
    lookUp(token.replaceFirst("....$", "AAAA"));
    assertThat(issuer.asked()).hasSize(1);
  }

  /** A logout by it, too, must not hang on another issuer. */
  @Test
  @Tag("B8")
  void ownRefreshToken_isShownToNobody() {
    String refreshToken = Objects.requireNonNull(app.apiLogin("alice").refreshToken());
    issuer.answer(500, "");

    assertThat(lookUp(refreshToken)).isEqualTo(new Rejected(new RejectedToken(Reason.INVALID)));
    assertThat(tokens.foreignLogin(new RawToken(refreshToken)))
        .isEqualTo(ForeignLookup.None.UNKNOWN);
    assertThat(issuer.asked()).isEmpty();
  }

  @Test
  @Tag("G7")
  void issuerThatFails_decidesNothing() {
    issuer.answer(500, "");

    assertThat(lookUp("opaque")).isEqualTo(Undecided.UNAVAILABLE);
    assertThat(tokens.foreignLogin(new RawToken("opaque"))).isEqualTo(ForeignLookup.None.UNDECIDED);
  }

  /** Who has it revoked, or logs out by it, waits for its issuer once. */
  @Test
  @Tag("B8")
  void tokenThatMayBeOurs_isAskedForOnce() {
    issuer.answer(500, "");
    RawToken shown = new RawToken("opaque");

    assertThat(tokens.sessionIdAtAnyTime(shown)).isEmpty();
    assertThat(tokens.foreignLogin(shown)).isEqualTo(ForeignLookup.None.UNDECIDED);
    assertThat(issuer.asked()).hasSize(1);
    RawToken ours = new RawToken(own.issue(app.apiLogin("alice").session()).text());
    assertThat(tokens.sessionIdAtAnyTime(ours)).isPresent();
  }

  /** Who asks us about tokens is told of ours alone. */
  @Test
  @Tag("B7")
  void live_isOursAlone() {
    active("opaque", "user");
    OpenedSession opened = app.apiLogin("alice");

    assertThat(tokens.live(new RawToken("opaque"))).isEmpty();
    assertThat(tokens.live(new RawToken(own.issue(opened.session()).text()))).isPresent();
  }
}
