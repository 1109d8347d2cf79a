package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.client.PlayedServer.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a developer sees of a login, and does not. */
@Tag("G5")
class DebuggingTest {
  private final PlayedServer server = new PlayedLogin().server;
  private final List<Exchange> traced = new ArrayList<>();
  private final LoginClient client = LoginClient.at(server.address()).trace(traced::add).build();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void state_saysWhoHowUntilWhenAndWhyNot() {
    assertThat(client.loginState().toString())
        .isEqualToNormalizingNewlines(
            "who: nobody\nbearer: none\ncookies: none\nlast refusal: none");

    client.get("/me");
    assertThat(client.loginState().refusal())
        .contains(
            "401 not-authenticated, GET "
                + server.address()
                + "/me: Because of not-authenticated.");

    client.login("alice", "123");
    assertThat(client.loginState().toString())
        .contains("who: alice [customer], session login-of-alice, until 2026-11-20T20:00:00Z")
        .contains("bearer: Tokens[access token *** until ")
        .contains("cookies: [sid=*** for 127.0.0.1/]")
        .contains("last refusal: none");
  }

  @Test
  void trace_showsWhatMattersForALogin_masked() {
    client.login("alice", "123");
    client.get("/me?secret=coat");

    assertThat(traced).extracting(Exchange::status).containsExactly(200, 200);
    assertThat(traced.get(0).toString())
        .contains("> POST " + server.address() + "/login {Accept=[application/json]")
        .contains("< 200 {Set-Cookie=[sid=***; Path=/; HttpOnly; SameSite=Lax]}");
    assertThat(traced.get(1).toString())
        .contains("/me?secret=*** {Authorization=[Bearer ***], Cookie=[sid=***]}");
    assertThat(traced.stream().map(Exchange::toString).collect(Collectors.joining()))
        .doesNotContain("sid-1", "access-", "refresh-", "coat");
  }

  @Test
  void curl_hasVariablesInThePlaceOfSecrets() {
    client.login("alice", "123");

    ClientRequest request =
        ClientRequest.post("/orders?a=b", Body.json(Map.of("coat", "it's")))
            .header("X-Key", "coat")
            .header("Accept", "it's");

    assertThat(client.send(request).request().curl())
        .isEqualTo(
            "curl -s -X POST '"
                + server.address()
                + "/orders?a=***' -H 'Accept: it'\\''s' -H 'Authorization: '\"$AUTHORIZATION\""
                + " -H 'Content-Type: application/json' -H 'Cookie: '\"$COOKIE\""
                + " -H 'X-Key: '\"$X_KEY\" --data-binary \"$BODY\"");
    assertThat(client.get("/me").request().curl()).doesNotContain("$BODY");
    assertThat(client.send(ClientRequest.of("A`B'", "/me")).request().curl())
        .startsWith("curl -s -X 'A`B'\\''' 'http");
  }

  @Test
  @Tag("G6")
  void textsOfAServer_areOneShortLine() {
    String long1000 = "x".repeat(1000);
    server.once(
        "GET /me",
        Reply.of(
                401, "{\"reason\":\"a\\r\\nb\",\"detail\":\"c\\u2028d\\u001b[0m" + long1000 + "\"}")
            .with("Content-Type", "application/problem+json"));

    ClientResponse answer = client.get("/me");

    assertThat(answer.toString()).startsWith("401 a b for GET").doesNotContain("\n");
    assertThat(client.loginState().refusal())
        .hasValueSatisfying(why -> assertThat(why).contains(": c d [0mxxx").hasSizeLessThan(500));
  }

  @Test
  void otherHeaders_areMasked_unlessTheyHoldNoSecret() {
    server.on("GET /odd", asked -> Reply.redirect(304, "/to?code=coat#x"));
    client.send(
        ClientRequest.get("/odd").header("Proxy-Authorization", "coat").header("Accept", "a/b"));

    assertThat(traced.get(0).toString())
        .contains("Accept=[a/b]", "Proxy-Authorization=[***]", "Location=[/to?code=***]")
        .doesNotContain("coat");
  }
}
