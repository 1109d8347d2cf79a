package dev.cloakroom.it.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerLog;
import dev.cloakroom.it.process.ServerProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cookies of the application and of the container: none that is named as ours, none unguarded. */
@OnServerWith(AnswerWars.class)
class ForeignCookiesIT {
  private static final String NOTICE = "The application sets a cookie named";

  private final AnswerClient plain;
  private final AnswerClient encrypted;
  private final ServerLog log;

  ForeignCookiesIT(ServerProcess process) {
    plain = AnswerClient.of(process.server());
    encrypted = AnswerClient.overHttps(process.server());
    log = process.log();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cookie:__Host-sid",
        "cookie:sid",
        "cookie:sid-device",
        "add:Set-Cookie=__Host-sid=x; Path=/",
        "add:set-cookie= sid =x",
        "add:Set-Cookie==sid=x",
        "set:Set-Cookie=sid=x",
        "set:SET-COOKIE=__Host-sid-device=x; Path=/; Secure"
      })
  @Tag("C1")
  @Tag("C6")
  void cookieNamedAsOurs_doesNotLeave_andOneLineSaysSo(String step)
      throws IOException, InterruptedException {
    for (AnswerClient client : List.of(plain, encrypted)) {
      HttpResponse<String> answer = client.get("page", step);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }
    assertThat(log.textWith(NOTICE)).containsOnlyOnce(NOTICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cookie:side", "cookie:SID", "add:Set-Cookie=sid2=x", "cookie:a-device"})
  @Tag("C8")
  void cookieOfAnotherName_leaves(String step) {
    assertThat(plain.get("page", step).headers().allValues("Set-Cookie")).hasSize(1);
  }

  @Test
  void cookieNamedAsOurs_besideTheTicket_leavesTheTicketAlone() {
    String earlier = plain.withTicketDue("user-shadowed").client().ticket();

    HttpResponse<String> answer =
        plain.get("page", "cookie:sid", "add:Set-Cookie=sid=x", "set:Set-Cookie=sid=x");

    plain.assertBringsTicket(answer, earlier, "user-shadowed");
  }

  /** WildFly and Open Liberty write it themselves, as configured when the application started. */
  @Test
  @Tag("C2")
  @Tag("C3")
  void sessionCookieOfAnotherName_isGuarded() {
    for (AnswerClient client : List.of(plain, encrypted)) {
      HttpResponse<String> answer = client.get("page", "session");

      assertThat(attributes(answer, "APPSESS")).contains("httponly", "samesite=lax");
    }
  }

  @Test
  void guardedCookie_keepsAllOfItsAttributes() {
    HttpResponse<String> answer = encrypted.get("page", "cookie:fancy");

    assertThat(attributes(answer, "basket"))
        .contains("httponly", "samesite=lax", "secure", "path=/shop", "max-age=60")
        .contains("priority=high", "partitioned")
        .doesNotHaveDuplicates();
  }

  /** Who reads such a cookie again reads it as it was written; there are servers that refuse it. */
  @Test
  void guardedCookie_withASpaceInItsValue_isTheContainersToWrite() {
    HttpResponse<String> answer = encrypted.get("page", "cookie:spaced");

    if (answer.body().startsWith("Cookie basket: the server refuses it.")) {
      assertThat(RunningServer.name()).isIn("payara-micro", "glassfish");
      return;
    }
    assertThat(attributes(answer, "basket")).contains("httponly", "samesite=lax", "secure");
    assertThat(AnswerClient.setCookies(answer, "basket").get(0))
        .containsPattern("basket=\"?two pears\"?;");
  }

  @Test
  void guardedCookie_thatCannotBe_isRefusedByName() {
    HttpResponse<String> answer = plain.get("page", "cookie:broken");

    assertThat(answer.body()).startsWith("Cookie basket: its value has a semicolon");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  private static List<String> attributes(HttpResponse<String> answer, String name) {
    List<String> headers = AnswerClient.setCookies(answer, name);
    assertThat(headers).as("" + answer.headers().map()).hasSize(1);
    return Arrays.stream(headers.get(0).split(";"))
        .skip(1)
        .map(attribute -> attribute.strip().toLowerCase(Locale.ROOT))
        .toList();
  }
}
