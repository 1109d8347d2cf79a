package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cloakroom.client.PlayedServer.Reply;
import dev.cloakroom.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who proves more is given new tokens, and those before are worth nothing. */
@Tag("S13")
class ProvenMoreTest {
  private static final String RAISED =
      "{%s\"accessToken\":\"raised\",\"refreshToken\":\"next\",\"expiresIn\":300}";
  private static final Body CODE = Body.text("123456");

  private final ManualClock clock = ManualClock.atNoon();
  private final PlayedLogin played = new PlayedLogin();
  private final PlayedServer server = played.server;
  private final LoginClientBuilder shop = played.shop(Credentials.BOTH, clock, wait -> {});

  ProvenMoreTest() {
    server.on("POST /code", asked -> Reply.json(RAISED.formatted("")));
    server.on("POST /login/factor", asked -> Reply.json(RAISED.formatted(user("alice"))));
    server.on("GET /shown", asked -> Reply.of(200, asked.header("Authorization")));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String user(String name) {
    return "\"user\":{\"name\":\"%1$s\"},\"session\":{\"id\":\"login-of-%1$s\"},".formatted(name);
  }

  private static Tokens tokens(LoginClient client) {
    return Objects.requireNonNull(client.loginState().tokens());
  }

  @Test
  void tokensOfAnAnswer_areThoseOfTheLogin_fromThenOn() {
    LoginClient client = PlayedLogin.loggedIn(shop);

    LoginState state = client.goOnWith(client.post("/code", CODE));

    assertThat(state.callerName()).contains("alice");
    assertThat(state.caller()).isEqualTo(client.loginState().caller());
    assertThat(client.get("/shown").text()).isEqualTo("Bearer raised");
    assertThat(tokens(client).endsAt()).isEqualTo(clock.instant().plusSeconds(300));
    clock.advance(Duration.ofSeconds(280));
    client.get("/shown");
    assertThat(server.asked().get(server.asked().size() - 2).body()).contains("\"next\"");
  }

  /** What is held meanwhile is newer, and the refresh token of before is spent. */
  @Test
  void answerThatIsHandedBackLate_changesNothing() {
    LoginClient client = PlayedLogin.loggedIn(shop);
    ClientResponse early = client.post("/code", CODE);
    clock.advance(Duration.ofSeconds(280));
    client.get("/shown");
    Tokens renewed = tokens(client);

    assertThat(client.goOnWith(early).isLoggedIn()).isTrue();

    assertThat(tokens(client)).isEqualTo(renewed);
  }

  @Test
  void answerThatIsNotHandedBack_changesNothing() {
    LoginClient client = PlayedLogin.loggedIn(shop);

    client.post("/code", CODE);

    assertThat(client.get("/shown").text()).isEqualTo("Bearer access-2");
  }

  @ParameterizedTest
  @EnumSource(Credentials.class)
  void secondFactor_needsNoCall(Credentials shown) {
    LoginClient client = PlayedLogin.loggedIn(shop.show(shown));

    client.async().post("/login/factor", Body.json(Map.of())).join();

    String bearer = client.get("/shown").text();
    assertThat(bearer).isEqualTo(shown == Credentials.COOKIE ? "" : "Bearer raised");
    assertThat(client.loginState().callerName()).contains("alice");
  }

  @Test
  void secondFactorThatIsRefused_changesNothing() {
    LoginClient client = PlayedLogin.loggedIn(shop);
    server.once("POST /login/factor", Reply.problem(401, "factor-refused"));

    assertThat(client.post("/login/factor", Body.json(Map.of())).status()).isEqualTo(401);

    assertThat(client.get("/shown").text()).isEqualTo("Bearer access-2");
  }

  /** What another request was begun with is the same caller's. */
  @Test
  void requestOfTheSameLogin_isRepeatedWithThem() {
    LoginClient client = PlayedLogin.loggedIn(shop);
    server.on(
        "POST /orders",
        asked -> {
          String bearer = asked.header("Authorization");
          if (bearer.equals("Bearer access-2")) {
            client.post("/login/factor", Body.json(Map.of()));
            return Reply.problem(401, "invalid-token");
          }
          return Reply.of(200, bearer);
        });

    assertThat(client.post("/orders", Body.text("coat")).text()).isEqualTo("Bearer raised");
    assertThat(played.refreshes).hasValue(0);
  }

  /** The server knows the refresh token no more: that is said of the old one alone. */
  @Test
  void refreshThatIsUnderWay_doesNotCostTheNewTokens() {
    LoginClient client = PlayedLogin.loggedIn(shop);
    ClientResponse raised = client.post("/code", CODE);
    clock.advance(Duration.ofSeconds(280));
    server.on(
        "POST /refresh",
        asked -> {
          if (asked.body().contains("refresh-2")) {
            client.goOnWith(raised);
            return Reply.problem(401, "invalid-token");
          }
          return Reply.json("{\"accessToken\":\"renewed\",\"expiresIn\":300}");
        });

    assertThat(client.get("/shown").text()).isEqualTo("Bearer raised");
    assertThat(client.get("/shown").text()).isEqualTo("Bearer renewed");
  }

  @Test
  void answerThatNamesAnotherCaller_isAnotherLogin() {
    LoginClient client = PlayedLogin.loggedIn(shop);
    ClientResponse before = client.post("/code", CODE);
    server.once("POST /login/factor", Reply.json(RAISED.formatted(user("bob"))));

    client.post("/login/factor", Body.json(Map.of()));

    assertThat(client.loginState().callerName()).contains("bob");
    assertThatIllegalArgumentException().isThrownBy(() -> client.goOnWith(before));
    assertThat(client.get("/shown").text()).isEqualTo("Bearer raised");
  }

  @Test
  void answerOfAnotherClient_orOrigin_orEarlierLogin_isNotTaken() {
    LoginClient client = PlayedLogin.loggedIn(shop);
    ClientResponse early = client.post("/code", CODE);
    client.login("alice", "123");
    ClientResponse foreign = client.post(server.at("localhost") + "/code", CODE);
    ClientResponse ofBob = PlayedLogin.loggedIn(shop).post("/code", CODE);
    String before = client.get("/shown").text();

    for (ClientResponse wrong : List.of(early, foreign, ofBob)) {
      assertThatIllegalArgumentException().isThrownBy(() -> client.goOnWith(wrong));
    }
    assertThat(client.get("/shown").text()).isEqualTo(before);
    client.goOnWith(client.post("/code", CODE));
    assertThat(client.get("/shown").text()).isEqualTo("Bearer raised");
  }

  @Test
  void answerWithoutATokenInThePlaceOfTheShownOne_isRefused() {
    LoginClient client = PlayedLogin.loggedIn(shop);
    server.once("POST /code", Reply.json("{}"), Reply.problem(403, "forbidden"));

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> client.goOnWith(client.post("/code", CODE)))
        .withMessageContaining("no accessToken");
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> client.goOnWith(client.post("/code", CODE)))
        .withMessageContaining("403");
    assertThat(client.get("/shown").text()).isEqualTo("Bearer access-2");
    LoginClient byCookie = PlayedLogin.loggedIn(shop.show(Credentials.COOKIE));
    server.once("POST /code", Reply.json("{}"));
    assertThat(byCookie.goOnWith(byCookie.post("/code", CODE)).isLoggedIn()).isTrue();
  }
}
