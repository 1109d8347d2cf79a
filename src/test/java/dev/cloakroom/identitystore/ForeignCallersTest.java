package dev.cloakroom.identitystore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.identitystore.BearerLookup.Foreign;
import dev.cloakroom.identitystore.BearerLookup.Rejected;
import dev.cloakroom.issuer.ForeignToken;
import dev.cloakroom.issuer.ForeignTokens;
import dev.cloakroom.session.ForeignLoginSession;
import dev.cloakroom.session.TokenRevocations;
import dev.cloakroom.testing.OtherIssuer;
import dev.cloakroom.testing.TestApplication;
import dev.cloakroom.token.RawToken;
import dev.cloakroom.token.RejectedToken;
import dev.cloakroom.token.RejectedToken.Reason;
import dev.cloakroom.token.TokenCache;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Callers of other issuers: what is kept of them, for how long, and whom the stores hear of. */
class ForeignCallersTest {
  private final OtherIssuer directory = new OtherIssuer("directory");
  private final TestApplication app = new TestApplication(settings());
  private final AtomicInteger asked = new AtomicInteger();
  private final ForeignTokens foreign =
      ForeignTokens.open(app.settings.issuers(), getClass().getClassLoader(), app.clock, 1 << 20);
  private final ForeignCallers callers =
      new ForeignCallers(
          app.sessions,
          new TokenRevocations(app.sessions),
          new CallerValidator(new DirectorySafeStores(credential -> asked(credential))),
          app.settings.issuers());
  private final ForeignAccessTokens tokens =
      new ForeignAccessTokens(app.accessTokens, foreign, callers, text -> false);

  private Map<String, String> settings() {
    Map<String, String> all = new HashMap<>(directory.settings());
    all.put("cloakroom.issuers.directory.callers", "shared");
    all.put("cloakroom.issuers.directory.groups-from-stores", "true");
    all.put("cloakroom.issuers.directory.clock-skew", "PT30S");
    all.put("cloakroom.issuers.directory.max-token-age", "PT2M");
    return all;
  }

  private CredentialValidationResult asked(Object credential) {
    asked.incrementAndGet();
    return new CredentialValidationResult(
        ((ForeignTokenCredential) credential).token().callerName(), Set.of("staff"));
  }

  private BearerLookup lookUp(String token) {
    return tokens.lookUp(new RawToken(token));
  }

  private String tokenOf(String caller) {
    return directory.token(caller, app.clock.instant());
  }

  private ForeignLoginSession accepted(String token) {
    assertThat(lookUp(token)).isInstanceOf(Foreign.class);
    return ((Foreign) lookUp(token)).session();
  }

  /** A directory takes it for a pattern, and gives bob's groups. */
  @Test
  @Tag("J20")
  void lookUp_nameThatADirectoryTakesForAnother_isRefused_andNoStoreIsAsked() {
    for (String name : new String[] {"bob*", "bob)(cn=*", " bob", "bob,ou=admins="}) {
      assertThat(lookUp(tokenOf(name))).isEqualTo(new Rejected(new RejectedToken(Reason.INVALID)));
    }
    assertThat(asked).hasValue(0);

    assertThat(accepted(tokenOf("bob")).groups()).containsExactly("staff");
    assertThat(asked).hasValue(1);
  }

  @Test
  @Tag("J6")
  void session_livesAsLongAsItsTokenIsTaken() {
    String token = tokenOf("bob");
    ForeignLoginSession session = accepted(token);
    assertThat(session.expiresAt()).isEqualTo(app.clock.instant().plusSeconds(120));
    assertThat(session.takenUntil()).isEqualTo(app.clock.instant().plusSeconds(150));
    app.clock.advance(Duration.ofSeconds(149));
    assertThat(accepted(token).isStillLive()).isTrue();
    app.clock.advance(Duration.ofSeconds(1));

    assertThat(lookUp(token)).isEqualTo(new Rejected(new RejectedToken(Reason.EXPIRED)));
    assertThat(session.isStillLive()).isFalse();
  }

  @Test
  void session_ofATokenThatEndsBefore_isOverWithThat() {
    OtherIssuer keycloak = new OtherIssuer("keycloak");
    TestApplication plain = new TestApplication(keycloak.settings());
    String token = keycloak.token("alice", plain.clock.instant());
    BearerLookup found = OtherIssuer.takenBy(plain).lookUp(new RawToken(token));

    assertThat(((Foreign) found).session().expiresAt())
        .isEqualTo(plain.clock.instant().plusSeconds(300));
  }

  /** MicroProfile JWT has the age of a token counted without skew. */
  @Test
  @Tag("J6")
  void session_ofATokenWhoseAgeIsCounted_endsWhenItIsRefused() {
    Map<String, String> settings = new HashMap<>(directory.mpJwtSettings("jwt"));
    settings.remove("mp.jwt.token.header");
    settings.put("mp.jwt.verify.token.age", "120");
    TestApplication plain = new TestApplication(settings);
    String token = directory.token("alice", plain.clock.instant());
    BearerLookup found = OtherIssuer.takenBy(plain).lookUp(new RawToken(token));

    assertThat(((Foreign) found).session().takenUntil())
        .isEqualTo(plain.clock.instant().plusSeconds(120));
  }

  private ForeignToken verified(String caller) {
    return (ForeignToken) foreign.find(tokenOf(caller)).orElseThrow();
  }

  /** Whoever has tokens fills no memory with them. */
  @Test
  void knownLogins_areBounded_andGoWithTheirTokens() {
    TokenCache<ForeignLoginSession> known =
        new TokenCache<>(app.clock, 10_000, ForeignLoginSession::takenUntil);
    ForeignToken last = verified("bob");
    for (int i = 0; i < 100; i++) {
      last = verified("bob");
      known.keep(last.raw().text(), callers.loginOf(last));
    }
    assertThat(known.size()).isBetween(1L, 20L);
    app.clock.advance(Duration.ofSeconds(150));

    assertThat(known.find(last.raw().text())).isNull();
    assertThat(known.size()).isZero();
  }

  @Test
  void knownLogins_keepWhatIsOfALivingToken() {
    TokenCache<ForeignLoginSession> known =
        new TokenCache<>(app.clock, 10_000, ForeignLoginSession::takenUntil);
    ForeignToken token = verified("bob");
    ForeignLoginSession login = callers.loginOf(token);
    known.keep(token.raw().text(), login);
    app.clock.advance(Duration.ofSeconds(149));

    assertThat(known.find(token.raw().text())).isSameAs(login);
    assertThat(known.find(verified("bob").raw().text())).isNull();
  }

  /** A session of ours would outlive the token. */
  @Test
  @Tag("J19")
  @SuppressWarnings("UnnecessaryAssignment") // stands in for the container, which injects
  void identityStore_foreignToken_opensNoSessionOfOurs() {
    AccessTokenIdentityStore store = new AccessTokenIdentityStore();
    store.accessTokens = tokens;
    String own = app.accessToken(app.apiLogin("alice").session());

    assertThat(store.validate(new AccessTokenCredential(tokenOf("bob"))))
        .isEqualTo(CredentialValidationResult.INVALID_RESULT);
    assertThat(store.validate(new AccessTokenCredential(own)).getStatus()).isEqualTo(Status.VALID);
  }
}
