package dev.cloakroom.it.csrf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page of another origin that has a browser log in by a login page of the application's own. */
@OnServerWith(CsrfWars.class)
@Tag("X5")
@Tag("X6")
class LoginsOfOtherPagesIT {
  private static final Map<String, String> FORM =
      Map.of("name", "user-own", "password", "pw-user-own");

  private final ProbeClient auto;

  LoginsOfOtherPagesIT(ServerProcess process) {
    auto = ProbeClient.over(process.server()).another("auto/");
  }

  private static void assertLoggedIn(ProbeClient client) {
    assertThat(client.json("auth/session").getJsonObject("user").getString("name"))
        .isEqualTo("user-own");
  }

  private static void assertNobody(ProbeClient client) {
    assertThat(client.cookie(ProbeClient.TICKET)).isNull();
    assertThat(client.get("auth/session").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "sign-in,          Sec-Fetch-Site, cross-site,        out: The login is refused: cross-origin-refused.",
    "sign-in,          Sec-Fetch-Site, same-site,         out: The login is refused: cross-origin-refused.",
    "sign-in,          Origin,         https://evil.test, out: The login is refused: cross-origin-refused.",
    "security-sign-in, Sec-Fetch-Site, cross-site,        SEND_FAILURE",
    "security-sign-in, Origin,         null,              SEND_FAILURE"
  })
  void password_ofAnotherOriginsPage_logsNobodyIn(
      String path, String header, String value, String told) {
    ProbeClient browser = auto.another().header(header, value);

    assertThat(browser.post(path, FORM).body()).isEqualTo(told);
    assertNobody(browser);
  }

  @ParameterizedTest
  @CsvSource({
    "sign-in,          Sec-Fetch-Site, same-origin, in",
    "sign-in,          User-Agent,     a-program,   in",
    "security-sign-in, Sec-Fetch-Site, same-origin, SUCCESS",
    "security-sign-in, Sec-Fetch-Site, none,        SUCCESS",
    "security-sign-in, User-Agent,     a-program,   SUCCESS"
  })
  void password_ofOurOwnPage_orOfAProgram_logsIn(
      String path, String header, String value, String told) {
    ProbeClient client = auto.another().header(header, value);

    assertThat(client.post(path, FORM).body()).isEqualTo(told);
    assertLoggedIn(client);
  }

  /** What an identity provider's page has the browser bring. */
  @ParameterizedTest
  @CsvSource({"cross-site", "same-origin"})
  void otherCredential_logsIn_whoeverSentIt(String site) {
    ProbeClient browser = auto.another().header("Sec-Fetch-Site", site);

    assertThat(browser.post("callback", FORM).body()).isEqualTo("SUCCESS");
    assertLoggedIn(browser.another().cookie(ProbeClient.TICKET, browser.ticket()));
  }
}
