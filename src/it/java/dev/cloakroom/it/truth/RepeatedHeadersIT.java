package dev.cloakroom.it.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RawExchange;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers that say where a request comes from: once each, and by the scheme that was used. */
@OnServerWith(TruthWars.class)
@Tag("X5")
class RepeatedHeadersIT {
  private final ProbeClient http;
  private final ProbeClient https;
  private final RawClient raw;

  RepeatedHeadersIT(ServerProcess process) {
    http = ProbeClient.over(process.server()).another("truthful/");
    https = ProbeClient.overHttps(process.server()).another("truthful/");
    raw = new RawClient(process.server().http("truthful/"));
  }

  @ParameterizedTest
  @CsvSource({
    "Origin,         own,         own",
    "Origin,         own,         https://evil.test",
    "Sec-Fetch-Site, same-origin, cross-site",
    "Sec-Fetch-Site, same-origin, same-origin"
  })
  @Tag("X1")
  @Tag("X19")
  void headerTwice_isRefused_atEndpointsAndWithTheCookie(String name, String first, String second) {
    http.login("user-repeated");
    String cookie = "Cookie: sid=" + http.ticket();
    String once = name + ": " + first.replace("own", raw.origin());
    String again = name + ": " + second.replace("own", raw.origin());

    assertRefused(raw.login("user-repeated", once, again));
    assertThat(raw.post("declared/caller", cookie, once, again).hasReason("repeated-header"))
        .isTrue();
    assertThat(raw.post("api/sessions/rotate", cookie, once).status()).isEqualTo(200);
    assertThat(raw.login("user-repeated", once).status()).isEqualTo(200);
  }

  private static void assertRefused(RawExchange answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.hasReason("repeated-header")).isTrue();
    assertThat(answer.cookies()).isEmpty();
  }

  @Test
  @Tag("X19")
  void hostTwice_isRefused() {
    assertThat(raw.login("user-repeated", "Host: evil.test").status()).isEqualTo(400);
    assertThat(raw.login("user-repeated").status()).isEqualTo(200);
  }

  @Test
  @Tag("X19")
  void contentTypeTwice_isRefused() {
    RawExchange answer =
        raw.login("user-repeated", "Content-Type: application/x-www-form-urlencoded");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.cookies()).isEmpty();
  }

  @Test
  @Tag("X6")
  void originOfTheOtherScheme_isRefused() {
    String plain = raw.origin();
    String encrypted = plain.replace("http:", "https:");
    assertThat(raw.login("user-scheme", "Origin: " + encrypted).status()).isEqualTo(403);
    assertThat(raw.login("user-scheme", "Origin: " + plain).status()).isEqualTo(200);

    String own = https.origin();
    ProbeClient page = https.another().header("Origin", own);
    ProbeClient foreign = https.another().header("Origin", own.replace("https:", "http:"));
    assertThat(foreign.login("user-scheme", "pw-user-scheme").statusCode()).isEqualTo(403);
    assertThat(page.login("user-scheme", "pw-user-scheme").statusCode()).isEqualTo(200);
  }
}
