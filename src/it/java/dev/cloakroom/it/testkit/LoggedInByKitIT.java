package dev.cloakroom.it.testkit;

import static dev.cloakroom.testkit.CloakroomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.client.LoginClient;
import dev.cloakroom.http.Reason;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import dev.cloakroom.testkit.BaseUrl;
import dev.cloakroom.testkit.FakeIssuerToken;
import dev.cloakroom.testkit.LoggedInAs;
import dev.cloakroom.testkit.Login;
import dev.cloakroom.testkit.NotLoggedIn;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Tests as the developer of an application writes them, with a caller in one line. */
@OnServerWith(TestkitWars.class)
@LoggedInAs(value = "alice", groups = "user")
class LoggedInByKitIT {
  @BaseUrl private final URI shop;

  LoggedInByKitIT(ServerProcess process) {
    this.shop = process.server().http("/kit-shop");
  }

  @Test
  void caller_isLoggedIn(LoginClient client) {
    assertThat(client.get("/api/shop").text()).isEqualTo("alice [user] 1");
    assertThat(client.loginState().callerName()).contains("alice");
    assertThat(client.get("/api/shop/orders")).isForbidden();
  }

  @Test
  @LoggedInAs(
      value = "bob",
      groups = {"clerk", "user & more"},
      level = 2)
  void groupsAndLevel_areThoseOfTheTest(LoginClient client) {
    assertThat(client.get("/api/shop").text()).isEqualTo("bob [clerk, user & more] 2");
    assertThat(client.get("/api/shop/orders")).isOk();
    assertThat(client.post("/api/shop/payments")).isOk();
  }

  @Test
  void level_thatIsTooLow_isAskedFor(LoginClient client) {
    assertThat(client.post("/api/shop/payments")).asksForMore();
  }

  @Test
  void callers_areSideBySide(
      LoginClient alice,
      @LoggedInAs(value = "bob", groups = "clerk") LoginClient bob,
      @NotLoggedIn LoginClient nobody) {
    assertThat(alice.get("/api/shop").text()).startsWith("alice ");
    assertThat(bob.get("/api/shop").text()).startsWith("bob ");
    assertThat(nobody.get("/api/shop")).isRefused(Reason.NOT_AUTHENTICATED);
  }

  @Test
  void freshness_isThatOfTheTest(
      LoginClient client,
      @LoggedInAs(value = "alice", groups = "user", fresh = false) LoginClient earlier) {
    assertThat(client.get("/api/shop/address")).isOk();
    assertThat(earlier.get("/api/shop/address")).asksForMore();
    assertThat(earlier.get("/api/shop")).isOk();
  }

  @Test
  void elapsedTime_endsTokensThenLogins(LoginClient client) {
    LoginClient old = bearing(Login.tokenOf(client));
    Login.elapse(Duration.ofMinutes(10));
    assertThat(old.get("/api/shop")).isRefused(Reason.TOKEN_EXPIRED);
    assertThat(client.get("/api/shop/address")).asksForMore();

    Login.elapse(Duration.ofDays(91));
    assertThat(client.get("/api/shop")).isNotAuthenticated();
  }

  /** Each repetition is a test: it finds one login, and the time of all clocks. */
  @RepeatedTest(2)
  void state_isThatOfANewApplication(LoginClient client) {
    assertThat(client.get("/api/shop/logins").text()).isEqualTo("1");
    assertThat(client.get("/api/shop/address")).isOk();
    assertThat(Login.now()).isBefore(Instant.now().plusSeconds(60));
    Login.elapse(Duration.ofMinutes(11));
  }

  @Test
  @LoggedInAs(value = "user-real", password = "pw-user-real")
  void password_isThatOfTheApplicationsStore(LoginClient client) {
    assertThat(client.get("/api/shop").text()).isEqualTo("user-real [user] 1");
  }

  @Test
  @NotLoggedIn
  void tokenOfAnIssuer_isTaken_andAForgedOneIsNot() {
    FakeIssuerToken token = TestkitWars.PARTNER.token("carol").groups("user");

    assertThat(bearing(token.text()).get("/api/shop").text()).isEqualTo("partner:carol [user] 1");
    assertThat(bearing(token.forged().text()).get("/api/shop")).isRefused(Reason.INVALID_TOKEN);
    assertThat(bearing(token.expired().text()).get("/api/shop")).isRefused(Reason.TOKEN_EXPIRED);
  }

  private LoginClient bearing(String token) {
    return LoginClient.at(shop.toString()).header("Authorization", "Bearer " + token).build();
  }

  @Test
  void logout_endsTheLogin(LoginClient client) {
    client.logout();

    assertThat(client.get("/api/shop")).isNotAuthenticated();
  }
}
