package dev.cloakroom.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cloakroom.client.PlayedServer.Reply;
import dev.cloakroom.testing.ManualClock;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Refreshes that bring nothing: a login that can go on does, and one that cannot says so. */
@Tag("R3")
class LostRefreshTest {
  private final ManualClock clock = ManualClock.atNoon();
  private final PlayedLogin played = new PlayedLogin();
  private final PlayedServer server = played.server;
  private final LoginClientBuilder shop = played.shop(Credentials.BEARER, clock, wait -> {});

  /** Fails as often as it is told to. */
  private static final class Disk implements TokenStore {
    final List<Tokens> saved = new ArrayList<>();
    int failures;

    @Override
    public Optional<Tokens> load() {
      return Optional.empty();
    }

    @Override
    public void save(Tokens tokens) {
      if (failures-- > 0) {
        throw new IllegalStateException("The disk is full");
      }
      saved.add(tokens);
    }

    @Override
    public void clear() {
      saved.clear();
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private LoginClient loggedIn() {
    return PlayedLogin.loggedIn(shop);
  }

  private long refreshesAsked() {
    return server.lines().stream().filter("POST /refresh"::equals).count();
  }

  /** After the grace of a server the repeat would be what a thief does. */
  @Test
  void answerThatIsLostLate_isNotAskedForAgain_andThereIsQuiet() {
    LoginClient client = loggedIn();
    clock.advance(Duration.ofSeconds(280));
    server.on(
        "POST /refresh",
        asked -> {
          clock.advance(Duration.ofSeconds(8));
          return Reply.of(-1, "");
        });

    assertThat(client.get("/me").status()).isEqualTo(200);
    assertThat(client.get("/me").status()).isEqualTo(200);
    assertThat(refreshesAsked()).isEqualTo(1);
  }

  @Test
  void answerThatIsLostSoon_isAskedForAgainOnce() {
    LoginClient client = loggedIn();
    clock.advance(Duration.ofSeconds(280));
    server.once("POST /refresh", Reply.of(-1, ""), Reply.of(-1, ""));

    assertThat(client.get("/me").status()).isEqualTo(200);
    assertThat(client.get("/me").status()).isEqualTo(200);
    assertThat(refreshesAsked()).isEqualTo(2);

    clock.advance(Duration.ofSeconds(5));
    assertThat(client.get("/me").status()).isEqualTo(200);
    assertThat(played.refreshes).hasValue(1);
  }

  /**
   * Later it would be what a thief does, and cost the cookie, too. Twin: {@link
   * #answerThatIsLostSoon_isAskedForAgainOnce}, where there is no cookie to lose.
   */
  @Test
  void answerThatIsLostTwice_isNeverAskedForAgain_whereACookieGoesOn() {
    LoginClient client = PlayedLogin.loggedIn(shop.show(Credentials.BOTH));
    clock.advance(Duration.ofSeconds(280));
    server.once("POST /refresh", Reply.of(-1, ""), Reply.of(-1, ""));

    assertThat(client.get("/me").status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(5));
    assertThat(client.get("/me").status()).isEqualTo(200);
    assertThat(client.get("/me").status()).isEqualTo(200);

    assertThat(refreshesAsked()).isEqualTo(2);
    assertThat(server.last().header("Cookie")).isEqualTo("sid=sid-1");
    assertThat(client.logout().isLoggedIn()).isFalse();
  }

  @Test
  void busyServer_isAskedForARefreshOnce_howeverPatientTheClient() {
    LoginClient client = loggedIn();
    clock.advance(Duration.ofSeconds(280));
    server.once("POST /refresh", Reply.problem(503, "unavailable").with("Retry-After", "1"));

    assertThat(client.get("/me").status()).isEqualTo(200);

    assertThat(refreshesAsked()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"302", "404", "408", "200", "400", "401", "403", "500"})
  void answerThatSaysNothingOfTheToken_doesNotEndIt(int status) {
    LoginClient client = loggedIn();
    clock.advance(Duration.ofSeconds(280));
    server.once(
        "POST /refresh", Reply.of(status, "<html>").with("Location", server.address() + "/me"));

    assertThat(client.get("/me").status()).isEqualTo(200);
    assertThat(client.get("/me").status()).isEqualTo(200);
    assertThat(refreshesAsked()).isEqualTo(1);
    assertThat(client.loginState().toString()).contains(", refresh token ***");

    clock.advance(Duration.ofSeconds(5));
    assertThat(client.get("/me").status()).isEqualTo(200);
    assertThat(played.refreshes).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource({"400, invalid-token", "401, refresh-token-reused", "401, session-ended"})
  void answerThatSaysSo_endsIt(int status, String reason) {
    LoginClient client = loggedIn();
    clock.advance(Duration.ofSeconds(280));
    server.once("POST /refresh", Reply.problem(status, reason));

    assertThat(client.get("/me").status()).isEqualTo(200);

    assertThat(client.loginState().toString()).contains("no refresh token");
  }

  @Test
  void waitThatAServerWants_isAMinuteAtMost() {
    LoginClient client = loggedIn();
    clock.advance(Duration.ofSeconds(280));
    server.once("POST /refresh", Reply.of(503, "").with("Retry-After", "999999999"));
    client.get("/me");

    clock.advance(Duration.ofMinutes(1));

    assertThat(client.get("/me").status()).isEqualTo(200);
    assertThat(played.refreshes).hasValue(1);
  }

  /** A guest may be shown something else than a customer: a success that is none. */
  @ParameterizedTest
  @EnumSource(names = {"BEARER", "BOTH"})
  void service_withoutATokenToShow_sendsNothingAsNobody(Credentials shown) {
    shop.show(shown).cookie("lang", "en").build().login("alice", "123");
    server.on("GET /shelf", asked -> Reply.of(200, "for guests"));
    server.once("POST /refresh", Reply.of(503, ""));
    LoginClient service = shop.refreshToken("refresh-2").build();

    assertThatThrownBy(() -> service.get("/shelf"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Status 503");
    assertThatThrownBy(() -> service.get("/shelf")).isInstanceOf(RefusedException.class);
    assertThat(server.lines()).doesNotContain("GET /shelf");

    clock.advance(Duration.ofSeconds(5));
    assertThat(service.get("/shelf").status()).isEqualTo(200);
    assertThat(server.last().header("Authorization")).startsWith("Bearer access-");
  }

  @Test
  void service_whoseRefreshIsLost_saysThatItIs() {
    server.on("POST /refresh", asked -> Reply.of(-1, ""));
    LoginClient service = shop.refreshToken("refresh-2").build();

    assertThatThrownBy(() -> service.get("/me")).isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> service.get("/me")).isInstanceOf(UncheckedIOException.class);
    assertThat(refreshesAsked()).isEqualTo(2);
  }

  @Test
  void storeThatFails_isAskedAgainByTheNextCall() {
    Disk disk = new Disk();
    LoginClient client = shop.tokenStore(disk).build();
    client.login("alice", "123");
    disk.failures = 1;
    clock.advance(Duration.ofMinutes(5));

    assertThatThrownBy(() -> client.get("/me")).hasMessage("The disk is full");
    assertThat(disk.saved).hasSize(1);

    assertThat(client.get("/me").status()).isEqualTo(200);
    assertThat(disk.saved)
        .extracting(Tokens::refreshToken)
        .containsExactly("refresh-2", "refresh-3");
    assertThat(played.refreshes).hasValue(1);
  }

  @Test
  void storeThatFailsAtALogin_failsIt_andTheClientKnowsWhoseItIs() {
    Disk disk = new Disk();
    disk.failures = 1;
    LoginClient client = shop.tokenStore(disk).build();

    assertThatThrownBy(() -> client.login("alice", "123")).hasMessage("The disk is full");

    assertThat(client.loginState().callerName()).contains("alice");
    assertThat(client.get("/me").status()).isEqualTo(200);
    assertThat(disk.saved).hasSize(1);
  }
}
