package dev.cloakroom.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.LoginFailed;
import dev.cloakroom.http.Reason;
import dev.cloakroom.servlet.LoginExchange;
import dev.cloakroom.servlet.LoginExchange.Refused;
import dev.cloakroom.servlet.LoginExchange.Succeeded;
import dev.cloakroom.testing.FakeMessageContext;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Credentials without a name, as where a page hands over a field that was not sent. */
class NamelessLoginTest {
  private final TestApplication app = new TestApplication();

  static Set<Credential> nameless() {
    return Set.of(
        new UsernamePasswordCredential(null, "any"),
        new CallerOnlyCredential(null),
        new Credential() {});
  }

  private static FakeMessageContext login(Credential presented) {
    return new FakeMessageContext(FakeRequest.post("/own-page"))
        .asking(new AuthenticationParameters().credential(presented));
  }

  @ParameterizedTest
  @MethodSource("nameless")
  void loginOfNobody_isRefused_andHeardOf(Credential presented) {
    FakeMessageContext context = login(presented);

    assertThat(
            new MechanismFixture(app, shown -> CredentialValidationResult.INVALID_RESULT)
                .validate(context))
        .isEqualTo(AuthenticationStatus.SEND_FAILURE);
    assertThat(LoginExchange.outcome(context.getRequest()))
        .isEqualTo(new Refused(Reason.INVALID_CREDENTIALS));
    assertThat(app.eventsOf(LoginFailed.class))
        .extracting(LoginFailed::callerName)
        .containsExactly("");
  }

  /** The store may know whose it is, as of a ticket that an identity provider gave. */
  @Test
  void loginOfWhomTheStoreKnows_isDone() {
    FakeMessageContext context = login(new Credential() {});

    new MechanismFixture(app, shown -> new CredentialValidationResult("alice")).validate(context);

    assertThat(LoginExchange.outcome(context.getRequest())).isInstanceOf(Succeeded.class);
  }
}
