package dev.cloakroom.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The changeover to {@code cloakroom.cookie.prefix=http}: nobody is logged out. */
@OnServerWith(SettingsWars.class)
@Tag("C1")
class FormerCookieIT {
  private static final String GUARDED = "declared/caller";
  private static final String NOW = "__Host-Http-sid";
  private static final String BEFORE = "__Host-sid";

  private final ProbeClient client;

  FormerCookieIT(ServerProcess process) {
    client = ProbeClient.overHttps(process.server()).another("renamed/");
  }

  private static String ticket(ProbeClient client) {
    return Objects.requireNonNull(client.cookie(NOW));
  }

  private static List<String> setBy(HttpResponse<String> answer, String name) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(header -> header.startsWith(name + "="))
        .toList();
  }

  private ProbeClient loggedIn(String name) {
    ProbeClient another = client.another();
    another.login(name);
    return another;
  }

  /** One whose browser was given the cookie before. */
  private ProbeClient loggedInBefore(String name) {
    return client.another().cookie(BEFORE, ticket(loggedIn(name)));
  }

  @Test
  @Tag("C2")
  @Tag("C3")
  void login_givesTheNewNameAlone() {
    HttpResponse<String> answer = client.login("user-new", "pw-user-new");

    assertThat(setBy(answer, NOW))
        .singleElement()
        .asString()
        .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax");
    assertThat(setBy(answer, BEFORE)).isEmpty();
    assertThat(setBy(answer, NOW + "-device")).hasSize(1);
    assertThat(client.get(GUARDED).statusCode()).isEqualTo(200);
  }

  @Test
  void cookieByTheFormerName_logsIn_andIsReplacedWithTheTicket() {
    ProbeClient browser = loggedInBefore("user-moved");
    HttpResponse<String> page = browser.get(GUARDED);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(setBy(page, NOW)).isEmpty();

    HttpResponse<String> rotation = browser.post("api/sessions/rotate");

    assertThat(setBy(rotation, NOW)).hasSize(1);
    assertThat(setBy(rotation, BEFORE)).singleElement().asString().contains("Max-Age=0");
    assertThat(browser.cookie(BEFORE)).isNull();
    assertThat(browser.get(GUARDED).statusCode()).isEqualTo(200);
  }

  @Test
  void cookiesByBothNames_areNoTwoCredentials_theNewOneCounts() {
    ProbeClient browser = loggedIn("user-both").cookie(BEFORE, ticket(loggedIn("user-other")));

    assertThat(browser.json("api/caller").getJsonObject("session").getString("name"))
        .isEqualTo("user-both");
    browser.cookie(NOW, "x");
    assertThat(browser.get(GUARDED).statusCode()).isEqualTo(401);
  }

  @Test
  @Tag("S7")
  void logout_endsAndClearsBoth() {
    ProbeClient other = loggedIn("user-other");
    ProbeClient browser = loggedIn("user-leaving").cookie(BEFORE, ticket(other));
    ProbeClient copy = browser.copy();

    assertThat(browser.post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);

    assertThat(browser.cookie(NOW)).isNull();
    assertThat(browser.cookie(BEFORE)).isNull();
    assertThat(copy.get(GUARDED).statusCode()).isEqualTo(401);
    assertThat(other.get(GUARDED).statusCode()).isEqualTo(401);
  }

  @Test
  @Tag("S3")
  void login_endsWhatTheFormerCookieLedTo() {
    ProbeClient browser = loggedInBefore("user-again");
    ProbeClient copy = browser.copy();

    browser.login("user-again");

    assertThat(browser.cookie(BEFORE)).isNull();
    assertThat(browser.get(GUARDED).statusCode()).isEqualTo(200);
    assertThat(copy.get(GUARDED).statusCode()).isEqualTo(401);
  }
}
