package dev.cloakroom.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.LoggedIn;
import dev.cloakroom.http.Reason;
import dev.cloakroom.identitystore.AccessTokenCredential;
import dev.cloakroom.servlet.LoginExchange;
import dev.cloakroom.servlet.LoginExchange.Refused;
import dev.cloakroom.testing.FakeMessageContext;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An access token says whose it is, and opens no other login. */
class LoginByAccessTokenTest {
  private final TestApplication app = new TestApplication();

  /** A session would outlive the token, and be fresh. */
  @Test
  @Tag("S13")
  void accessToken_logsNobodyIn() {
    String token = app.accessToken(app.apiLogin("alice").session());
    app.events.clear();
    MechanismFixture believing =
        new MechanismFixture(app, credential -> new CredentialValidationResult("alice"));
    FakeMessageContext byToken = asking(new AccessTokenCredential(token));
    FakeMessageContext byName = asking(new CallerOnlyCredential("alice"));

    assertThat(believing.validate(byToken)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
    assertThat(LoginExchange.outcome(byToken.getRequest()))
        .isEqualTo(new Refused(Reason.INVALID_CREDENTIALS));
    assertThat(app.eventsOf(LoggedIn.class)).isEmpty();
    assertThat(believing.validate(byName)).isEqualTo(AuthenticationStatus.SUCCESS);
  }

  private static FakeMessageContext asking(Credential credential) {
    return new FakeMessageContext(FakeRequest.get("/x"))
        .asking(new AuthenticationParameters().credential(credential));
  }
}
