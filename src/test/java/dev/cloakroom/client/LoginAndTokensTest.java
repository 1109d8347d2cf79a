package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.client.PlayedServer.Reply;
import dev.cloakroom.testing.ManualClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a login gives comes and goes together: caller, tokens and cookies. */
@Timeout(30)
class LoginAndTokensTest {
  private final ManualClock clock = ManualClock.atNoon();
  private final PlayedLogin played = new PlayedLogin();
  private final PlayedServer server = played.server;
  private final LoginClient client =
      LoginClient.at(server.address())
          .time(clock, wait -> CompletableFuture.completedFuture(wait))
          .build();

  @AfterEach
  void stop() {
    server.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Its twin is {@link OtherCookiesTest}. */
  @Test
  void deadToken_doesNotHideALiveCookie() {
    client.login("alice", "123");
    server.on("POST /refresh", asked -> Reply.problem(401, "refresh-token-reused"));
    clock.advance(Duration.ofMinutes(5));

    assertThat(client.get("/me").status()).isEqualTo(200);

    assertThat(server.last().header("Cookie")).startsWith("sid=");
    assertThat(server.last().headers()).doesNotContainKey("Authorization");
  }

  @Test
  void refusedToken_thatCannotBeRenewed_isLeftOutOnce() {
    client.login("alice", "123");
    played.ended.add("access-2");
    server.on("POST /refresh", asked -> Reply.problem(401, "session-ended"));

    assertThat(client.get("/me").status()).isEqualTo(200);

    assertThat(server.lines())
        .containsExactly("POST /login", "GET /me", "POST /refresh", "GET /me");
  }

  @Test
  void lateLogout_leavesALaterLoginAlone() {
    client.login("alice", "123");
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    server.on(
        "POST /logout",
        request -> {
          asked.countDown();
          await(go);
          return Reply.json("{}").with("Set-Cookie", "sid=; Path=/; Max-Age=0");
        });

    CompletableFuture<LoginState> logout = client.async().logout();
    await(asked);
    CompletableFuture<LoginState> login = client.async().login("bob", "123");
    assertThat(server.last().line()).isEqualTo("POST /logout");
    go.countDown();

    assertThat(logout.join().isLoggedIn()).isFalse();
    assertThat(login.join().callerName()).contains("bob");
    assertThat(client.loginState().callerName()).contains("bob");
    assertThat(client.get("/me").text()).contains("bob");
  }

  @Test
  void loginThatIsCancelled_changesNothing() {
    client.login("alice", "123");
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Reply bob = Reply.json("{\"user\":{\"name\":\"bob\"},\"accessToken\":\"of-bob\"}");
    server.on(
        "POST /login",
        request -> {
          asked.countDown();
          await(go);
          return bob.with("Set-Cookie", "sid=of-bob");
        });

    CompletableFuture<LoginState> login = client.async().login("bob", "123");
    await(asked);
    login.cancel(true);
    go.countDown();

    client.logout();
    assertThat(server.last().header("Cookie")).isEqualTo("sid=sid-1");
    assertThat(client.cookies().toMap()).isEmpty();
  }

  @Test
  void refusedLogin_leavesNoCookieBehind() {
    client.login("alice", "123");
    server.once(
        "POST /login",
        Reply.problem(401, "invalid-credentials").with("Set-Cookie", "sid=of-nobody"),
        Reply.of(200, "<html>").with("Set-Cookie", "sid=of-nobody"));

    assertThatThrownBy(() -> client.login("bob", "1")).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> client.login("bob", "1")).isInstanceOf(RefusedException.class);

    assertThat(client.cookies().toMap()).containsEntry("sid", "sid-1");
    assertThat(client.loginState().callerName()).contains("alice");
    assertThat(client.login("bob", "123").callerName()).contains("bob");
    assertThat(client.cookies().get("sid")).isNotEqualTo("sid-1").isPresent();
  }

  /** A form's answer leads to a page that only the new cookie opens. */
  @Test
  void loginThatIsLedOn_hasItsCookiesOnTheWay() {
    server.on("POST /login", asked -> Reply.redirect(303, "/home").with("Set-Cookie", "sid=new"));
    server.on("GET /home", asked -> Reply.json("{\"user\":{\"name\":\"alice\"}}"));

    assertThat(client.login("alice", "123").callerName()).contains("alice");

    assertThat(server.last().header("Cookie")).isEqualTo("sid=new");
    assertThat(client.cookies().toMap()).containsEntry("sid", "new");
  }

  @Test
  void request_isNotRepeatedAsSomebodyElse() {
    client.login("alice", "123");
    server.on(
        "POST /orders",
        asked -> {
          client.login("bob", "123");
          return Reply.problem(401, "token-expired");
        });

    assertThat(client.post("/orders", Body.text("coat")).status()).isEqualTo(401);

    assertThat(server.lines()).containsExactly("POST /login", "POST /orders", "POST /login");
  }

  @Test
  void endpointsThatRefuse_areNotAnsweredByARefresh() {
    client.login("alice", "123");
    server.once("POST /login", Reply.of(401, ""));

    assertThat(client.post("/login", Body.text("")).status()).isEqualTo(401);

    assertThat(played.refreshes).hasValue(0);
  }

  @Test
  void logoutWithATokenThatHasEnded_isRepeatedWithAnother() {
    client.login("alice", "123");
    server.once("POST /logout", Reply.problem(401, "token-expired"));

    assertThat(client.logout().isLoggedIn()).isFalse();

    assertThat(server.lines())
        .containsExactly("POST /login", "POST /logout", "POST /refresh", "POST /logout");
    assertThat(server.last().header("Authorization")).isEqualTo("Bearer access-3");
  }

  @Test
  void nullOfJson_isAnAnswerWithoutALogin() {
    server.once("POST /login", Reply.json("null"));

    assertThatThrownBy(() -> client.login("alice", "123")).isInstanceOf(RefusedException.class);
    assertThat(client.login("alice", "123").isLoggedIn()).isTrue();
  }

  @Test
  void answerToALogin_isShort_andThatToAnotherRequestMayBeLong() {
    Reply longer = Reply.json("{\"a\":\"" + "x".repeat(70_000) + "\"}");
    server.once("POST /login", longer);
    server.on("GET /long", asked -> longer);

    assertThatThrownBy(() -> client.login("alice", "123")).hasMessageContaining("longer");
    assertThat(client.login("alice", "123").isLoggedIn()).isTrue();
    assertThat(client.get("/long").bytes()).hasSizeGreaterThan(70_000);
  }

  @Test
  void whatCannotBeSent_failsTheFuture() {
    assertThat(client.async().get("http://x y/")).isCompletedExceptionally();
    assertThat(client.async().get("/me")).isNotNull();
  }

  @Test
  void listenerThatThrows_failsNoCall() {
    LoginClient traced =
        LoginClient.at(server.address())
            .trace(
                exchange -> {
                  throw new IllegalStateException("of the listener");
                })
            .build();

    assertThat(traced.login("alice", "123").isLoggedIn()).isTrue();
    assertThat(traced.get("/me").status()).isEqualTo(200);
  }
}
