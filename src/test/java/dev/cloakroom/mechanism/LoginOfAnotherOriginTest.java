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
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A login by a right password on a page of the application's own, and who had it sent. */
@Tag("X5")
@Tag("X6")
class LoginOfAnotherOriginTest {
  private static final String FRIEND = "https://friend.test";

  private final TestApplication app =
      new TestApplication(Map.of("cloakroom.csrf.trusted-origins", FRIEND));

  private static FakeMessageContext login(FakeRequest request) {
    return new FakeMessageContext(request).asking(MechanismFixture.login("alice", "correct horse"));
  }

  private static FakeRequest from(String method, @Nullable String site, @Nullable String origin) {
    FakeRequest request = FakeRequest.of(method, "/sign-in");
    FakeRequest marked = site == null ? request : request.header("Sec-Fetch-Site", site);
    return origin == null ? marked : marked.header("Origin", origin);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, cross-site, https://evil.test",
    "POST, same-site,  https://other.shop.test",
    "PUT,  cross-site, https://evil.test",
    "POST, ,           https://evil.test",
    "POST, ,           null"
  })
  void ofAnother_isRefusedAndHeard_andNoStoreIsAsked(
      String method, @Nullable String site, String origin) {
    IdentityStoreHandler never = shown -> fail("a store was asked");
    FakeMessageContext context = login(from(method, site, origin));

    assertThat(new MechanismFixture(app, never).validate(context))
        .isEqualTo(AuthenticationStatus.SEND_FAILURE);
    assertThat(LoginExchange.outcome(context.getRequest()))
        .isEqualTo(new Refused(Reason.CROSS_ORIGIN_REFUSED));
    assertThat(context.response().cookies()).isEmpty();
    assertThat(app.eventsOf(LoginFailed.class))
        .extracting(LoginFailed::callerName, LoginFailed::reason)
        .containsExactly(tuple("alice", "cross-origin-refused"));
  }

  /** Also of programs, which say nothing, and where nothing is asked for. */
  @ParameterizedTest
  @CsvSource({
    "POST, same-origin, https://shop.test",
    "POST, none,        ",
    "POST, cross-site,  https://friend.test",
    "POST, ,            ",
    "GET,  cross-site,  https://evil.test"
  })
  void ofOurs_isDone(String method, @Nullable String site, @Nullable String origin) {
    assertThat(new MechanismFixture(app).validate(login(from(method, site, origin))))
        .isEqualTo(AuthenticationStatus.SUCCESS);
    assertThat(app.eventsOf(LoginFailed.class)).isEmpty();
  }

  @Test
  void ofAnother_whereNobodyIsToCheck_isDone() {
    TestApplication open = new TestApplication(Map.of("cloakroom.csrf", "off"));

    assertThat(
            new MechanismFixture(open)
                .validate(login(from("POST", "cross-site", "https://evil.test"))))
        .isEqualTo(AuthenticationStatus.SUCCESS);
  }

  /** A page of the identity provider has the browser send it. */
  @Test
  void ofAnother_byWhatIsNoPassword_isDone() {
    MechanismFixture fixture =
        new MechanismFixture(app, shown -> new CredentialValidationResult("alice"));
    FakeMessageContext callback =
        new FakeMessageContext(from("POST", "cross-site", "https://idp.test"))
            .asking(
                AuthenticationParameters.withParams()
                    .credential(new CallerOnlyCredential("alice"))
                    .newAuthentication(true));

    assertThat(fixture.validate(callback)).isEqualTo(AuthenticationStatus.SUCCESS);
  }
}
