package dev.cloakroom.it;

import static dev.cloakroom.it.AnswerAssert.assertThat;
import static dev.cloakroom.it.DemoCaller.ALICE;
import static dev.cloakroom.it.DemoCaller.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Logging in with something already in the hand: a live session, or what an attacker planted. */
@OnServer
class SecondLoginIT {
  private static final String PLANTED_ID = "AAAAAAAAAAAAAAAAAAAAAA";
  private static final String PLANTED = PLANTED_ID + "." + "B".repeat(43);

  private final WireClient client;

  SecondLoginIT(RunningServer server) {
    this.client = WireClient.overHttp(server);
  }

  @Test
  void wrongPassword_overALiveSession_isRefusedAndLeavesItAlone() {
    Login live = client.logIn(ALICE);

    WireAnswer refused =
        client.post("/api/login").cookie(live.cookie()).json(ALICE.credentials("not-hers")).send();

    assertThat(refused).isProblem(401, "invalid-credentials").hasNoHeader("Set-Cookie");
    assertThat(client.meByCookie(live)).isOf(ALICE);
    assertThat(client.meByToken(live)).isOf(ALICE);
  }

  @Test
  void wrongPassword_withALiveBearerToken_isRefused() {
    Login live = client.logIn(ALICE);

    WireAnswer refused =
        client
            .post("/api/login")
            .bearer(live.accessToken())
            .json(ALICE.credentials("not-hers"))
            .send();

    assertThat(refused).isProblem(401, "invalid-credentials").hasNoHeader("Set-Cookie");
    assertThat(client.meByToken(live)).isOf(ALICE);
  }

  @Test
  @Tag("S3")
  void rightPassword_overALiveSession_replacesIdAndTicketAtOnce() {
    Login first = client.logIn(ALICE);
    assertThat(client.meByCookie(first)).isOf(ALICE);

    Login second = Login.of(client.login(ALICE).cookie(first.cookie()).send());

    assertThat(second.sessionId()).isNotEqualTo(first.sessionId());
    assertThat(second.ticket()).isNotEqualTo(first.ticket());
    assertThat(client.meByCookie(first)).isProblem(401, "session-ended");
    assertThat(client.meByToken(first)).isProblem(401, "session-ended");
    assertThat(client.refresh(first.refreshToken())).isProblem(401, "session-ended");
    assertThat(client.meByCookie(second)).isOf(ALICE);
  }

  @Test
  @Tag("S3")
  void login_ofAnotherCaller_overALiveSession_replacesIt() {
    Login alice = client.logIn(ALICE);

    Login bob = Login.of(client.login(BOB).cookie(alice.cookie()).send());

    assertThat(client.meByCookie(bob)).isOf(BOB);
    assertThat(client.meByCookie(alice)).isProblem(401, "session-ended");
  }

  @Test
  @Tag("S4")
  void plantedTicket_isNeverAdopted() {
    Login login = Login.of(client.login(ALICE).cookie("sid=" + PLANTED).send());

    assertThat(login.ticket()).isNotEqualTo(PLANTED);
    assertThat(login.sessionId()).isNotEqualTo(PLANTED_ID);
    assertThat(client.get("/api/me").cookie("sid=" + PLANTED).send())
        .isProblem(401, "invalid-token");
    assertThat(client.meByCookie(login)).isOf(ALICE);
  }

  @Test
  @Tag("S4")
  void idOfALiveSession_withAnotherSecret_opensNothing() {
    Login login = client.logIn(ALICE);
    String forged = "sid=" + login.sessionId() + "." + "B".repeat(43);

    assertThat(client.get("/api/me").cookie(forged).send()).isProblem(401, "invalid-token");
    assertThat(client.meByCookie(login)).isOf(ALICE);
  }

  @Test
  @Tag("S4")
  void ticketInTheUrl_isNotRead() {
    Login login = client.logIn(ALICE);

    for (String path : new String[] {"/api/me;" + login.cookie(), "/api/me?" + login.cookie()}) {
      assertThat(client.get(path).send()).isProblem(401, "not-authenticated");
      assertThat(client.get(path).cookie(login.cookie()).send()).isOf(ALICE);
    }
  }

  @Test
  void loginOverAnUnusableCookie_succeeds() {
    Login login = Login.of(client.login(ALICE).cookie("sid=garbage").send());

    assertThat(client.meByCookie(login)).isOf(ALICE);
  }

  /** The other is cleared wherever it can be; the new one comes last. */
  @Test
  void loginOverTwoCookies_succeeds() {
    List<ReceivedCookie> set =
        client.login(ALICE).cookie("sid=garbage; sid=other").send().cookies();

    assertThat(client.get("/api/me").cookie(set.get(set.size() - 1).pair()).send()).isOf(ALICE);
    assertThat(set.get(0).pair()).isEqualTo("sid=");
  }
}
