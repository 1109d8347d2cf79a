package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.client.PlayedServer.Asked;
import dev.cloakroom.client.PlayedServer.Reply;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in and out, and by what a login is shown. */
class LoginClientTest {
  private final PlayedLogin played = new PlayedLogin();
  private final PlayedServer server = played.server;
  private final LoginClientBuilder shop = LoginClient.at(server.address());

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(LoginFormat.class)
  void login_ofEachFormat_logsIn(LoginFormat format) {
    LoginClient client = shop.loginBy(format, Credentials.BOTH).build();

    LoginState state = client.login("al&ice", "123");

    assertThat(state.callerName()).contains("al&ice");
    assertThat(state.isLoggedIn()).isTrue();
    assertThat(client.get("/me").json()).containsEntry("name", "al&ice");
    assertThat(server.last().header("Cookie")).isEqualTo("sid=sid-1");
    assertThat(server.last().header("Authorization")).isEqualTo("Bearer access-2");
  }

  @Test
  void cookieAlone_showsNoToken() {
    LoginClient client = shop.show(Credentials.COOKIE).build();

    LoginState state = client.login("alice", "123");

    assertThat(state.tokens()).isNull();
    assertThat(client.get("/me").status()).isEqualTo(200);
    assertThat(server.last().headers()).doesNotContainKey("Authorization");
  }

  @Test
  void bearerAlone_showsNoCookie() {
    LoginClient client = shop.show(Credentials.BEARER).cookie("mine", "1").build();

    client.login("alice", "123");

    assertThat(client.get("/me").status()).isEqualTo(200);
    assertThat(server.last().header("Cookie")).isEqualTo("mine=1");
    assertThat(server.last().header("Authorization")).startsWith("Bearer access-");
  }

  @Test
  void wrongPassword_isThrown_andChangesNothing() {
    LoginClient client = shop.build();
    client.login("alice", "123");
    Tokens before = client.loginState().tokens();

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> client.login("bob", "wrong-password"))
        .satisfies(refused -> assertThat(refused.status()).isEqualTo(401))
        .satisfies(refused -> assertThat(refused.reason()).contains("invalid-credentials"))
        .withMessageContaining("Because of invalid-credentials.")
        .withMessageNotContaining("wrong-password");

    assertThat(client.loginState().callerName()).contains("alice");
    assertThat(client.loginState().tokens()).isEqualTo(before);
    assertThat(client.get("/me").status()).isEqualTo(200);
  }

  /** A status of success is no login: a page, another's JSON, or a cookie that is not kept. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>Try again</html>",
        "{\"error\":\"no\"}",
        "null",
        "[]",
        "{\"user\":{\"name\":\"alice\"}}",
        "{\"accessToken\":\"\"}",
        "{\"accessToken\":\"a b\"}"
      })
  void answer_thatBringsNothingToShow_isNoLogin(String body) {
    server.once("POST /login", Reply.json(body));

    assertThatThrownBy(() -> shop.build().login("alice", "123"))
        .isInstanceOf(RefusedException.class);
    assertThat(shop.build().login("alice", "123").isLoggedIn()).isTrue();
  }

  @Test
  void answer_withTheCookieOfALoginPage_isNoLogin() {
    server.once(
        "POST /login",
        Reply.of(200, "<html>Try again</html>").with("Set-Cookie", "JSESSIONID=anonymous"));

    assertThatThrownBy(() -> shop.build().login("alice", "123"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("names no user");
  }

  @Test
  void cookie_thatIsNotKept_isNoLogin_whoeverHadLoggedInBefore() {
    LoginClient client =
        shop.show(Credentials.COOKIE).secureConnections(SecureConnections.HTTPS).build();
    client.login("alice", "123");
    String who = "{\"user\":{\"name\":\"bob\"}}";
    server.once("POST /login", Reply.json(who).with("Set-Cookie", "sid=secret; Secure; Path=/"));

    assertThatThrownBy(() -> client.login("bob", "123"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("[sid]")
        .hasMessageContaining("https");
    assertThat(client.loginState().callerName()).contains("alice");
  }

  @Test
  void cookieStore_thatIsOff_keepsNoCookieOfALogin() {
    LoginClient client = shop.withoutCookieStore().build();

    client.login("alice", "123");

    assertThat(client.cookies().list()).isEmpty();
    assertThat(client.get("/me").status()).isEqualTo(200);
    assertThat(server.last().headers()).doesNotContainKey("Cookie");
  }

  @Test
  void users_sideBySide_haveEachTheirOwnLogin() {
    LoginClient alice = shop.header("X-Shop", "1").build();
    LoginClient bob = alice.another();
    LoginClient nobody = shop.build();
    alice.login("alice", "123");
    bob.login("bob", "123");

    assertThat(alice.get("/me").json()).containsEntry("name", "alice");
    assertThat(bob.get("/me").json()).containsEntry("name", "bob");
    assertThat(server.last().header("X-Shop")).isEqualTo("1");
    assertThat(nobody.get("/me").status()).isEqualTo(401);
    bob.logout();
    assertThat(alice.get("/me").status()).isEqualTo(200);
  }

  @Test
  void logout_endsTheLogin_onBothSides() {
    LoginClient client = shop.cookie("mine", "1").build();
    client.login("alice", "123");

    LoginState state = client.logout();

    Asked logout = server.last();
    assertThat(logout.header("Cookie")).contains("sid=sid-1");
    assertThat(logout.header("Authorization")).isEqualTo("Bearer access-2");
    assertThat(state.isLoggedIn()).isFalse();
    assertThat(client.cookies().toMap()).containsOnlyKeys("mine");
    assertThat(client.get("/me").status()).isEqualTo(401);
  }

  @Test
  void logout_thatTheServerCannotDo_isThrown_andKeepsTheLogin() {
    LoginClient client = shop.patience(Duration.ZERO).build();
    client.login("alice", "123");
    server.once("POST /logout", Reply.problem(503, "unavailable").with("Retry-After", "5"));

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(client::logout)
        .satisfies(e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(5)));

    assertThat(client.get("/me").status()).isEqualTo(200);
    assertThat(client.logout().isLoggedIn()).isFalse();
  }

  @Test
  void serverThatIsGone_isAnUncheckedIoException() {
    LoginClient client = shop.build();
    server.close();

    assertThatThrownBy(() -> client.get("/me")).isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> client.login("a", "b")).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void interruptedThread_isThrown_andStaysInterrupted() {
    LoginClient client = shop.build();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> client.get("/me")).isInstanceOf(UncheckedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  @Tag("G5")
  void texts_haveNoSecret() {
    LoginClient client = shop.header("Authorization", "Basic coat").build();
    client.login("alice", "123");
    ClientResponse answer = client.send(ClientRequest.get("/me?token=coat").cookie("a", "coat"));

    for (Object text :
        List.of(client, client.loginState(), client.cookies(), answer, answer.request())) {
      assertThat(text.toString()).doesNotContain("sid-", "access-", "refresh-", "coat", "123\"");
    }
    assertThat(client.headers()).isEmpty();
    assertThat(client.toString()).contains("alice", "sid=***", "access token ***");
  }
}
