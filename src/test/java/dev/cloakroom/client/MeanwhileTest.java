package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.client.PlayedServer.Reply;
import dev.cloakroom.testing.ManualClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else logs in while a request is on its way: it is not theirs, nor is its answer. */
@Tag("X1")
@Timeout(30)
class MeanwhileTest {
  private static final String ORDERS = "POST /orders";

  private final ManualClock clock = ManualClock.atNoon();
  private final PlayedLogin played = new PlayedLogin();
  private final PlayedServer server = played.server;
  private final LoginClient client =
      PlayedLogin.loggedIn(played.shop(Credentials.COOKIE, clock, wait -> {}));

  @AfterEach
  void stop() {
    server.close();
  }

  /** Twin: the same without bob. */
  @ParameterizedTest
  @CsvSource({
    "403, csrf-token-missing, true", "403, csrf-token-missing, false",
    "429, too-many-requests, true", "429, too-many-requests, false"
  })
  void request_isRepeatedOnlyForWhoHasSentIt(int status, String reason, boolean bobComes) {
    server.on(
        ORDERS,
        asked -> {
          server.on(ORDERS, again -> Reply.of(200, "carried out"));
          if (bobComes) {
            client.login("bob", "123");
          }
          return Reply.problem(status, reason).with("Retry-After", "1");
        });

    ClientResponse answer = client.post("/orders", Body.text("coat"));

    assertThat(answer.status()).isEqualTo(bobComes ? status : 200);
    assertThat(server.lines().stream().filter(ORDERS::equals)).hasSize(bobComes ? 1 : 2);
    assertThat(client.post("/orders", Body.text("coat")).text()).isEqualTo("carried out");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void request_isNotRepeated_ifTheyComeWhileATokenIsFetched(boolean bobComes) {
    played.asksForCsrf = true;
    server.on(
        "GET /csrf",
        asked -> {
          server.on("GET /csrf", again -> Reply.json(csrf()));
          if (bobComes) {
            played.asksForCsrf = false;
            client.login("bob", "123");
            played.asksForCsrf = true;
          }
          return Reply.json(csrf());
        });

    ClientResponse answer = client.post("/orders", Body.text("coat"));

    assertThat(answer.status()).isEqualTo(bobComes ? 403 : 200);
  }

  private static String csrf() {
    return "{\"headerName\":\"X-CSRF-Token\",\"token\":\"masked-0\"}";
  }

  @Test
  void pause_thatAnotherLoginEnds_isFollowedByNothing() {
    CompletableFuture<String> pause = new CompletableFuture<>();
    LoginClient waiting =
        PlayedLogin.loggedIn(
            LoginClient.at(server.address()).show(Credentials.COOKIE).time(clock, wait -> pause));
    server.once("GET /me", Reply.of(503, "").with("Retry-After", "1"));

    CompletableFuture<ClientResponse> call = waiting.async().get("/me");
    waiting.login("bob", "123");
    pause.complete("");

    assertThat(call.join().status()).isEqualTo(503);
    assertThat(server.lines().stream().filter("GET /me"::equals)).hasSize(1);
  }

  /** What goes elsewhere is nobody's, before and after. */
  @Test
  void requestToAnotherOrigin_isRepeated_whoeverComes() {
    try (PlayedServer files = PlayedServer.start()) {
      files.on(
          "GET /x",
          asked -> {
            files.on("GET /x", again -> Reply.of(200, "a file"));
            client.login("bob", "123");
            return Reply.of(503, "").with("Retry-After", "1");
          });

      assertThat(client.get(files.address() + "/x").text()).isEqualTo("a file");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void redirect_isFollowedOnlyForWhoHasSentTheRequest(boolean bobComes) {
    server.on(
        "POST /moved",
        asked -> {
          if (bobComes) {
            client.login("bob", "123");
          }
          return Reply.redirect(307, "/orders");
        });

    ClientResponse answer = client.post("/moved", Body.text("coat"));

    assertThat(answer.status()).isEqualTo(bobComes ? 307 : 200);
    assertThat(server.lines().contains(ORDERS)).isEqualTo(!bobComes);
  }

  /** Twin: what is not of a login, and an answer that comes in time. */
  @ParameterizedTest
  @CsvSource({
    "sid=late; Path=/, true, false", "sid=; Path=/; Max-Age=0, true, false",
    "lang=late; Path=/, true, true", "sid=late; Path=/, false, true"
  })
  void cookieOfALateAnswer_isNotKept_inThePlaceOfTheNewOne(
      String cookie, boolean bobComes, boolean kept) {
    server.on(
        "GET /late",
        asked -> {
          if (bobComes) {
            client.login("bob", "123");
          }
          return Reply.of(200, "").with("Set-Cookie", cookie);
        });

    client.get("/late");

    assertThat(client.cookies().toMap().containsValue("late")).isEqualTo(kept);
    assertThat(client.cookies().toMap()).containsKey("sid");
    if (bobComes) {
      assertThat(client.get("/me").text()).contains("bob");
    }
  }

  @Test
  void cookieOfAnAnswerThatComesAfterALogout_isNotKept() {
    server.on(
        "GET /late",
        asked -> {
          client.logout();
          return Reply.of(200, "").with("Set-Cookie", "sid=late; Path=/");
        });

    client.get("/late");

    assertThat(client.cookies().toMap()).isEmpty();
  }

  /** The first token of bob is near its end: it must not wait for what alice was told. */
  @Test
  void refreshOfAnEarlierLogin_saysNothingOfTheNext() {
    LoginClient both = PlayedLogin.loggedIn(played.shop(Credentials.BEARER, clock, wait -> {}));
    clock.advance(Duration.ofSeconds(280));
    server.on(
        "POST /refresh",
        asked -> {
          played.expiresIn = 20;
          both.login("bob", "123");
          server.on("POST /refresh", again -> Reply.json("{\"accessToken\":\"of-bob\"}"));
          return Reply.of(503, "").with("Retry-After", "60");
        });
    server.on("GET /shown", asked -> Reply.of(200, asked.header("Authorization")));

    both.get("/shown");
    clock.advance(Duration.ofSeconds(16));

    assertThat(both.get("/shown").text()).isEqualTo("Bearer of-bob");
  }
}
