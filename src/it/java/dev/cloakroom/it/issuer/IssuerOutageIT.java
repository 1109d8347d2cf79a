package dev.cloakroom.it.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.testing.Await;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an issuer that is down, or changes its keys, does to its callers and to others. */
@OnServerWith(IssuerWars.class)
class IssuerOutageIT {
  private static final String GUARDED = "declared/caller";
  private static final Await SOON = new Await(Duration.ofSeconds(60), Duration.ofMillis(200));

  private final ProbeClient client;

  IssuerOutageIT(ServerProcess process) {
    client = ProbeClient.over(process.server()).another("behind-issuers/");
  }

  private int status(IssuedToken token) {
    return client.another().bearer(token.text()).get(GUARDED).statusCode();
  }

  @Test
  @Tag("J23")
  @Tag("G1")
  void keysThatChange_costNobodyTheirToken() {
    FakeIssuer issuer = IssuerWars.ROTATING;
    IssuedToken before = issuer.token("user-before", "user");
    assertThat(status(before)).isEqualTo(200);
    issuer.rotate();

    assertThat(status(issuer.token("user-after", "user"))).isEqualTo(200);
    assertThat(status(before)).isEqualTo(200);
  }

  /** Its keys are fresh still. Of one that is not known nobody can tell, as long as it is down. */
  @Test
  @Tag("G7")
  void issuerThatGoesDown_isMissedByNobodyWhoseKeyIsKnown() {
    FakeIssuer issuer = IssuerWars.SHAKY;
    assertThat(status(issuer.token("user-up", "user"))).isEqualTo(200);
    issuer.stop();
    try {
      assertThat(status(issuer.token("user-down", "user"))).isEqualTo(200);
      assertThat(status(issuer.token("user-down", "user").with("aud", "other"))).isEqualTo(401);
      assertThat(status(issuer.token("user-down", "user").by(FakeIssuer.newKey()))).isEqualTo(503);
    } finally {
      issuer.start();
    }
  }

  /** Though it is no success: whose the token is cannot be told. */
  private void assertLogoutEndsTheCookiesLogin(IssuedToken undecided) {
    ProbeClient page = client.another();
    page.login("user-beside-late");
    assertThat(page.get(GUARDED).statusCode()).isEqualTo(200);

    HttpResponse<String> answer =
        client
            .another()
            .cookie(ProbeClient.TICKET, page.ticket())
            .bearer(undecided.text())
            .post(ProbeClient.LOGOUT);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(page.get(GUARDED).statusCode()).isEqualTo(401);
  }

  @Test
  @Tag("G7")
  void issuerThatWasNeverReached_isNotAnInvalidToken_andOthersGoOn() throws InterruptedException {
    FakeIssuer late = IssuerWars.LATE;
    ProbeClient caller = client.another().bearer(late.token("user-early", "user").text());

    for (String guarded : new String[] {GUARDED, "api/caller/user", "auth/session"}) {
      HttpResponse<String> answer = caller.get(guarded);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(ProbeClient.parse(answer.body()).getString("reason")).isEqualTo("unavailable");
    }
    assertThat(caller.get("api/caller").statusCode()).isEqualTo(200);
    assertThat(caller.post(ProbeClient.LOGOUT).statusCode()).isEqualTo(503);
    assertLogoutEndsTheCookiesLogin(late.token("user-early", "user"));
    assertThat(status(IssuerWars.KEYCLOAK.token("user-beside", "user"))).isEqualTo(200);

    late.start();

    assertThat(SOON.until(() -> status(late.token("user-early", "user")), is -> is == 200))
        .isEqualTo(200);
  }
}
