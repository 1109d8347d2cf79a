package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.client.PlayedServer.Reply;
import dev.cloakroom.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cookies that no login came with show nobody: what was meant to be somebody's is not sent so. */
@Tag("R3")
class OtherCookiesTest {
  private static final String PASSPHRASE = "a passphrase of the suite";

  private final ManualClock clock = ManualClock.atNoon();
  private final PlayedLogin played = new PlayedLogin();
  private final PlayedServer server = played.server;
  private final LoginClientBuilder shop = played.shop(Credentials.BOTH, clock, wait -> {});

  @AfterEach
  void stop() {
    server.close();
  }

  private static Reply balanced(Reply reply) {
    return reply.with("Set-Cookie", "AWSALB=a; Path=/");
  }

  @ParameterizedTest
  @CsvSource({"401, refresh-token-reused", "503, unavailable"})
  void serviceWithoutAToken_sendsNothingAsNobody(int status, String reason) {
    server.on("POST /refresh", asked -> balanced(Reply.problem(status, reason)));
    server.on("GET /shelf", asked -> Reply.of(200, "for guests"));
    server.on("POST /shelf", asked -> Reply.of(200, "for guests"));
    LoginClient service = shop.cookie("lang", "en").refreshToken("refresh-2").build();

    assertThatThrownBy(() -> service.get("/shelf")).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> service.post("/shelf")).isInstanceOf(RefusedException.class);

    assertThat(service.cookies().toMap()).containsOnlyKeys("lang", "AWSALB");
    assertThat(server.lines()).containsOnly("POST /refresh");
  }

  /** Twin: what a login came with shows it. */
  @ParameterizedTest
  @CsvSource({"true, 200", "false, 401"})
  void refusedToken_isLeftOut_onlyForACookieOfTheLogin(boolean kept, int status) {
    LoginClient client = PlayedLogin.loggedIn(shop.cookie("lang", "en"));
    played.ended.add("access-2");
    server.on("POST /refresh", asked -> Reply.problem(401, "refresh-token-reused"));
    if (!kept) {
      client.cookies().remove("sid");
    }

    assertThat(client.post("/orders", Body.text("coat")).status()).isEqualTo(status);

    assertThat(server.last().line()).isEqualTo(kept ? "POST /orders" : "POST /refresh");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void deadToken_isShown_whetherAnotherCookieIsThereOrNone(boolean another) {
    LoginClient client = PlayedLogin.loggedIn(another ? shop.cookie("lang", "en") : shop);
    client.cookies().remove("sid");
    server.on("POST /refresh", asked -> Reply.problem(401, "refresh-token-reused"));
    clock.advance(Duration.ofMinutes(5));
    played.ended.add("access-2");

    assertThat(client.get("/me").reason()).contains("token-expired");
    assertThat(server.last().header("Authorization")).isEqualTo("Bearer access-2");
  }

  /** Nobody knows which of them is the session's, and the one of the device outlives it. */
  @Test
  void loginOneOfWhoseCookiesIsGone_isNotShownByTheOthers() {
    String who = "{\"user\":{\"name\":\"alice\"},\"accessToken\":\"dead\",\"expiresIn\":60}";
    Reply login =
        Reply.json(who)
            .with("Set-Cookie", "sid=sid-of-alice; Path=/; Max-Age=120")
            .with("Set-Cookie", "sid-device=d; Path=/; Max-Age=9999");
    server.on("POST /login", asked -> login);
    server.on("GET /shelf", asked -> Reply.of(200, asked.header("Authorization")));
    LoginClient client = PlayedLogin.loggedIn(shop);

    clock.advance(Duration.ofSeconds(61));
    assertThat(client.get("/shelf").text()).isEmpty();
    clock.advance(Duration.ofSeconds(60));
    assertThat(client.get("/shelf").text()).isEqualTo("Bearer dead");
  }

  @Test
  void importedLogin_goesOnByItsCookies_andByNoOther() {
    LoginClient first = PlayedLogin.loggedIn(shop.cookie("lang", "en"));
    String sealed = first.exportLogin(PASSPHRASE);
    LoginClient next = shop.build();
    next.importLogin(sealed, PASSPHRASE);
    played.ended.add("access-2");

    assertThat(next.get("/me").text()).contains("alice");
    next.cookies().remove("sid");
    assertThat(next.get("/me").reason()).contains("token-expired");
    assertThat(server.last().header("Cookie")).isEqualTo("lang=en");
    assertThat(server.last().header("Authorization")).isEqualTo("Bearer access-2");
    assertThat(List.of(first.cookies().ofLogin(), next.cookies().ofLogin()))
        .allSatisfy(names -> assertThat(names).containsExactly("sid"));
  }
}
