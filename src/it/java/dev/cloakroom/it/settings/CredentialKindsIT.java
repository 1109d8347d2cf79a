package dev.cloakroom.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Session cookies of each kind do the same, and none does it longer than the others. */
@OnServerWith(SettingsWars.class)
class CredentialKindsIT {
  private static final String SESSION = "auth/session";
  private static final int LARGEST = 4096;

  private final ProbeClient client;

  CredentialKindsIT(ServerProcess process) {
    client = ProbeClient.over(process.server());
  }

  private ProbeClient client(CookieKind kind) {
    return client.another(kind.application());
  }

  private ProbeClient loggedIn(CookieKind kind, String name) {
    ProbeClient browser = client(kind);
    browser.login(name);
    return browser;
  }

  private ProbeClient showing(CookieKind kind, String cookie) {
    return client(kind).cookie(ProbeClient.TICKET, cookie);
  }

  private static JsonObject user(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return ProbeClient.parse(answer.body()).getJsonObject("user");
  }

  private static void assertServed(ProbeClient shown, String name) {
    HttpResponse<String> answer = shown.get(SESSION);
    assertThat(user(answer).getString("name")).isEqualTo(name);
    assertThat(cookies(answer)).as("a cookie that is up to date is not written anew").isEmpty();
  }

  /** Only then can what it is worth be stated in it: the first answer may write it once more. */
  private static void assertServedOnceItWasShown(ProbeClient browser, String name) {
    assertThat(user(browser.get(SESSION)).getString("name")).isEqualTo(name);
    assertServed(browser, name);
  }

  private static void assertRefused(ProbeClient shown, String reason) {
    HttpResponse<String> answer = shown.get(SESSION);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(ProbeClient.parse(answer.body()).getString("reason")).isEqualTo(reason);
  }

  private static List<String> cookies(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(header -> header.startsWith(ProbeClient.TICKET + "="))
        .map(header -> header.split(";", 2)[0])
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  @Tag("C3")
  void cookie_hasTheFormOfItsKind_andIsServed(CookieKind kind) {
    ProbeClient browser = client(kind);
    HttpResponse<String> login = browser.login("user-kind", "pw-user-kind");

    assertThat(browser.ticket()).matches(kind.form());
    assertThat(kind.ticketIn(browser.ticket())).matches(CookieKind.TICKET);
    assertThat(login.body()).doesNotContain(browser.ticket(), kind.ticketIn(browser.ticket()));
    assertServed(browser, "user-kind");
  }

  @Test
  @Tag("J10")
  void jwt_saysThatItIsACookie() {
    Credential token = new Credential(loggedIn(CookieKind.JWT, "user-typed").ticket());

    assertThat(token.json(0).getString("typ")).isEqualTo("sid+jwt");
    assertThat(token.json(0).getString("alg")).isEqualTo("ES256");
    assertThat(token.json(1).getString("sub")).isEqualTo("user-typed");
  }

  @ParameterizedTest
  @EnumSource
  @Tag("S4")
  @Tag("J1")
  @Tag("J2")
  void cookieThatWasAlteredOrCut_isRefused_andEndsNothing(CookieKind kind) {
    ProbeClient genuine = loggedIn(kind, "user-altered");

    for (String forged : kind.forgeriesOf(genuine.ticket())) {
      assertThat(forged).isNotEqualTo(genuine.ticket());
      assertRefused(showing(kind, forged), "invalid-token");
      showing(kind, forged).post(ProbeClient.LOGOUT);
    }

    assertServed(genuine, "user-altered");
  }

  @ParameterizedTest
  @EnumSource
  @Tag("S7")
  @Tag("C10")
  void logout_endsTheCookie_andNoOtherOfTheCaller(CookieKind kind) {
    ProbeClient stays = loggedIn(kind, "user-leaving");
    ProbeClient leaves = loggedIn(kind, "user-leaving");
    ProbeClient stale = leaves.copy();
    assertServed(stale, "user-leaving");

    assertThat(leaves.post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);

    assertRefused(stale, "session-ended");
    assertServed(stays, "user-leaving");
  }

  @ParameterizedTest
  @EnumSource
  @Tag("S10")
  @Tag("C10")
  void signOutByAnAdministrator_endsTheCookie_andNobodyElses(CookieKind kind) {
    ProbeClient dismissed = loggedIn(kind, "user-dismissed");
    ProbeClient other = loggedIn(kind, "user-kept");
    assertServed(dismissed, "user-dismissed");

    HttpResponse<String> ended =
        client(kind).post("api/sessions/end-all", Map.of("caller", "user-dismissed"));

    assertThat(ended.body()).isEqualTo("1");
    assertRefused(dismissed, "session-ended");
    assertServed(other, "user-kept");
  }

  @ParameterizedTest
  @EnumSource
  @Tag("C6")
  void rotation_givesANewCookieOfTheSameKind(CookieKind kind) {
    ProbeClient browser = loggedIn(kind, "user-rotating");
    String old = kind.ticketIn(browser.ticket());

    HttpResponse<String> rotated = browser.post("api/sessions/rotate");

    assertThat(cookies(rotated)).hasSize(1);
    assertThat(browser.ticket()).matches(kind.form());
    assertThat(kind.ticketIn(browser.ticket())).startsWith(rotated.body() + ".").isNotEqualTo(old);
    assertServedOnceItWasShown(browser, "user-rotating");
  }

  @ParameterizedTest
  @EnumSource
  @Tag("S10")
  void changedGroups_countAtOnce(CookieKind kind) {
    ProbeClient browser = loggedIn(kind, "user-promoted");
    assertThat(browser.get("annotated").statusCode()).isEqualTo(403);

    client(kind)
        .post(
            "api/sessions/change-groups",
            Map.of("caller", "user-promoted", "groups", "user,admin"));

    assertThat(browser.get("annotated").statusCode()).isEqualTo(200);
    assertThat(browser.ticket()).matches(kind.form());
    assertServedOnceItWasShown(browser, "user-promoted");
  }

  /** As from a time when the application was set otherwise. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "OPAQUE")
  void ticketAlone_isServed_andWrittenAnewAsItsKind(CookieKind kind) {
    ProbeClient genuine = loggedIn(kind, "user-bare");
    String ticket = kind.ticketIn(genuine.ticket());
    ProbeClient bare = showing(kind, ticket);

    HttpResponse<String> answer = bare.get(SESSION);

    assertThat(user(answer).getString("name")).isEqualTo("user-bare");
    assertThat(bare.ticket()).matches(kind.form());
    assertThat(kind.ticketIn(bare.ticket())).isEqualTo(ticket);
    assertServed(bare, "user-bare");
  }

  @Test
  @Tag("J1")
  void statementOfAnotherCaller_isNotBelieved() {
    ProbeClient user = loggedIn(CookieKind.SIGNED, "user-thief");
    ProbeClient admin = loggedIn(CookieKind.SIGNED, "admin-robbed");
    String ticket = CookieKind.SIGNED.ticketIn(user.ticket());
    String foreign = admin.ticket().substring(ticket.length());
    ProbeClient thief = showing(CookieKind.SIGNED, ticket + foreign);

    assertThat(user(thief.get(SESSION)).getString("name")).isEqualTo("user-thief");
    assertThat(thief.ticket()).startsWith(ticket).doesNotEndWith(foreign);
    assertThat(showing(CookieKind.SIGNED, ticket + foreign).get("annotated").statusCode())
        .isEqualTo(403);
    assertThat(admin.get("annotated").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("C4")
  void cookieOfACallerWithManyGroups_isOfItsKind_asLongAsItFits(CookieKind kind) {
    assertThat(cookieOf(kind, "user-with-20-groups", 20)).matches(kind.form());
    assertThat(cookieOf(kind, "user-with-500-groups", 500)).matches(CookieKind.TICKET);
  }

  /** A browser, for which there is no access token, which would not have room for all groups. */
  private String cookieOf(CookieKind kind, String name, int groups) {
    ProbeClient browser = client(kind).header("Sec-Fetch-Site", "same-origin");
    HttpResponse<String> login = browser.login(name, "pw-" + name);

    assertThat(user(login).getJsonArray("groups")).hasSize(groups + 1);
    assertThat(cookies(login)).singleElement().matches(pair -> pair.length() <= LARGEST);
    assertServed(browser, name);
    return browser.ticket();
  }
}
