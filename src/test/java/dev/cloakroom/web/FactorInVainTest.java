package dev.cloakroom.web;

import static dev.cloakroom.web.FactorClient.FORM;
import static dev.cloakroom.web.FactorClient.pair;
import static dev.cloakroom.web.FactorClient.rightTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.LoginSessions;
import dev.cloakroom.event.EndReason;
import dev.cloakroom.session.OpenedSession;
import dev.cloakroom.session.OwnSessions;
import dev.cloakroom.session.SessionEnder;
import dev.cloakroom.session.StoredLoginSessions;
import dev.cloakroom.testing.FakeRequest;
import dev.cloakroom.testing.FakeResponse;
import dev.cloakroom.testing.NumberFactor;
import dev.cloakroom.testing.TestApplication;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No answer to a second factor is used up for a login that can lead to no session. */
class FactorInVainTest {
  private static final Map<String, String> ONE_SESSION =
      Map.of(
          "cloakroom.session.max-per-caller", "1",
          "cloakroom.session.when-full", "refuse",
          "cloakroom.login.page", "/in",
          "cloakroom.login.factor-page", "/code");

  private final Endpoints endpoints = new Endpoints(ONE_SESSION);
  private final TestApplication app = endpoints.app;
  private final FactorClient client = new FactorClient(endpoints);
  private final NumberFactor factor = new NumberFactor();
  private final SessionEnder ender =
      new SessionEnder(app.sessions).withWaiting(endpoints.second.factors.pending()::drop);
  private final LoginSessions admin = new StoredLoginSessions(app.sessions, ender);

  FactorInVainTest() {
    endpoints.second.beans.add(factor);
  }

  @Test
  @Tag("S12")
  @Tag("P8")
  void moreSessionsThanMayBe_useNoAnswerUp_andTheLoginGoesOnWhenThereIsRoom() {
    OpenedSession before = app.browserLogin("alice");
    JsonObject begun = client.begun();

    assertTooMany(client.proven(begun));
    assertTooMany(client.answered(begun, "0"));
    assertThat(factor.asked()).isZero();

    app.ender.end(before.session().id(), EndReason.LOGGED_OUT);
    assertThat(client.proven(begun).getStatus()).isEqualTo(200);
  }

  private static void assertTooMany(FakeResponse response) {
    assertThat(response.getStatus()).isEqualTo(403);
    assertThat(Endpoints.reason(response)).isEqualTo("too-many-sessions");
  }

  @Test
  @Tag("S12")
  void moreSessionsThanMayBe_byAForm_leadBackToWhereTheFactorIsProven() {
    app.browserLogin("alice");
    String fields = "username=alice&password=correct+horse";
    FakeResponse begun = client.login(form("/login", fields));

    FakeResponse refused =
        client.factor(
            form("/login/factor", "method=number&answer=42")
                .cookie(pair(begun, FactorClient.COOKIE)));

    assertThat(refused.getHeader("Location")).isEqualTo("/app/code?reason=too-many-sessions");
  }

  private static FakeRequest form(String path, String fields) {
    return FactorClient.ofBrowser(FakeRequest.post(path))
        .header("Accept", "text/html")
        .body(FORM, fields);
  }

  /** The one that it takes the place of does not count. */
  @Test
  @Tag("S12")
  void loginOverTheOnlyOneThatMayBe_isComplete() {
    OpenedSession before = app.browserLogin("alice");
    JsonObject begun = client.begun();
    FakeRequest answer = FactorClient.answer(rightTo(begun), begun.getString("factorToken"));

    FakeResponse done =
        client.factor(Endpoints.by(before, answer.cookie("__Host-sid=" + before.ticket().text())));

    assertThat(done.getStatus()).isEqualTo(200);
    assertThat(admin.of("alice")).hasSize(1);
  }

  @Test
  @Tag("S10")
  void groupsThatWereChangedMeanwhile_haveTheLoginBeginAnew() {
    JsonObject begun = client.begun();

    admin.changeGroups("alice", Set.of("guest"));

    assertExpired(begun);
  }

  @Test
  @Tag("S7")
  void callersLoginsThatAreEnded_endTheOneThatWaits() {
    JsonObject begun = client.begun();

    admin.endAll("alice");

    assertExpired(begun);
    app.clock.advance(Duration.ofSeconds(1));
    assertThat(client.proven(client.begun()).getStatus()).isEqualTo(200);
  }

  /** As after a password was changed in a session that goes on. */
  @Test
  @Tag("S11")
  void otherSessionsThatTheirCallerEnds_endTheOneThatWaits() {
    OpenedSession here = app.browserLogin("alice");
    JsonObject begun = client.begun();

    new OwnSessions(app.sessions, ender).endOthers(here.session());

    assertThat(admin.of("alice")).hasSize(1);
    app.ender.end(here.session().id(), EndReason.LOGGED_OUT);
    assertExpired(begun);
  }

  @Test
  void loginThatWaits_isNobodyElsesToEnd() {
    JsonObject begun = client.begun();

    admin.endAll("bob");
    admin.changeGroups("bob", Set.of("guest"));

    assertThat(client.proven(begun).getStatus()).isEqualTo(200);
  }

  private void assertExpired(JsonObject begun) {
    FactorClient.assertRefused(client.proven(begun), "factor-expired");
    assertThat(factor.asked()).isZero();
  }
}
