package dev.cloakroom.it.guest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints whose request a filter of the application has read before. */
@OnServerWith(ReadingWars.class)
class ReadBodiesIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";
  private static final String CALLER = "user-gr\u00fc\u00dfe-\u20ac";
  private static final String CREDENTIALS =
      "username=" + encoded(CALLER) + "&password=" + encoded("pw-" + CALLER);

  /** None of what reads forms alone. */
  private static final List<String> COPYING = List.of("stream", "reader", "reader-only");

  private final ProbeClient client;

  ReadBodiesIT(ServerProcess process) {
    client = ProbeClient.over(process.server());
  }

  private ProbeClient reading(String application, String how) {
    return client.another(application + "/").header("X-Read", how);
  }

  static Stream<Arguments> readForms() {
    return Stream.of("reading", "reading-guarded")
        .flatMap(
            war ->
                Stream.concat(Stream.of("parameter", "latin1-parameter"), COPYING.stream())
                    .map(how -> Arguments.of(war, how)));
  }

  static Stream<Arguments> readJson() {
    return Stream.of("reading", "reading-guarded")
        .flatMap(
            war ->
                Stream.concat(Stream.of("parameter"), COPYING.stream())
                    .map(how -> Arguments.of(war, how)));
  }

  @ParameterizedTest
  @MethodSource("readForms")
  void formLogin_worksThoughTheFilterHasReadIt(String application, String how) {
    ProbeClient reading = reading(application, how);

    HttpResponse<String> answer = reading.post("auth/login", FORM, CREDENTIALS);

    assertLoggedIn(reading, answer);
    HttpResponse<String> wrong =
        reading(application, how).post("auth/login", FORM, CREDENTIALS + "x");
    assertThat(wrong.statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource("readJson")
  void jsonLogin_worksThoughTheFilterHasReadIt(String application, String how) {
    ProbeClient reading = reading(application, how);
    String json = "{\"username\":\"%s\",\"password\":\"pw-%1$s\"}".formatted(CALLER);

    HttpResponse<String> answer = reading.post("auth/login", JSON, json);

    assertLoggedIn(reading, answer);
  }

  private static void assertLoggedIn(ProbeClient reading, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(name(reading)).isEqualTo(CALLER);
  }

  @ParameterizedTest
  @CsvSource({
    "reading, parameter",
    "reading, stream",
    "reading, reader",
    "reading, reader-only",
    "reading-guarded, parameter",
    "reading-guarded, reader-only"
  })
  void refresh_worksThoughTheFilterHasReadIt(String application, String how) {
    String token =
        client.another(application + "/").login("user-refresh").getString("refreshToken");
    ProbeClient reading = reading(application, how);

    HttpResponse<String> form = reading.post("auth/refresh", FORM, "refreshToken=" + token);
    assertThat(form.statusCode()).as(form.body()).isEqualTo(200);
    String next = ProbeClient.parse(form.body()).getString("refreshToken");
    HttpResponse<String> json =
        reading.post("auth/refresh", JSON, "{\"refreshToken\":\"" + next + "\"}");
    assertThat(json.statusCode()).as(json.body()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reading", "reading-guarded"})
  void formOfJSecurityCheck_worksThoughTheFilterHasReadIt(String application) {
    ProbeClient reading = reading(application, "parameter");
    String form = "j_username=user-form&j_password=pw-user-form";

    HttpResponse<String> answer = reading.post("j_security_check", FORM, form);

    if (!RunningServer.name().equals("openliberty")) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(reading.get("auth/session").statusCode()).isEqualTo(200);
    } else {
      assertThat(reading.cookie("sid")).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reading", "reading-guarded"})
  @Tag("B2")
  void credentialsInTheQuery_areNotRead(String application) {
    ProbeClient reading = reading(application, "parameter");

    for (String body : List.of("", "x=1", "password=pw-user-query")) {
      assertMalformed(
          reading.post("auth/login?username=user-query&password=pw-user-query", FORM, body));
    }
    String own = "username=user-query&password=pw-user-query";
    HttpResponse<String> answer =
        reading.post("auth/login?username=user-other&password=x", FORM, own);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(name(reading)).isEqualTo("user-query");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reading", "reading-guarded"})
  @Tag("X19")
  void fieldTwice_isRefused(String application) {
    String form = "username=user-twice&password=pw-user-twice&username=user-twice";

    assertMalformed(reading(application, "parameter").post("auth/login", FORM, form));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reading", "reading-guarded"})
  @Tag("G7")
  void bodyThatTheFilterKeeps_isTheServersFault(String application) {
    HttpResponse<String> answer =
        reading(application, "keep").post("auth/login", JSON, "{\"username\":\"user-kept\"}");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("misconfigured-server");
    assertMalformed(
        client.another(application + "/").post("auth/login", JSON, "{\"username\":\"user-kept\"}"));
  }

  private static void assertMalformed(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("malformed-request");
  }

  private static String name(ProbeClient reading) {
    return reading.json("auth/session").getJsonObject("user").getString("name");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
