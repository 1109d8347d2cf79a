package dev.cloakroom.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.client.PlayedServer.Reply;
import dev.cloakroom.testing.ManualClock;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Access tokens that the client renews by itself: before they end, and on a 401. */
class TokenRefreshTest {
  private final ManualClock clock = ManualClock.atNoon();
  private final List<Duration> waits = new ArrayList<>();
  private final PlayedLogin played = new PlayedLogin();
  private final PlayedServer server = played.server;
  private final LoginClientBuilder shop = played.shop(Credentials.BEARER, clock, waits::add);

  @AfterEach
  void stop() {
    server.close();
  }

  private LoginClient loggedIn() {
    return PlayedLogin.loggedIn(shop);
  }

  private void assertMe(LoginClient client) {
    assertThat(client.get("/me").status()).isEqualTo(200);
  }

  @Test
  void token_isRenewedHalfAMinuteBeforeItEnds() {
    LoginClient client = loggedIn();

    clock.advance(Duration.ofSeconds(269));
    assertMe(client);
    assertThat(played.refreshes).hasValue(0);

    clock.advance(Duration.ofSeconds(1));
    assertMe(client);
    assertMe(client);
    assertThat(played.refreshes).hasValue(1);
    assertThat(server.last().header("Authorization")).isEqualTo("Bearer access-3");
  }

  /** Half a minute before the end of one that lasts as long would be with each request. */
  @Test
  void shortToken_isRenewedInItsLastQuarter() {
    played.expiresIn = 20;
    LoginClient client = loggedIn();

    clock.advance(Duration.ofSeconds(14));
    assertMe(client);
    assertThat(played.refreshes).hasValue(0);
    clock.advance(Duration.ofSeconds(1));
    assertMe(client);
    assertMe(client);
    assertThat(played.refreshes).hasValue(1);
  }

  @Test
  void refusedToken_isRenewedOnce_andTheRequestRepeatedOnce() {
    LoginClient client = loggedIn();
    played.ended.add("access-2");

    assertThat(client.post("/orders", Body.text("coat")).status()).isEqualTo(200);

    assertThat(server.lines())
        .containsExactly("POST /login", "POST /orders", "POST /refresh", "POST /orders");
    assertThat(server.last().body()).isEqualTo("coat");
    assertThat(client.loginState().refusal()).isEmpty();
  }

  @Test
  void refusedToken_thatANewOneDoesNotHelp_isAnswered401() {
    LoginClient client = loggedIn();
    played.ended.addAll(List.of("access-2", "access-3"));

    assertThat(client.get("/me").status()).isEqualTo(401);

    assertThat(server.lines())
        .containsExactly("POST /login", "GET /me", "POST /refresh", "GET /me");
    assertThat(client.loginState().refusal())
        .hasValueSatisfying(why -> assertThat(why).startsWith("401 token-expired, GET http"));
  }

  @Test
  void stream_isNeverSentTwice() {
    LoginClient client = loggedIn();
    played.ended.add("access-2");
    Body stream = Body.once("text/plain", new ByteArrayInputStream("coat".getBytes(UTF_8)));

    assertThat(client.post("/orders", stream).status()).isEqualTo(401);

    assertThat(server.lines()).containsExactly("POST /login", "POST /orders");
    assertThatThrownBy(() -> client.post("/orders", stream)).hasMessageContaining("already");
    assertThat(client.post("/orders", Body.text("coat")).status()).isEqualTo(200);
  }

  @Test
  void post_thatWasCarriedOutAndLedAway_isNotCarriedOutAgain() {
    LoginClient client = loggedIn();
    played.ended.add("access-2");
    server.on("POST /buy", asked -> Reply.redirect(303, "/me"));

    assertThat(client.post("/buy", Body.text("coat")).status()).isEqualTo(401);

    assertThat(server.lines()).containsExactly("POST /login", "POST /buy", "GET /me");
  }

  /** It refuses the caller, and not the token; a minute later it may be another matter. */
  @Test
  void resourceThatRefusesWhateverTokens_costsOneRefreshInAWhile() {
    LoginClient client = loggedIn();
    server.on("GET /stubborn", asked -> Reply.of(401, ""));

    for (int i = 0; i < 10; i++) {
      assertThat(client.get("/stubborn").status()).isEqualTo(401);
    }
    assertThat(played.refreshes).hasValue(1);

    clock.advance(Duration.ofSeconds(30));
    client.get("/stubborn");
    assertThat(played.refreshes).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"session-ended", "session-expired", "invalid-credentials"})
  void refusalThatATokenDoesNotMend_isNotFollowedByARefresh(String reason) {
    LoginClient client = loggedIn();
    server.once("GET /me", Reply.problem(401, reason));

    assertThat(client.get("/me").reason()).contains(reason);

    assertThat(played.refreshes).hasValue(0);
  }

  @Test
  void refusedRefresh_isNotTriedAgain_andItsReasonKept() {
    LoginClient client = loggedIn();
    server.once("POST /refresh", Reply.problem(401, "refresh-token-reused"));
    clock.advance(Duration.ofMinutes(5));
    played.ended.add("access-2");

    assertThat(client.get("/me").status()).isEqualTo(401);
    assertThat(client.get("/me").status()).isEqualTo(401);

    assertThat(server.lines())
        .containsExactly("POST /login", "POST /refresh", "GET /me", "GET /me");
    assertThat(client.loginState().toString()).contains("no refresh token");
    client.login("alice", "123");
    assertMe(client);
  }

  @Test
  void refreshThatIsAnsweredNotNow_isTriedAgainWhenTheServerSays() {
    LoginClient client = loggedIn();
    Reply later = Reply.problem(503, "unavailable").with("Retry-After", "60");
    server.once("POST /refresh", later);
    clock.advance(Duration.ofSeconds(280));

    assertMe(client);
    assertMe(client);
    assertThat(server.lines())
        .containsExactly("POST /login", "POST /refresh", "GET /me", "GET /me");

    clock.advance(Duration.ofSeconds(60));
    assertMe(client);
    assertThat(played.refreshes).hasValue(1);
    assertThat(waits).isEmpty();
  }

  @Test
  void refreshWhoseAnswerIsLost_isRepeatedAtOnce() {
    LoginClient client = loggedIn();
    server.once("POST /refresh", Reply.of(-1, ""));
    clock.advance(Duration.ofMinutes(5));

    assertMe(client);

    assertThat(played.refreshes).hasValue(1);
    assertThat(server.lines())
        .containsExactly("POST /login", "POST /refresh", "POST /refresh", "GET /me");
  }

  @Test
  void loginAndLogout_winOverARefreshThatIsUnderWay() {
    LoginClient client = loggedIn();
    clock.advance(Duration.ofMinutes(5));
    server.on(
        "POST /refresh",
        asked -> {
          client.logout();
          return Reply.json("{\"accessToken\":\"late\",\"refreshToken\":\"late\",\"expiresIn\":9}");
        });

    assertThat(client.get("/me").status()).isEqualTo(401);

    assertThat(client.loginState().isLoggedIn()).isFalse();
    assertThat(server.last().headers()).doesNotContainKey("Authorization");
  }

  @Test
  @Tag("R3")
  void parallelCalls_acrossAnEnd_shareOneRefresh() {
    LoginClient client = loggedIn();
    clock.advance(Duration.ofMinutes(5));

    List<CompletableFuture<ClientResponse>> calls = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      calls.add(client.async().get("/me"));
    }

    assertThat(calls).allMatch(call -> call.join().status() == 200);
    assertThat(played.refreshes).hasValue(1);
  }
}
