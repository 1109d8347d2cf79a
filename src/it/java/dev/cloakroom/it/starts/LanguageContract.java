package dev.cloakroom.it.starts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What must not differ where the JVM speaks another language. */
abstract class LanguageContract {
  private final ServerLog log;
  private final ProbeClient client;

  LanguageContract(ServerProcess process) {
    log = process.log();
    client = ProbeClient.over(process.server()).another("language/");
  }

  @Test
  void cookie_logsIn_andHasItsAttributes() {
    HttpResponse<String> answer =
        client.post(
            ProbeClient.LOGIN,
            Map.of("username", "user-i", "password", "pw-user-i", "remember", "true"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String cookie = setCookie(answer, ProbeClient.TICKET + "=");
    assertThat(cookie).containsPattern("(?i); *Max-Age=[0-9]+");
    assertThat(attributes(cookie)).contains("httponly", "samesite=strict", "path=/");
    assertThat(client.get("declared/caller").statusCode()).isEqualTo(200);
    assertThat(client.another().get("declared/caller").statusCode()).isEqualTo(401);
  }

  @Test
  void tokens_logIn_andAreRenewed() {
    JsonObject login = client.login("user-ı");
    ProbeClient bearer = client.another().bearer(login.getString("accessToken"));

    assertThat(login.getInt("expiresIn")).isPositive();
    assertThat(bearer.get("declared/caller").statusCode()).isEqualTo(200);
    assertThat(bearer.get("api/admin").statusCode()).isNotEqualTo(200);
    assertThat(
            client
                .another()
                .bearer(login.getString("refreshToken"))
                .post(ProbeClient.REFRESH)
                .statusCode())
        .isEqualTo(200);
  }

  /** Servers whose own sessions fail in this language, without Cloakroom too. */
  abstract Set<String> serversWithoutSessions();

  @Test
  void containersCookie_isGuarded_whereTheServerHasSessions() throws Exception {
    HttpResponse<String> answer = client.get("cookies/add-cookie");

    if (serversWithoutSessions().contains(RunningServer.name())) {
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(log.text()).contains("HttpSession fails").contains("-Duser.language=en");
    } else {
      assertThat(attributes(setCookie(answer, "JSESSIONID=")))
          .contains("httponly", "samesite=strict");
    }
  }

  @Test
  void logout_endsTheLogin() {
    client.login("user-İ");
    assertThat(client.post(ProbeClient.LOGOUT).statusCode()).isEqualTo(200);

    assertThat(client.get("declared/caller").statusCode()).isEqualTo(401);
  }

  @Test
  void problem_isWrittenAsEverywhere() {
    HttpResponse<String> refused = client.another().get("declared/caller");

    assertThat(ProbeClient.parse(refused.body()).getInt("status")).isEqualTo(401);
    assertThat(ProbeClient.parse(refused.body()).getString("type"))
        .isEqualTo("urn:cloakroom:problem:not-authenticated");
  }

  private static String setCookie(HttpResponse<String> answer, String beginning) {
    List<String> found =
        answer.headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith(beginning))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static Set<String> attributes(String cookie) {
    return List.of(cookie.split("; *")).stream()
        .map(attribute -> attribute.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
