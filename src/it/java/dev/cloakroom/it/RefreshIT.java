package dev.cloakroom.it;

import static dev.cloakroom.it.AnswerAssert.assertThat;
import static dev.cloakroom.it.DemoCaller.ALICE;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refresh tokens: three ways to show one, one chain, and the end of it when it is used again. */
@OnServer
class RefreshIT {
  private static final int CLIENTS = 8;

  private final WireClient client;

  RefreshIT(RunningServer server) {
    this.client = WireClient.overHttp(server);
  }

  @Test
  void tokenInTheHeader_isExchanged() {
    Login login = client.logIn(ALICE);

    assertExchanged(login, client.post("/api/refresh").bearer(login.refreshToken()).send());
  }

  @Test
  void tokenInAJsonBody_isExchanged() {
    Login login = client.logIn(ALICE);

    assertExchanged(login, client.refresh(login.refreshToken()));
  }

  @Test
  void tokenInAForm_isExchanged() {
    Login login = client.logIn(ALICE);
    String form = "refreshToken=" + login.refreshToken();

    assertExchanged(login, client.post("/api/refresh").form(form).send());
  }

  private void assertExchanged(Login login, WireAnswer answer) {
    assertThat(answer).hasStatus(200).isNotStored().hasNoHeader("Set-Cookie");
    assertThat(answer.json().keySet())
        .containsExactlyInAnyOrder(
            "accessToken", "token", "refreshToken", "tokenType", "expiresIn");
    assertThat(refreshToken(answer)).isNotEqualTo(login.refreshToken());
    assertThat(accessToken(answer)).isNotEqualTo(login.accessToken());
    assertThat(client.get("/api/me").bearer(accessToken(answer)).send()).isOf(ALICE);
    assertThat(client.meByToken(login)).isOf(ALICE);
    assertThat(client.meByCookie(login)).isOf(ALICE);
  }

  @Test
  void tokenInHeaderAndBody_isRefusedAndNotUsedUp() {
    Login login = client.logIn(ALICE);
    String token = login.refreshToken();

    WireAnswer both =
        client.post("/api/refresh").bearer(token).form("refreshToken=" + token).send();

    assertThat(both).isProblem(400, "ambiguous-credentials");
    assertThat(client.refresh(token).json().getString("refreshToken")).contains(".2.");
  }

  @Test
  void twoAuthorizationHeaders_areRefused() {
    Login login = client.logIn(ALICE);
    String token = login.refreshToken();

    assertThat(client.post("/api/refresh").bearer(token).bearer(token).send())
        .isProblem(400, "ambiguous-credentials");
    assertThat(client.post("/api/refresh").bearer(token).send()).hasStatus(200);
  }

  @Test
  void noToken_isRefused_whateverCookieThereIs() {
    Login login = client.logIn(ALICE);

    assertThat(client.post("/api/refresh").cookie(login.cookie()).send())
        .isProblem(400, "malformed-request");
  }

  @Test
  void tokenInTheUrl_isIgnored() {
    Login login = client.logIn(ALICE);

    assertThat(client.post("/api/refresh?refreshToken=" + login.refreshToken()).send())
        .isProblem(400, "malformed-request");
  }

  @Test
  void sameTokenAgain_withinTheGrace_buysTheSameNextToken() {
    Login login = client.logIn(ALICE);

    String first = refreshToken(client.refresh(login.refreshToken()));
    String again = refreshToken(client.refresh(login.refreshToken()));

    assertThat(again).isEqualTo(first);
    assertThat(client.refresh(first)).hasStatus(200);
  }

  @Test
  @Tag("R1")
  void olderToken_endsTheWholeLogin() {
    Login login = client.logIn(ALICE);
    String second = refreshToken(client.refresh(login.refreshToken()));
    String third = refreshToken(client.refresh(second));
    assertThat(client.meByCookie(login)).isOf(ALICE);

    assertThat(client.refresh(login.refreshToken())).isProblem(401, "refresh-token-reused");

    assertThat(client.meByCookie(login)).isProblem(401, "session-ended");
    assertThat(client.meByToken(login)).isProblem(401, "session-ended");
    for (String token : List.of(third, second, login.refreshToken())) {
      assertThat(client.refresh(token)).isProblem(401, "session-ended");
    }
  }

  @Test
  void reuse_leavesOtherLoginsOfTheCallerAlone() {
    Login other = client.logIn(ALICE);
    Login stolen = client.logIn(ALICE);
    client.refresh(refreshToken(client.refresh(stolen.refreshToken())));

    assertThat(client.refresh(stolen.refreshToken())).isProblem(401, "refresh-token-reused");

    assertThat(client.meByCookie(other)).isOf(ALICE);
    assertThat(client.refresh(other.refreshToken())).hasStatus(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a.1.b", "..", "AAAAAAAAAAAAAAAAAAAAAA.1.", "0", "null"})
  void whatIsNoRefreshToken_isRefused(String text) {
    assertThat(client.refresh(text)).isProblem(401, "invalid-token");
    assertThat(client.post("/api/refresh").bearer(text).send()).isProblem(401, "invalid-token");
  }

  /** A forged number must neither be believed nor end the login of its victim. */
  @ParameterizedTest
  @ValueSource(strings = {".0.", ".2.", ".01.", ".-1.", ".99999999999999999999."})
  void genuineTokenWithAnotherNumber_isRefusedAndEndsNothing(String number) {
    Login login = client.logIn(ALICE);
    String forged = login.refreshToken().replace(".1.", number);

    assertThat(forged).isNotEqualTo(login.refreshToken());
    assertThat(client.refresh(forged)).isProblem(401, "invalid-token");
    assertThat(client.refresh(login.refreshToken())).hasStatus(200);
  }

  /** Whoever knows a session's id and guesses a number must not be able to end the session. */
  @Test
  void forgedTokenOfAUsedNumber_isRefusedAndEndsNothing() {
    Login login = client.logIn(ALICE);
    String forged = login.sessionId() + ".1." + "B".repeat(43);
    assertThat(client.refresh(forged)).isProblem(401, "invalid-token");
    String second = refreshToken(client.refresh(login.refreshToken()));
    String third = refreshToken(client.refresh(second));

    assertThat(client.refresh(forged)).isProblem(401, "invalid-token");

    assertThat(client.meByCookie(login)).isOf(ALICE);
    assertThat(client.refresh(third)).hasStatus(200);
  }

  @Test
  void accessToken_isNoRefreshToken() {
    Login login = client.logIn(ALICE);

    assertThat(client.refresh(login.accessToken())).isProblem(401, "invalid-token");
    assertThat(client.meByToken(login)).isOf(ALICE);
  }

  @Test
  @Tag("R3")
  void parallelExchanges_ofOneToken_leaveOneChain() throws Exception {
    Login login = client.logIn(ALICE);
    Callable<WireAnswer> exchange = () -> client.refresh(login.refreshToken());

    List<WireAnswer> answers = inParallel(exchange);

    assertThat(answers).hasSize(CLIENTS).allSatisfy(answer -> assertThat(answer).hasStatus(200));
    Set<String> next = answers.stream().map(RefreshIT::refreshToken).collect(toSet());
    assertThat(next).hasSize(1);
    assertThat(client.refresh(next.iterator().next())).hasStatus(200);
    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(client.get("/api/me").bearer(accessToken(answer)).send()).isOf(ALICE));
  }

  private static List<WireAnswer> inParallel(Callable<WireAnswer> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<WireAnswer>> calls =
          threads.invokeAll(Stream.generate(() -> call).limit(CLIENTS).toList());
      return calls.stream().map(RefreshIT::result).toList();
    } finally {
      threads.shutdown();
    }
  }

  private static WireAnswer result(Future<WireAnswer> call) {
    try {
      return call.get();
    } catch (Exception failure) {
      throw new AssertionError("a refresh failed", failure);
    }
  }

  private static String refreshToken(WireAnswer answer) {
    return answer.json().getString("refreshToken");
  }

  private static String accessToken(WireAnswer answer) {
    return answer.json().getString("accessToken");
  }
}
