package dev.cloakroom.it.issuer;

import static dev.cloakroom.it.issuer.IssuerWars.KEYCLOAK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the endpoints are to a caller of another issuer, and what of their tokens can be ended. */
@OnServerWith(IssuerWars.class)
class ForeignLogoutIT {
  private static final String GUARDED = "api/caller/user";

  private final ProbeClient client;

  ForeignLogoutIT(ServerProcess process) {
    client = ProbeClient.over(process.server()).another("behind-issuers/");
  }

  private ProbeClient showing(IssuedToken token) {
    return client.another().bearer(token.text());
  }

  private static void assertServed(ProbeClient caller) {
    assertThat(caller.get(GUARDED).statusCode()).isEqualTo(200);
    assertThat(caller.get("declared/caller").statusCode()).isEqualTo(200);
  }

  private static void assertEnded(ProbeClient caller) {
    for (String path : new String[] {GUARDED, "declared/caller", "auth/session"}) {
      HttpResponse<String> answer = caller.get(path);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(ProbeClient.parse(answer.body()).getString("reason")).isEqualTo("session-ended");
    }
  }

  @Test
  void session_tellsWhoAndUntilWhen() {
    Instant end = Instant.ofEpochSecond(Instant.now().plusSeconds(300).getEpochSecond());
    IssuedToken token = KEYCLOAK.token("user-told", "user").expiresAt(end);

    JsonObject answer = showing(token).json("auth/session");

    assertThat(answer.getJsonObject("user").getString("name")).isEqualTo("keycloak:user-told");
    assertThat(answer.getJsonObject("session").getString("expiresAt")).isEqualTo(end.toString());
    assertThat(answer.getJsonObject("session").getBoolean("fresh")).isFalse();
  }

  @Test
  void refresh_byAForeignToken_isRefused() {
    ProbeClient caller = showing(KEYCLOAK.token("user-refreshing", "user"));

    assertThat(caller.post(ProbeClient.REFRESH).statusCode()).isEqualTo(401);
    assertServed(caller);
  }

  @Test
  @Tag("J21")
  @Tag("J22")
  void logout_endsThisToken_andNoOtherOfTheCaller() {
    ProbeClient leaves = showing(KEYCLOAK.token("user-out", "user"));
    ProbeClient stays = showing(KEYCLOAK.token("user-out", "user"));
    assertServed(leaves);

    assertThat(leaves.post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);

    assertEnded(leaves);
    assertServed(stays);
    assertThat(leaves.post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);
  }

  @Test
  @Tag("J22")
  void logout_byATokenWithoutAnId_saysThatItIsGoodStill() {
    ProbeClient nameless = showing(KEYCLOAK.token("user-nameless", "user").with("jti", null));

    HttpResponse<String> answer = nameless.post(ProbeClient.LOGOUT);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("token-without-id", "no jti");
    assertServed(nameless);
  }

  @Test
  void logout_byATokenWhoseTimeIsOver_hasNothingToEnd() {
    Instant longAgo = Instant.now().minusSeconds(600);
    IssuedToken over =
        KEYCLOAK.token("user-over", "user").issuedAt(longAgo).expiresAt(longAgo.plusSeconds(60));

    assertThat(showing(over).post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);
  }

  @Test
  @Tag("J1")
  void logout_byAForgedToken_endsNothing() {
    IssuedToken genuine = KEYCLOAK.token("user-forged", "user").with("jti", "the-same");
    IssuedToken forged =
        KEYCLOAK.token("user-forged", "user").with("jti", "the-same").by(KEYCLOAK.forgersKey());

    assertThat(showing(forged).post(ProbeClient.LOGOUT).statusCode()).isEqualTo(400);

    assertServed(showing(genuine));
  }

  /** No page can have added the token: where a request comes from does not matter. */
  @Test
  @Tag("X1")
  void logout_sentByAPageOfAnotherOrigin_isDoneForTheToken() {
    ProbeClient page =
        showing(KEYCLOAK.token("user-page", "user")).header("Sec-Fetch-Site", "cross-site");

    assertThat(page.post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);

    assertEnded(page);
  }

  @Test
  @Tag("S10")
  @Tag("J21")
  void endAll_ofTheCaller_endsWhatWasIssuedUntilThen_andNobodyElses() {
    ProbeClient before = showing(KEYCLOAK.token("user-shut", "user"));
    ProbeClient another = showing(KEYCLOAK.token("user-open", "user"));
    assertServed(before);

    HttpResponse<String> ended =
        client.post("api/sessions/end-all", Map.of("caller", "keycloak:user-shut"));

    assertThat(ended.body()).isEqualTo("0");
    assertEnded(before);
    assertServed(another);
    Instant later = Instant.now().plusSeconds(2);
    assertServed(showing(KEYCLOAK.token("user-shut", "user").issuedAt(later)));
  }

  @Test
  @Tag("J19")
  void endAll_ofOurCallerOfTheSameName_isNotAboutThem() {
    client.login("user-same");
    ProbeClient foreign = showing(KEYCLOAK.token("user-same", "user"));

    client.another().post("api/sessions/end-all", Map.of("caller", "user-same"));

    assertThat(client.get(GUARDED).statusCode()).isEqualTo(401);
    assertServed(foreign);
  }

  @Test
  @Tag("S10")
  void endAllBefore_endsWhatIsOlder_andNothingYounger() {
    Instant moment = Instant.now().minusSeconds(100);
    IssuedToken older = KEYCLOAK.token("user-old", "user").issuedAt(moment.minusSeconds(1));
    ProbeClient young = showing(KEYCLOAK.token("user-young", "user"));
    ProbeClient old = showing(older);
    assertServed(old);

    client.post("api/sessions/end-all-before", Map.of("moment", moment.toString()));

    assertEnded(old);
    assertServed(young);
  }

  @Test
  @Tag("J22")
  void endToken_byIssuerAndId_endsThatOfThisIssuerAlone() {
    ProbeClient ended = showing(KEYCLOAK.token("user-one", "user").with("jti", "id-1"));
    ProbeClient sameId = showing(IssuerWars.SHARED.token("user-one", "user").with("jti", "id-1"));
    assertServed(ended);

    client.post("api/foreign-tokens/end", Map.of("issuer", KEYCLOAK.name(), "id", "id-1"));

    assertEnded(ended);
    assertServed(sameId);
  }

  /** They need a record, which nobody keeps of this login: a clear error, and nobody else's. */
  @Test
  void loginScopedBean_ofAForeignCaller_isAnErrorThatSaysWhy() {
    ProbeClient foreign = showing(KEYCLOAK.token("user-basket", "user"));

    assertThat(foreign.get("api/foreign-tokens/basket").body()).contains("token of another issuer");
  }
}
