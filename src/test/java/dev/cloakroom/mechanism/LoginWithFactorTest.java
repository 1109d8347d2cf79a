package dev.cloakroom.mechanism;

import static dev.cloakroom.testing.TestApplication.cookieOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.event.LoggedIn;
import dev.cloakroom.event.LoginFailed;
import dev.cloakroom.servlet.FactorAnswer;
import dev.cloakroom.servlet.LoginExchange;
import dev.cloakroom.servlet.LoginExchange.Pending;
import dev.cloakroom.servlet.RequestLogin;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.testing.FakeMessageContext;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.NumberFactor;
import dev.cloakroom.testing.TestApplication;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Logins of a caller who has a second factor, whatever has asked for them. */
class LoginWithFactorTest {
  private final TestApplication app = new TestApplication();
  private final MechanismFixture fixture = new MechanismFixture(app, this::validate);

  LoginWithFactorTest() {
    fixture.second.beans.add(new NumberFactor());
  }

  private CredentialValidationResult validate(Credential shown) {
    return shown instanceof FactorAnswer
        ? new CredentialValidationResult("mallory", Set.of("admin"))
        : new CredentialValidationResult("alice", Set.of("user"));
  }

  private static FakeMessageContext by(Credential credential, FakeRequest request) {
    return new FakeMessageContext(request)
        .asking(new AuthenticationParameters().credential(credential).newAuthentication(true));
  }

  @Test
  @Tag("P7")
  @Tag("P8")
  void anyCredential_isNotEnough() {
    FakeMessageContext context = by(new CallerOnlyCredential("alice"), FakeRequest.get("/own"));

    assertThat(fixture.validate(context)).isEqualTo(AuthenticationStatus.SEND_FAILURE);

    assertThat(LoginExchange.outcome(context.getRequest())).isInstanceOf(Pending.class);
    assertThat(context.caller()).isNull();
    assertThat(context.getGroups()).isEmpty();
    assertThat(RequestLogin.of(context.getRequest())).isNull();
    assertThat(app.store.findByCaller("alice")).isEmpty();
    assertThat(app.eventsOf(LoggedIn.class)).isEmpty();
    assertThat(context.response().cookies())
        .singleElement()
        .asString()
        .startsWith("__Host-sid-factor=");
  }

  @Test
  @Tag("P8")
  void credentialThatIsNoPassword_addsNothingToTheMethods() {
    FakeMessageContext begun = by(new CallerOnlyCredential("alice"), FakeRequest.get("/own"));
    fixture.validate(begun);
    String cookie = begun.response().cookies().get(0).split(";", 2)[0];
    String ticket = cookie.split("=", 2)[1];

    FakeMessageContext done =
        by(new FactorAnswer(ticket, "number", "42"), FakeRequest.post("/login/factor"));

    assertThat(fixture.validate(done)).isEqualTo(AuthenticationStatus.SUCCESS);
    assertThat(done.getGroups()).containsExactly("user");
    RequestLogin login = Objects.requireNonNull(RequestLogin.of(done.getRequest()));
    assertThat(login.session().authenticationMethods()).containsExactly("number");
    assertThat(login.session().level()).isEqualTo(2);
  }

  @Test
  @Tag("G8")
  void answerWithoutALogin_isNoneWhateverIdentityStoresSay() {
    FakeMessageContext context =
        by(new FactorAnswer("", "number", "42"), FakeRequest.post("/login/factor"));

    assertThat(fixture.validate(context)).isEqualTo(AuthenticationStatus.SEND_FAILURE);

    assertThat(context.caller()).isNull();
    assertThat(app.eventsOf(LoginFailed.class))
        .extracting(LoginFailed::reason)
        .containsExactly("factor-expired");
  }

  @Test
  @Tag("P8")
  void otherLogin_takesThePlaceOfTheOneThatWaits() {
    FakeMessageContext begun = by(new CallerOnlyCredential("alice"), FakeRequest.get("/own"));
    fixture.validate(begun);
    MechanismFixture bobs =
        new MechanismFixture(
            app, credential -> new CredentialValidationResult("bob", Set.of("user")));
    String cookie = begun.response().cookies().get(0).split(";", 2)[0];

    FakeMessageContext bob =
        by(new CallerOnlyCredential("bob"), FakeRequest.get("/own").cookie(cookie));

    assertThat(bobs.validate(bob)).isEqualTo(AuthenticationStatus.SUCCESS);
    assertThat(bob.response().cookies())
        .anyMatch(set -> set.startsWith("__Host-sid-factor=;") && set.contains("Max-Age=0"));
  }

  /** Else a wrong answer over a live session could count as a login, on some server. */
  @Test
  void ticketOfWhatWaits_isAloneAtItsEndpoint_andNowhereElse() {
    OpenedSession bob = app.browserLogin("bob");
    String cookies = cookieOf(bob) + "; __Host-sid-factor=x";
    FakeMessageContext there =
        new FakeMessageContext(FakeRequest.post("/login/factor").cookie(cookies));
    FakeMessageContext elsewhere =
        new FakeMessageContext(FakeRequest.get("/orders").cookie(cookies));
    FakeMessageContext without =
        new FakeMessageContext(FakeRequest.post("/login/factor").cookie(cookieOf(bob)));

    fixture.validate(there);
    fixture.validate(elsewhere);
    fixture.validate(without);

    assertThat(RequestLogin.of(there.getRequest())).isNull();
    assertThat(RequestLogin.of(elsewhere.getRequest())).isNotNull();
    assertThat(RequestLogin.of(without.getRequest())).isNotNull();
  }
}
