package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The cookies as an installation has them: no {@code cloakroom.cookie} setting at all. */
@OnServerWith(NeighbourWars.class)
class SecureSessionCookieIT {
  private final ProbeClient http;
  private final ProbeClient https;

  SecureSessionCookieIT(ServerProcess process) {
    this.http = ProbeClient.over(process.server()).another("strict/");
    this.https = ProbeClient.overHttps(process.server()).another("strict/");
  }

  private static String cookie(HttpResponse<String> answer, String name) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(header -> header.startsWith(name + "="))
        .reduce((one, two) -> one + "\n" + two)
        .orElse("no " + name);
  }

  @Test
  @Tag("C1")
  @Tag("C2")
  @Tag("C3")
  void containersCookie_overHttps_isSecure() {
    String cookie = cookie(https.get("api/cookies/visit"), "JSESSIONID");

    assertThat(cookie.lines()).hasSize(1);
    assertThat(cookie.toLowerCase(Locale.ROOT).split("; *"))
        .contains("secure", "httponly", "samesite=lax");
  }

  /** A client on plain HTTP cannot keep it, but nobody on the way may read it either. */
  @Test
  @Tag("C1")
  void containersCookie_overPlainHttp_isSecureAsWell() {
    String cookie = cookie(http.get("api/cookies/visit"), "JSESSIONID");

    assertThat(cookie.toLowerCase(Locale.ROOT).split("; *")).contains("secure");
  }

  @Test
  @Tag("S3")
  void containersSession_overHttps_isKeptAndRenamedAtLogin() {
    assertThat(https.get("api/cookies/visit").body()).isEqualTo("1");
    String before = https.cookie("JSESSIONID");

    HttpResponse<String> login = https.login("user-strict", "pw-user-strict");

    assertThat(login.statusCode()).isEqualTo(200);
    assertThat(cookie(login, "__Host-sid")).contains("; Secure");
    assertThat(https.cookie("JSESSIONID")).isNotEqualTo(before);
    assertThat(https.get("api/cookies/visit").body()).isEqualTo("2");
  }
}
