package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.client.PlayedServer.Asked;
import dev.cloakroom.client.PlayedServer.Reply;
import dev.cloakroom.testing.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A logout that a server refuses: the login is over only if that is said. */
@Tag("S7")
class RefusedLogoutTest {
  private static final String PASSPHRASE = "a passphrase of the suite";

  private final PlayedLogin played = new PlayedLogin();
  private final PlayedServer server = played.server;
  private final LoginClientBuilder shop =
      played.shop(Credentials.BEARER, ManualClock.atNoon(), wait -> {});

  @AfterEach
  void stop() {
    server.close();
  }

  private static void assertRefused(LoginClient client) {
    assertThatExceptionOfType(RefusedException.class).isThrownBy(client::logout);
    assertThat(client.loginState().isLoggedIn()).isTrue();
  }

  private static void assertEnds(LoginClient client) {
    assertThat(client.logout().isLoggedIn()).isFalse();
  }

  /** Its refresh token is good for days, and nobody could end it any more. */
  @ParameterizedTest
  @CsvSource({
    "400, malformed-request",
    "400, token-without-id",
    "401, token-expired",
    "401, invalid-token",
    "401, session-expired"
  })
  void loginThatCanBeRenewed_isKept(int status, String reason) {
    LoginClient client = PlayedLogin.loggedIn(shop);
    server.on("POST /refresh", asked -> Reply.problem(503, "unavailable"));
    server.once("POST /logout", Reply.problem(status, reason));

    assertRefused(client);
    assertThat(client.loginState().toString()).contains(", refresh token ***");

    assertEnds(client);
  }

  @Test
  void loginThatTheServerHasEnded_isOver() {
    LoginClient client = PlayedLogin.loggedIn(shop);
    server.once("POST /logout", Reply.problem(401, "session-ended"));

    assertEnds(client);
  }

  /** A refresh that says so, and a refusal of the token, say together that nothing is left. */
  @Test
  void loginWhoseRefreshTokenHasEnded_isOver() {
    LoginClient client = PlayedLogin.loggedIn(shop);
    server.on("POST /refresh", asked -> Reply.problem(401, "refresh-token-reused"));
    server.once("POST /logout", Reply.problem(401, "token-expired"));

    assertEnds(client);
  }

  @ParameterizedTest
  @CsvSource({
    "400, malformed-request, true", "401, invalid-token, true", "401, session-expired, true",
    "400, token-without-id, false", "401, token-expired, false", "400, ambiguous-credentials, false"
  })
  void loginOfATokenAlone_isOverWhereTheServerKnowsItNot(int status, String reason, boolean over) {
    String sealed = PlayedLogin.loggedIn(shop).exportLogin(PASSPHRASE);
    LoginClient client = shop.build();
    client.importLogin(sealed, PASSPHRASE);
    server.once("POST /logout", Reply.problem(status, reason));

    if (over) {
      assertEnds(client);
    } else {
      assertRefused(client);
    }
  }

  /** That the server knows a refresh token no more does not say that it knows the login no more. */
  @Test
  void loginWhoseRefreshTokenIsUnknown_isKept_whereOnlyAGatewayAnswers() {
    LoginClient client = PlayedLogin.loggedIn(shop.show(Credentials.BOTH));
    server.on("POST /refresh", asked -> Reply.problem(401, "invalid-token"));
    server.on("POST /logout", asked -> Reply.of(401, "<html>Unauthorized"));

    assertRefused(client);
    assertThat(client.get("/me").status()).isEqualTo(200);
  }

  /** Such as nginx gives for a cookie that is too large. */
  @ParameterizedTest
  @CsvSource({"400", "401"})
  void answerOfAGateway_endsNothing(int status) {
    LoginClient client = PlayedLogin.loggedIn(shop.show(Credentials.COOKIE));
    server.once("POST /logout", Reply.of(status, "<html>Bad Request"));

    assertRefused(client);
    assertThat(client.get("/me").status()).isEqualTo(200);
    assertEnds(client);
  }

  @Test
  void nobody_isLoggedOut_whateverIsAnswered() {
    server.once("POST /logout", Reply.problem(401, "not-authenticated"));

    assertEnds(shop.build());
  }

  private Reply byCookieAlone(Asked asked) {
    return asked.headers().containsKey("Authorization")
        ? Reply.problem(401, "token-expired")
        : Reply.json("{}").with("Set-Cookie", "sid=; Path=/; Max-Age=0");
  }

  @Test
  void tokenThatIsRefused_isLeftOutOnce() {
    LoginClient client = PlayedLogin.loggedIn(shop.show(Credentials.BOTH));
    server.on("POST /refresh", asked -> Reply.problem(503, "unavailable"));
    server.on("POST /logout", this::byCookieAlone);

    assertEnds(client);

    assertThat(server.lines())
        .containsExactly("POST /login", "POST /logout", "POST /refresh", "POST /logout");
    assertThat(server.last().header("Cookie")).isEqualTo("sid=sid-1");
    assertThat(client.cookies().toMap()).isEmpty();
  }
}
