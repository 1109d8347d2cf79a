package dev.cloakroom.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.tuple;

import dev.cloakroom.event.LoginFailed;
import dev.cloakroom.http.Reason;
import dev.cloakroom.servlet.LoginExchange;
import dev.cloakroom.servlet.LoginExchange.Refused;
import dev.cloakroom.testing.FakeMessageContext;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.TestApplication;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A login by a right password, that a page sends without the CSRF token that is asked for. */
@Tag("X6")
class LoginWithoutTokenTest {
  private final TestApplication app = new TestApplication(Map.of("cloakroom.csrf", "token"));
  private final FakeRequest ofAPage =
      FakeRequest.post("/login").header("Sec-Fetch-Site", "same-origin");
  private final FakeRequest ofAnotherSite = FakeRequest.post("/login").header("Origin", "null");
  private final FakeRequest ofAProgram = FakeRequest.post("/login");

  private static FakeMessageContext login(FakeRequest request) {
    return new FakeMessageContext(request).asking(MechanismFixture.login("alice", "correct horse"));
  }

  @Test
  void ofAPage_isRefusedAndHeard_andNoStoreIsAsked() {
    IdentityStoreHandler never = shown -> fail("a store was asked");
    FakeMessageContext context = login(ofAPage);

    assertThat(new MechanismFixture(app, never).validate(context))
        .isEqualTo(AuthenticationStatus.SEND_FAILURE);
    assertThat(LoginExchange.outcome(context.getRequest()))
        .isEqualTo(new Refused(Reason.CSRF_TOKEN_MISSING));
    assertThat(app.eventsOf(LoginFailed.class))
        .extracting(LoginFailed::callerName, LoginFailed::reason)
        .containsExactly(tuple("alice", "csrf-token-missing"));
  }

  /** Else pages of others could have a visitor wait. */
  @Test
  @Tag("P1")
  void ofAPage_howeverOften_makesNobodyWait() {
    for (int i = 0; i < 200; i++) {
      assertRefused(ofAPage, Reason.CSRF_TOKEN_MISSING);
      assertRefused(ofAnotherSite, Reason.CROSS_ORIGIN_REFUSED);
    }

    assertThat(new MechanismFixture(app).validate(login(ofAProgram)))
        .isEqualTo(AuthenticationStatus.SUCCESS);
  }

  private void assertRefused(FakeRequest request, Reason reason) {
    FakeMessageContext context = login(request);
    new MechanismFixture(app).validate(context);
    assertThat(LoginExchange.outcome(context.getRequest())).isEqualTo(new Refused(reason));
  }

  @Test
  void ofAProgram_isDone() {
    assertThat(new MechanismFixture(app).validate(login(ofAProgram)))
        .isEqualTo(AuthenticationStatus.SUCCESS);
    assertThat(app.eventsOf(LoginFailed.class)).isEmpty();
  }
}
