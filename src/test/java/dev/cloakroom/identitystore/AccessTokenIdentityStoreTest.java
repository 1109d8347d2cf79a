package dev.cloakroom.identitystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.StoreUnavailableException;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.SessionRefusal;
import dev.cloakroom.session.StoredLoginSessions;
import dev.cloakroom.testing.TestApplication;
import dev.cloakroom.token.RawToken;
import dev.cloakroom.token.RejectedToken;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AccessTokenIdentityStoreTest {
  private final TestApplication app = new TestApplication();
  private final OpenedSession opened = app.apiLogin("alice");
  private final String token = app.accessToken(opened.session());
  private final AccessTokenIdentityStore store = new AccessTokenIdentityStore();

  @BeforeEach
  @SuppressWarnings("UnnecessaryAssignment") // stands in for the container, which injects
  void inject() {
    store.accessTokens = app.accessTokens;
  }

  private CredentialValidationResult validate(String text) {
    return store.validate(new AccessTokenCredential(text));
  }

  @Test
  void validate_tokenOfALiveSession_isItsCaller() {
    CredentialValidationResult result = validate(token);

    assertThat(result.getStatus()).isEqualTo(Status.VALID);
    assertThat(result.getCallerPrincipal().getName()).isEqualTo("alice");
    assertThat(result.getCallerGroups()).containsExactly("user");
  }

  @Test
  void validate_groupsThatWereChangedSince_areTheSessions() {
    new StoredLoginSessions(app.sessions, app.ender).changeGroups("alice", Set.of("admin"));

    assertThat(validate(token).getCallerGroups()).containsExactly("admin");
  }

  @Test
  @Tag("J1")
  void validate_otherText_isInvalid() {
    char last = token.charAt(token.length() - 5);
    String changed =
        token.substring(0, token.length() - 5)
            + (last == 'A' ? 'B' : 'A')
            + token.substring(token.length() - 4);

    assertThat(validate("nonsense").getStatus()).isEqualTo(Status.INVALID);
    assertThat(validate(changed).getStatus()).isEqualTo(Status.INVALID);
    assertThat(validate(token).getStatus()).isEqualTo(Status.VALID);
  }

  @Test
  @Tag("J21")
  void validate_tokenOfAnEndedSession_isInvalid() {
    assertThat(validate(token).getStatus()).isEqualTo(Status.VALID);

    app.ender.logOut(opened.session().id());

    assertThat(validate(token).getStatus()).isEqualTo(Status.INVALID);
  }

  @Test
  void validate_otherCredential_isLeftToOtherStores() {
    assertThat(store.validate(new UsernamePasswordCredential("alice", token)).getStatus())
        .isEqualTo(Status.NOT_VALIDATED);
  }

  @Test
  @Tag("G7")
  void validate_sessionStoreDown_throwsAndNeverAccepts() {
    assertThat(validate(token).getStatus()).isEqualTo(Status.VALID);
    app.store.breakDown();

    assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> validate(token));
  }

  @Test
  @Tag("G5")
  void credential_neverShowsItsText() {
    assertThat(new AccessTokenCredential(token)).hasToString("AccessTokenCredential[***]");
  }

  @Test
  @Tag("J6")
  void lookUp_saysWhyThereIsNoSession() {
    RawToken shown = new RawToken(token);

    assertThat(app.accessTokens.lookUp(shown)).isInstanceOf(BearerLookup.Accepted.class);
    assertThat(app.accessTokens.lookUp(new RawToken("x")))
        .isEqualTo(new BearerLookup.Rejected(new RejectedToken(RejectedToken.Reason.INVALID)));
    app.ender.logOut(opened.session().id());
    assertThat(app.accessTokens.lookUp(shown))
        .isEqualTo(new BearerLookup.SessionOver(SessionRefusal.ENDED));
    app.clock.advance(Duration.ofMinutes(6));
    assertThat(app.accessTokens.lookUp(shown))
        .isEqualTo(new BearerLookup.Rejected(new RejectedToken(RejectedToken.Reason.EXPIRED)));
  }
}
