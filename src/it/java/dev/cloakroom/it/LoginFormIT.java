package dev.cloakroom.it;

import static dev.cloakroom.it.AnswerAssert.assertThat;
import static dev.cloakroom.it.DemoCaller.ALICE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in by the form of a page: where it leads, and how long the browser remembers. */
@OnServer
class LoginFormIT {
  private static final String CREDENTIALS = "username=alice&password=123";

  private final WireClient client;

  LoginFormIT(RunningServer server) {
    this.client = WireClient.overHttp(server);
  }

  private WireAnswer submit(String form) {
    return client.post("/api/login").acceptingHtml().fromOwnPage().form(form).send();
  }

  private static String next(String target) {
    return CREDENTIALS + "&next=" + URLEncoder.encode(target, UTF_8);
  }

  @Test
  void form_withoutNext_leadsToTheDefaultTarget() {
    WireAnswer answer = submit(CREDENTIALS);

    assertThat(answer).hasStatus(303).isNotStored().hasHeader("Location", "/");
    assertThat(answer.body()).isEmpty();
    assertThat(client.get("/api/me").cookie(answer.onlyCookie().pair()).send()).isOf(ALICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/orders", "/a/b?c=d&e=//f", "/x#y", "/caf%C3%A9"})
  @Tag("X14")
  void form_withALocalNext_leadsThere(String target) {
    assertThat(submit(next(target))).hasStatus(303).hasHeader("Location", target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.test/",
        "//evil.test/",
        "///evil.test/",
        "/\\evil.test/",
        "\\\\evil.test\\",
        "/%2f/evil.test",
        "/%5cevil.test",
        "/..//evil.test",
        "/./",
        "/%2e%2e/evil.test",
        "javascript:alert(1)",
        "evil.test",
        "http:evil.test",
        "/\tevil",
        "/x\r\nSet-Cookie: a=b",
        "/x%0d%0aSet-Cookie:a=b",
        " /orders",
        "/é",
        ""
      })
  @Tag("X14")
  void form_withANextThatIsNotSurelyLocal_leadsToTheDefaultTarget(String target) {
    WireAnswer answer = submit(next(target));

    assertThat(answer).hasStatus(303).hasHeader("Location", "/");
    assertThat(answer.onlyCookie().name()).isEqualTo("sid");
  }

  @Test
  void form_withAWrongPassword_isRefusedAndSetsNothing() {
    WireAnswer answer = submit("username=alice&password=wrong&next=/orders");

    assertThat(answer).isProblem(401, "invalid-credentials");
    assertThat(answer).hasNoHeader("Set-Cookie").hasNoHeader("Location");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&remember=", "&remember=false", "&remember=no"})
  @Tag("S17")
  void cookie_ofALoginThatIsNotRemembered_goesWithTheBrowser(String remember) {
    ReceivedCookie cookie = submit(CREDENTIALS + remember).onlyCookie();

    assertThat(cookie.attributeNames()).containsExactlyInAnyOrder("Path", "HttpOnly", "SameSite");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "on", "yes", "1"})
  @Tag("S17")
  void cookie_ofALoginThatIsRemembered_lastsNinetyDays(String remember) {
    ReceivedCookie cookie = submit(CREDENTIALS + "&remember=" + remember).onlyCookie();

    List<String> names = cookie.attributeNames();
    assertThat(names)
        .containsExactlyInAnyOrder("Path", "HttpOnly", "SameSite", "Max-Age", "Expires")
        // Java's CookieManager forgets a cookie's age if this comes later
        .containsSubsequence("Max-Age", "Expires");
    assertThat(Duration.ofSeconds(Long.parseLong(attribute(cookie, "Max-Age"))))
        .isBetween(Duration.ofDays(90).minusSeconds(5), Duration.ofDays(90));
    assertThat(expiry(cookie))
        .isBetween(Instant.now().plus(89, DAYS), Instant.now().plus(91, DAYS));
  }

  @Test
  void jsonLogin_thatAsksToBeRemembered_getsALastingCookie() {
    String body = "{\"username\":\"alice\",\"password\":\"123\",\"remember\":true}";

    ReceivedCookie cookie = client.post("/api/login").json(body).send().onlyCookie();

    assertThat(cookie.attributeNames()).contains("Max-Age", "Expires");
  }

  private static Instant expiry(ReceivedCookie cookie) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.parse(attribute(cookie, "Expires"), Instant::from);
  }

  private static String attribute(ReceivedCookie cookie, String name) {
    return cookie.attributes().stream()
        .filter(attribute -> attribute.startsWith(name + "="))
        .map(attribute -> attribute.substring(name.length() + 1))
        .findFirst()
        .orElseThrow();
  }
}
