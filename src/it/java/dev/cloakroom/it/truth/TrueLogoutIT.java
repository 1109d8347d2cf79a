package dev.cloakroom.it.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RawExchange;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logout ends every login whose genuine cookie or token it is shown, and says what it is not. */
@OnServerWith(TruthWars.class)
@Tag("S7")
class TrueLogoutIT {
  private static final String GUARDED = "declared/caller";
  private static final String LOGOUT = "auth/logout";

  private final ProbeClient alice;
  private final ProbeClient bob;
  private final ProbeClient carol;
  private final RawClient raw;
  private final String bobsToken;

  TrueLogoutIT(ServerProcess process) {
    alice = ProbeClient.over(process.server()).another("truthful/");
    bob = alice.another();
    carol = alice.another();
    raw = new RawClient(process.server().http("truthful/"));
    alice.login("user-alice");
    bobsToken = bob.login("user-bob").getString("accessToken");
    carol.login("user-carol");
  }

  private static String cookie(ProbeClient client) {
    return "Cookie: sid=" + client.ticket();
  }

  private static boolean isLoggedIn(ProbeClient client) {
    return client.get(GUARDED).statusCode() == 200;
  }

  private static void assertCleared(RawExchange answer) {
    assertThat(answer.cookies()).anyMatch(header -> header.startsWith("sid=;"));
  }

  @Test
  void cookieAlone_endsItsLogin_andNoOther() {
    RawExchange answer = raw.post(LOGOUT, cookie(alice));

    assertThat(answer.status()).isEqualTo(200);
    assertCleared(answer);
    assertThat(isLoggedIn(alice)).isFalse();
    assertThat(isLoggedIn(bob)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"undefined", "null", "a b", "x.y.z"})
  void cookieBesideABearerThatIsNone_endsTheCookiesLogin_andSaysSo(String text) {
    RawExchange answer = raw.post(LOGOUT, cookie(alice), "Authorization: Bearer " + text);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.hasReason("malformed-request")).isTrue();
    assertCleared(answer);
    assertThat(isLoggedIn(alice)).isFalse();
    assertThat(isLoggedIn(carol)).isTrue();
  }

  @Test
  @Tag("B3")
  void cookieBesideTwoAuthorizationHeaders_endsAllThatAreGenuine() {
    RawExchange answer =
        raw.post(
            LOGOUT,
            cookie(alice),
            "Authorization: Bearer " + bobsToken,
            "Authorization: Bearer undefined");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(isLoggedIn(alice)).isFalse();
    assertThat(isLoggedIn(bob)).isFalse();
    assertThat(isLoggedIn(carol)).isTrue();
  }

  @Test
  void cookieBesideTheTokenOfAnother_endsBoth() {
    RawExchange answer = raw.post(LOGOUT, cookie(alice), "Authorization: Bearer " + bobsToken);

    assertThat(answer.status()).isEqualTo(200);
    assertCleared(answer);
    assertThat(isLoggedIn(alice)).isFalse();
    assertThat(isLoggedIn(bob)).isFalse();
    assertThat(isLoggedIn(carol)).isTrue();
  }

  @Test
  void twoCookies_endBoth() {
    RawExchange answer = raw.post(LOGOUT, cookie(alice), cookie(bob));

    assertThat(answer.status()).isEqualTo(200);
    assertCleared(answer);
    assertThat(isLoggedIn(alice)).isFalse();
    assertThat(isLoggedIn(bob)).isFalse();
    assertThat(isLoggedIn(carol)).isTrue();
  }
}
