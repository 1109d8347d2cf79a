package dev.cloakroom.identitystore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.LoginSession;
import dev.cloakroom.identitystore.BearerLookup.Foreign;
import dev.cloakroom.identitystore.BearerLookup.Rejected;
import dev.cloakroom.identitystore.BearerLookup.SessionOver;
import dev.cloakroom.issuer.ForeignTokens;
import dev.cloakroom.session.ForeignLoginSession;
import dev.cloakroom.session.ForeignLookup;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.session.TokenRevocations;
import dev.cloakroom.testing.OtherIssuer;
import dev.cloakroom.testing.TestApplication;
import dev.cloakroom.token.RawToken;
import dev.cloakroom.token.RejectedToken;
import dev.cloakroom.token.RejectedToken.Reason;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tokens of other issuers beside our own. */
class ForeignAccessTokensTest {
  private static final Rejected INVALID = new Rejected(new RejectedToken(Reason.INVALID));

  private final OtherIssuer keycloak = new OtherIssuer("keycloak");
  private final OtherIssuer directory = new OtherIssuer("directory");
  private final TestApplication app = new TestApplication(settings());
  private final AtomicInteger asked = new AtomicInteger();
  private boolean storesFail;
  private final ForeignAccessTokens tokens = tokens();

  private Map<String, String> settings() {
    Map<String, String> all = new HashMap<>(keycloak.settings());
    all.putAll(directory.settings());
    all.put("cloakroom.issuers.directory.callers", "shared");
    all.put("cloakroom.issuers.directory.groups-from-stores", "true");
    return all;
  }

  private ForeignAccessTokens tokens() {
    ForeignTokens foreign =
        ForeignTokens.open(app.settings.issuers(), getClass().getClassLoader(), app.clock, 1 << 20);
    CallerValidator stores = new CallerValidator(credential -> asked(credential));
    ForeignCallers callers =
        new ForeignCallers(
            app.sessions, new TokenRevocations(app.sessions), stores, app.settings.issuers());
    return new ForeignAccessTokens(app.accessTokens, foreign, callers, text -> false);
  }

  /** As a container does that has our store and one that provides groups. */
  private CredentialValidationResult asked(Object credential) {
    asked.incrementAndGet();
    if (storesFail) {
      throw new IllegalStateException("the directory is down");
    }
    return new CredentialValidationResult(
        ((ForeignTokenCredential) credential).token().callerName(), Set.of("user", "staff"));
  }

  private Instant now() {
    return app.clock.instant();
  }

  private BearerLookup lookUp(String token) {
    return tokens.lookUp(new RawToken(token));
  }

  private LoginSession accepted(String token) {
    assertThat(lookUp(token)).isInstanceOf(Foreign.class);
    return ((Foreign) lookUp(token)).session();
  }

  @Test
  @Tag("J19")
  void lookUp_foreignToken_isALoginThatTheIssuerTellsOf() {
    Map<String, Object> more =
        Map.of("amr", List.of("otp"), "auth_time", now().minusSeconds(5).getEpochSecond());
    LoginSession login = accepted(keycloak.token("alice", now(), more));

    assertThat(login.isAnonymous()).isFalse();
    assertThat(login.callerName()).isEqualTo("keycloak:alice");
    assertThat(login.groups()).containsExactly("user");
    assertThat(login.authenticationMethods()).containsExactly("otp");
    assertThat(login.createdAt()).isEqualTo(now().minusSeconds(5));
    assertThat(login.expiresAt()).isEqualTo(now().plusSeconds(300));
    assertThat(login.isFresh()).isTrue();
  }

  @Test
  @Tag("J20")
  void lookUp_claimsThatAreNoTimeAndNoMethods_areAsIfTheyWereNotThere() {
    Map<String, Object> odd = Map.of("amr", "otp", "auth_time", -1);
    LoginSession login = accepted(keycloak.token("alice", now(), odd));

    assertThat(login.authenticationMethods()).isEmpty();
    assertThat(login.createdAt()).isEqualTo(now());
    assertThat(login.isFresh()).isFalse();
  }

  @Test
  void id_isOfTheIssuersSessionWhateverItsTokens_andNoneOfOurs() {
    Map<String, Object> session = Map.of("sid", "one");
    String id = accepted(keycloak.token("alice", now(), session)).id();

    assertThat(id).matches("keycloak:[\\w-]{22}");
    assertThat(accepted(keycloak.token("alice", now(), session)).id()).isEqualTo(id);
    assertThat(accepted(keycloak.token("alice", now(), Map.of("sid", "two"))).id())
        .isNotEqualTo(id);
    assertThat(accepted(keycloak.token("one", now())).id()).isNotEqualTo(id);
    assertThat(accepted(keycloak.token("bob", now(), session)).id()).isNotEqualTo(id);
  }

  @Test
  void lookUp_ourOwnToken_isOurs() {
    String own = app.accessToken(app.apiLogin("alice").session());

    assertThat(lookUp(own)).isInstanceOf(BearerLookup.Accepted.class);
    assertThat(tokens.sessionIdAtAnyTime(new RawToken(own))).isPresent();
    assertThat(lookUp("rubbish")).isEqualTo(INVALID);
  }

  @Test
  @Tag("J6")
  void lookUp_foreignTokenWhoseTimeIsOver_isThat() {
    String token = keycloak.token("alice", now());
    accepted(token);
    app.clock.advance(Duration.ofMinutes(6));

    assertThat(lookUp(token)).isEqualTo(new Rejected(new RejectedToken(Reason.EXPIRED)));
  }

  @Test
  @Tag("J21")
  void lookUp_afterItsLogout_isOver_andAnotherIsNot() {
    String token = keycloak.token("alice", now());
    String other = keycloak.token("alice", now());
    ForeignLookup found = tokens.foreignLogin(new RawToken(token));
    assertThat(((ForeignLoginSession) found).logOut()).isTrue();

    assertThat(lookUp(token)).isEqualTo(new SessionOver(SessionRefusal.ENDED));
    assertThat(tokens.foreignLogin(new RawToken(token))).isEqualTo(ForeignLookup.None.OVER);
    accepted(other);
  }

  @Test
  void lookUp_whereTheSettingsSaySo_asksTheStoresForGroupsOnceForEachToken() {
    String token = directory.token("bob", now());

    assertThat(accepted(token).groups()).containsExactlyInAnyOrder("user", "staff");
    assertThat(accepted(token).callerName()).isEqualTo("bob");
    assertThat(asked).hasValue(1);
    assertThat(((Foreign) lookUp(token)).token().groups())
        .containsExactlyInAnyOrder("user", "staff");
    accepted(keycloak.token("bob", now()));
    assertThat(asked).hasValue(1);
  }

  /** What has ended needs no groups. */
  @Test
  @Tag("J22")
  void lookUp_endedToken_asksNoStore() {
    String token = directory.token("bob", now());
    assertThat(((ForeignLoginSession) tokens.foreignLogin(new RawToken(token))).logOut()).isTrue();
    storesFail = true;

    assertThat(lookUp(token)).isEqualTo(new SessionOver(SessionRefusal.ENDED));
    assertThat(asked).hasValue(0);
  }

  @Test
  @Tag("G7")
  @Tag("G8")
  void lookUp_storesThatFail_tellNothing_andAreAskedAgain() {
    String token = directory.token("bob", now());
    storesFail = true;
    assertThat(lookUp(token)).isEqualTo(BearerLookup.Undecided.UNAVAILABLE);
    storesFail = false;

    accepted(token);
  }

  /** Who may say who our callers are may not say who those of a third issuer are. */
  @Test
  @Tag("J19")
  void lookUp_callerWhoseNameIsOfAThirdIssuer_isNobody() {
    String another = directory.token("keycloak:alice", now());
    assertThat(lookUp(another)).isEqualTo(INVALID);
    assertThat(tokens.foreignLogin(new RawToken(another))).isEqualTo(ForeignLookup.None.UNKNOWN);
    assertThat(lookUp(directory.token(" Keycloak:alice", now()))).isEqualTo(INVALID);
    accepted(directory.token("alice", now()));
    accepted(keycloak.token("keycloak:alice", now()));
  }

  @Test
  void foreignLogin_ofWhatIsNoneOfTheirs_isUnknown() {
    String own = app.accessToken(app.apiLogin("alice").session());

    assertThat(tokens.foreignLogin(new RawToken(own))).isEqualTo(ForeignLookup.None.UNKNOWN);
    assertThat(tokens.foreignLogin(new RawToken("a.b.c"))).isEqualTo(ForeignLookup.None.UNKNOWN);
    assertThat(tokens.foreignLogin(new RawToken(new OtherIssuer("keycloak").token("alice", now()))))
        .isEqualTo(ForeignLookup.None.UNKNOWN);
  }

  @Test
  @Tag("J19")
  void validate_loginUnderANameOfAnotherIssuersCallers_isRefused() {
    ReservedNameStores stores =
        new ReservedNameStores(
            credential -> new CredentialValidationResult(PresentedName.of(credential), Set.of()),
            name -> name.startsWith("keycloak:"));

    assertThat(stores.validate(new UsernamePasswordCredential("keycloak:bob", "x")))
        .isEqualTo(CredentialValidationResult.INVALID_RESULT);
    assertThat(stores.validate(new UsernamePasswordCredential("bob", "x")).getStatus())
        .isEqualTo(CredentialValidationResult.Status.VALID);
  }
}
