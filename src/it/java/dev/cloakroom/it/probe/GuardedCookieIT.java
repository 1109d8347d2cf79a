package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.OnServer;
import dev.cloakroom.it.RunningServer;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The container's session cookie and the application's guarded one, on every way they leave. */
@OnServer(ProbeDeployment.class)
@Tag("C2")
@Tag("C3")
@Tag("C6")
class GuardedCookieIT {

  /**
   * Servers that write their session cookie past every filter, as it was configured when the
   * application started: with {@code cloakroom.cookie.secure=auto}, which the probe has, it cannot
   * be Secure on one connection and not on another.
   */
  private static final Set<String> CONFIGURED_ONCE = Set.of("wildfly", "openliberty");

  private final RunningServer server;

  GuardedCookieIT(RunningServer server) {
    this.server = server;
  }

  @ParameterizedTest
  @CsvSource({
    "cookies/add-cookie, 200",
    "cookies/add-header, 200",
    "cookies/set-header, 200",
    "cookies/lower-case, 200",
    "cookies/twice, 200",
    "cookies/redirect, 302",
    "cookies/error, 418",
    "cookies/error-without-page, 410",
    "cookies/exception, 500",
    "cookies/large, 200",
    "cookies/large-binary, 200",
    "cookies/flush, 200",
    "cookies/include, 200",
    "cookies/forward, 200",
    "cookies/reset-buffer, 200",
    "late, 200",
    "async/original, 200",
    "async/wrapped, 200",
    "async/dispatch, 200",
    "api/cookies, 200",
    "api/cookies/large, 200",
    "api/cookies/failing, 409"
  })
  void guardedCookies_onEachWay_areEachSetOnceWithTheAttributes(String path, int status) {
    HttpResponse<String> plain = ProbeClient.over(server).get(path);
    HttpResponse<String> encrypted = ProbeClient.overHttps(server).get(path);

    assertThat(List.of(plain.statusCode(), encrypted.statusCode())).containsOnly(status);
    for (String name : List.of("JSESSIONID", "basket")) {
      boolean containersOwn =
          name.equals("JSESSIONID") && CONFIGURED_ONCE.contains(RunningServer.name());
      assertThat(attributes(plain, name)).contains("httponly", "samesite=lax");
      assertThat(attributes(plain, name)).doesNotContain("secure").doesNotHaveDuplicates();
      assertThat(attributes(encrypted, name)).contains("httponly", "samesite=lax");
      assertThat(attributes(encrypted, name).contains("secure")).isEqualTo(!containersOwn);
      assertThat(attributes(encrypted, name)).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cookies/add-cookie", "cookies/redirect", "cookies/large", "async/original"})
  void unguardedCookie_isLeftAsItIs(String path) {
    HttpResponse<String> answer = ProbeClient.overHttps(server).get(path);

    assertThat(setCookies(answer, "theme")).containsExactly("theme=dark");
  }

  @Test
  void guardedCookie_setThreeTimes_hasTheLastValue() {
    HttpResponse<String> answer = ProbeClient.over(server).get("cookies/twice");

    assertThat(setCookies(answer, "basket"))
        .singleElement()
        .satisfies(header -> assertThat(header).startsWith("basket=full;"));
  }

  @Test
  void guardedCookie_keepsItsOtherAttributes() {
    assertThat(attributes(ProbeClient.over(server).get("cookies/add-cookie"), "basket"))
        .contains("path=/");
  }

  @Test
  void errorPage_thatSetsTheCookieItself_hasItGuarded() {
    HttpResponse<String> answer = ProbeClient.over(server).get("error-page");

    assertThat(attributes(answer, "basket")).contains("httponly", "samesite=lax");
  }

  @Test
  void answerWithoutCookies_getsNone() {
    ProbeClient client = ProbeClient.over(server);

    assertThat(client.get("caller").headers().allValues("Set-Cookie")).isEmpty();
    assertThat(client.get("no-such-page").headers().allValues("Set-Cookie")).isEmpty();
  }

  /** What the one header of a cookie's name says after the value, in lower case. */
  private static List<String> attributes(HttpResponse<String> answer, String name) {
    List<String> headers = setCookies(answer, name);
    assertThat(headers).as("Set-Cookie of " + name).hasSize(1);
    return Arrays.stream(headers.get(0).split(";"))
        .skip(1)
        .map(attribute -> attribute.strip().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static List<String> setCookies(HttpResponse<String> answer, String name) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(header -> header.startsWith(name + "="))
        .toList();
  }
}
