package dev.cloakroom.web;

import static dev.cloakroom.web.Endpoints.json;
import static dev.cloakroom.web.Endpoints.reason;
import static dev.cloakroom.web.FactorClient.answer;
import static dev.cloakroom.web.FactorClient.ofBrowser;
import static dev.cloakroom.web.FactorClient.pair;
import static dev.cloakroom.web.FactorClient.password;
import static dev.cloakroom.web.FactorClient.rightTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.crossorigin.CsrfHolder;
import dev.cloakroom.event.LoginFailed;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.NumberFactor;
import dev.cloakroom.testing.TestApplication;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Second factors where CSRF tokens are asked for. */
class FactorCsrfTest {
  private static final String VISITOR = "AAAAAAAAAAAAAAAAAAAAAA";
  private static final String HEADER = "X-CSRF-Token";

  private final Endpoints endpoints =
      new Endpoints(
          Map.of(
              "cloakroom.csrf", "token",
              "cloakroom.login.page", "/in",
              "cloakroom.login.factor-page", "/code",
              "cloakroom.login.step-up-page", "/more"));
  private final TestApplication app = endpoints.app;
  private final FactorClient client = new FactorClient(endpoints);
  private final String visitors = app.csrfTokens.of(CsrfHolder.visitor(VISITOR));

  FactorCsrfTest() {
    endpoints.second.beans.add(new NumberFactor());
  }

  private static FakeRequest ofVisitor(FakeRequest request) {
    return ofBrowser(request).cookie("__Host-sid-csrf=" + VISITOR);
  }

  @Test
  @Tag("X6")
  void login_needsTheVisitorsTokenAtBothSteps() {
    FakeResponse begun = client.login(ofVisitor(password()).header(HEADER, visitors));
    String ticket = pair(begun, FactorClient.COOKIE);
    String right = rightTo(json(begun));

    FakeResponse refused = client.factor(ofVisitor(answer(right)).cookie(ticket));
    assertThat(refused.getStatus()).isEqualTo(403);
    assertThat(reason(refused)).isEqualTo("csrf-token-missing");

    FakeRequest whole = ofVisitor(answer(right)).cookie(ticket).header(HEADER, visitors);
    assertThat(client.factor(whole).getStatus()).isEqualTo(200);
  }

  @Test
  @Tag("X1")
  void stepUp_needsTheTokenOfTheLogin() {
    OpenedSession alice = app.browserLogin("alice");
    FakeRequest get = ofBrowser(FakeRequest.get("/login/factor"));
    JsonObject asked = json(client.factor(Endpoints.by(alice, get)));
    String token = app.csrfTokens.of(CsrfHolder.login(alice.session().id()));

    FakeResponse refused = client.factor(Endpoints.by(alice, ofBrowser(right(asked))));
    assertThat(reason(refused)).isEqualTo("csrf-token-missing");

    FakeRequest whole = ofBrowser(right(asked)).header(HEADER, token);
    assertThat(client.factor(Endpoints.by(alice, whole)).getStatus()).isEqualTo(200);
  }

  private FakeRequest form(String path, String fields) {
    return ofVisitor(FakeRequest.post(path))
        .header("Accept", "text/html")
        .body(FactorClient.FORM, fields);
  }

  @Test
  @Tag("X6")
  void formWithoutTheToken_leadsBackToWhereTheFactorIsProven_andTheLoginStillWaits() {
    FakeResponse begun = client.login(ofVisitor(password()).header(HEADER, visitors));
    String ticket = pair(begun, FactorClient.COOKIE);
    String fields = "method=number&answer=" + rightTo(json(begun));

    FakeResponse refused = client.factor(form("/login/factor", fields).cookie(ticket));

    assertThat(refused.getStatus()).isEqualTo(303);
    assertThat(refused.getHeader("Location")).isEqualTo("/app/code?reason=csrf-token-missing");
    String whole = fields + "&_csrf=" + visitors;
    FakeResponse done = client.factor(form("/login/factor", whole).cookie(ticket));
    assertThat(done.getHeader("Location")).isEqualTo("/app/");
  }

  @Test
  @Tag("X1")
  void formOfWhoIsLoggedIn_withoutTheToken_leadsBackToItsPage() {
    OpenedSession alice = app.browserLogin("alice");

    FakeResponse stepUp =
        client.factor(Endpoints.by(alice, form("/login/factor", "method=number&answer=1")));
    assertThat(stepUp.getHeader("Location")).isEqualTo("/app/more?reason=csrf-token-missing");
    FakeResponse login =
        client.login(Endpoints.by(alice, form("/login", "username=alice&password=x")));
    assertThat(login.getHeader("Location")).isEqualTo("/app/in?reason=csrf-token-missing");
    assertThat(app.eventsOf(LoginFailed.class))
        .extracting(LoginFailed::reason)
        .containsExactly("csrf-token-missing", "csrf-token-missing");
  }

  private static FakeRequest right(JsonObject asked) {
    return answer(rightTo(asked), asked.getString("factorToken"));
  }
}
