package dev.cloakroom.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cloakroom.client.PlayedServer.Reply;
import dev.cloakroom.testing.ManualClock;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are sent again: with a CSRF token, or when a server says to come later. */
class AskedAgainTest {
  private final ManualClock clock = ManualClock.atNoon();
  private final List<Duration> waits = new ArrayList<>();
  private final PlayedLogin played = new PlayedLogin();
  private final PlayedServer server = played.server;
  private final LoginClientBuilder shop = played.shop(Credentials.COOKIE, clock, waits::add);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  @Tag("X1")
  void csrfToken_isFetchedWhenItIsAskedFor_andSentFromThenOn() {
    played.asksForCsrf = true;
    LoginClient client = shop.build();

    client.login("alice", "123");
    assertThat(client.post("/orders", Body.text("coat")).status()).isEqualTo(200);
    assertThat(client.post("/orders", Body.text("hat")).status()).isEqualTo(200);
    assertThat(client.get("/orders").status()).isEqualTo(200);

    assertThat(server.lines())
        .containsExactly(
            "POST /login",
            "GET /csrf",
            "POST /login",
            "POST /orders",
            "GET /csrf",
            "POST /orders",
            "POST /orders",
            "GET /orders");
    assertThat(server.last().headers()).doesNotContainKey("X-csrf-token");
  }

  @Test
  void csrfToken_thatIsRefused_isReplacedOnce() {
    LoginClient client = shop.build();
    client.login("alice", "123");
    Reply invalid = Reply.problem(403, "csrf-token-invalid");
    server.once("POST /orders", invalid, invalid, Reply.of(200, ""));

    assertThat(client.post("/orders", Body.text("coat")).reason()).contains("csrf-token-invalid");
    assertThat(client.post("/orders", Body.text("coat")).status()).isEqualTo(200);
  }

  @Test
  void csrfToken_forAStream_isNotSentAfterIt() {
    played.asksForCsrf = true;
    Body stream = Body.once("text/plain", new ByteArrayInputStream("coat".getBytes(UTF_8)));

    assertThat(shop.build().post("/orders", stream).status()).isEqualTo(403);

    assertThat(server.lines()).containsExactly("POST /orders");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"headerName\":\"Host\",\"token\":\"evil\"}",
        "{\"headerName\":\"Authorization\",\"token\":\"evil\"}",
        "{\"headerName\":\"X-A\\r\\nB\",\"token\":\"evil\"}",
        "{\"headerName\":\"X-A\",\"token\":\"a\\r\\nB: c\"}",
        "[]",
        ""
      })
  void csrfToken_ofAnotherShape_isNotSent(String answer) {
    played.asksForCsrf = true;
    server.once("GET /csrf", Reply.json(answer));
    LoginClient client = shop.build();

    assertThat(client.post("/orders", Body.text("coat")).status()).isEqualTo(403);
    assertThat(server.lines()).containsExactly("POST /orders", "GET /csrf");

    client.login("alice", "123");
    assertThat(client.post("/orders", Body.text("coat")).status()).isEqualTo(200);
  }

  @Test
  void forbidden_forAnotherReason_isAnAnswer() {
    server.on("POST /admin", asked -> Reply.problem(403, "forbidden"));

    assertThat(shop.build().post("/admin").status()).isEqualTo(403);
    assertThat(server.asked()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "429, GET, 2, true", "429, POST, 2, true", "503, GET, 5, true", "503, PUT, 1, true",
    "503, POST, 1, false", "503, PATCH, 1, false", "503, GET, 6, false", "500, GET, 1, false"
  })
  void laterWithinPatience_isAskedAgain(int status, String method, int seconds, boolean again) {
    server.on(method + " /busy", asked -> Reply.of(200, ""));
    server.once(
        method + " /busy", Reply.of(status, "").with("Retry-After", String.valueOf(seconds)));

    ClientResponse answer = shop.build().send(ClientRequest.of(method, "/busy"));

    assertThat(answer.status()).isEqualTo(again ? 200 : status);
    assertThat(waits).isEqualTo(again ? List.of(Duration.ofSeconds(seconds)) : List.of());
  }

  @Test
  void laterAgainAndAgain_isAskedAsLongAsPatienceLasts() {
    server.on("GET /busy", asked -> Reply.of(503, "").with("Retry-After", "0"));

    assertThat(shop.build().get("/busy").status()).isEqualTo(503);

    assertThat(waits).hasSize(5).allMatch(Duration.ofSeconds(1)::equals);
    assertThat(shop.patience(Duration.ZERO).build().get("/busy").retryAfter())
        .contains(Duration.ZERO);
    assertThat(waits).hasSize(5);
  }

  @Test
  void laterByDate_isUnderstood_andNonsenseIsNot() {
    String date = "Fri, 20 Nov 2026 12:00:03 GMT";
    server.on("GET /busy", asked -> Reply.of(200, ""));
    server.once("GET /busy", Reply.of(429, "").with("Retry-After", date));
    LoginClient client = shop.build();

    assertThat(client.get("/busy").status()).isEqualTo(200);
    assertThat(waits).containsExactly(Duration.ofSeconds(3));
    server.once("GET /busy", Reply.of(429, "").with("Retry-After", "soon"));
    assertThat(client.get("/busy").status()).isEqualTo(429);
  }

  @Test
  void login_waitsForABusyServer_butNotForAThrottle() {
    LoginClient client = shop.build();
    server.once("POST /login", Reply.problem(503, "unavailable").with("Retry-After", "5"));
    assertThat(client.login("alice", "123").isLoggedIn()).isTrue();
    assertThat(waits).containsExactly(Duration.ofSeconds(5));

    server.once("POST /login", Reply.problem(429, "too-many-requests").with("Retry-After", "10"));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> client.login("alice", "123"))
        .satisfies(e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(10)));
  }
}
