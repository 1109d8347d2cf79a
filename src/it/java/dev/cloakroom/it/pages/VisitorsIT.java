package dev.cloakroom.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who is not logged in and asks for a page, or sends a form: led to the login page and back, by
 * what they use, whoever has refused it: the container, a resource's rule, or a bean's.
 */
@OnServerWith(PagesWars.class)
class VisitorsIT {
  private static final String CALLER = "user-visitor";
  private static final String PAGE = "/ordered/login.html";

  private final ProbeClient program;
  private final ProbeClient visitor;
  private final String root;

  VisitorsIT(ServerProcess process) {
    program = ProbeClient.over(process.server()).another("ordered/");
    visitor = program.another().header("Accept", "text/html,*/*;q=0.8");
    root = process.server().http().toString();
  }

  static String[] guarded() {
    return new String[] {"orders/1", "rest/pages", "rest/pages/vault", "vault"};
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void visitor_isLedToThePage_andBack(String path) {
    assertLed(visitor.get(path + "?a=b&c"), "/ordered/" + path + "?a=b&c");

    logIn(visitor);
    assertThat(visitor.get(path).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void form_isLedToThePage_andBackToThePageThatHeldIt(String path) {
    HttpResponse<String> sent =
        visitor.header("Referer", root + "ordered/form?x=1").post(path, Map.of("a", "1"));

    assertLed(sent, "/ordered/form?x=1");
  }

  @ParameterizedTest
  @MethodSource("guarded")
  @Tag("X14")
  void form_ofAPageElsewhere_isLedToThePage(String path) {
    HttpResponse<String> sent =
        visitor.header("Referer", "https://evil.test/form").post(path, Map.of("a", "1"));

    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(location(sent)).isEqualTo(PAGE);
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void script_isToldWhatIsSo(String path) {
    ProbeClient script = visitor.copy().header("Sec-Fetch-Mode", "cors");
    ProbeClient older = visitor.copy().header("X-Requested-With", "XMLHttpRequest");

    assertProblem(script.get(path));
    assertProblem(script.post(path, Map.of("a", "1")));
    assertProblem(older.get(path));
    assertProblem(program.get(path));
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void htmx_isToldWhereToGo(String path) {
    ProbeClient htmx =
        program.header("HX-Request", "true").header("HX-Current-URL", root + "ordered/page?b=1");

    HttpResponse<String> answer = htmx.post(path, Map.of("a", "1"));

    assertProblem(answer);
    assertThat(answer.headers().firstValue("HX-Redirect"))
        .contains(PAGE + "?next=" + encoded("/ordered/page?b=1"));
    assertThat(htmx.header("HX-Boosted", "true").get(path).headers().firstValue("HX-Redirect"))
        .contains(PAGE + "?next=" + encoded("/ordered/" + path));
  }

  @ParameterizedTest
  @MethodSource("guarded")
  void faces_isToldWhereToGo(String path) {
    HttpResponse<String> answer =
        program
            .header("Faces-Request", "partial/ajax")
            .header("X-Requested-With", "XMLHttpRequest")
            .header("Referer", root + "ordered/view.xhtml?a=1")
            .post(path, Map.of("a", "1"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
    assertThat(answer.body())
        .contains(
            "<partial-response><redirect url=\"%s?next=%s\"/></partial-response>"
                .formatted(PAGE, encoded("/ordered/view.xhtml?a=1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=%5C%5c&b=%2F..%2f",
        "a=%25%2525",
        "a=100%25&next=%2Fx%3Fy",
        "caf%C3%A9=%F0%9F%98%80+x",
        "a=1;b=2&c=(d)*,!~'@:$/?"
      })
  void deepLink_comesBackAsItWas_alsoAfterAWrongPassword(String query) {
    assertComesBack("/ordered/orders/1?" + query);
  }

  @Test
  void deepLink_withLineBreaks_comesBack() {
    assertComesBack("/ordered/orders/1?a=%0A%0d%00");
  }

  @Test
  void deepLink_of4000Characters_comesBack() {
    assertComesBack("/ordered/orders/1?q=" + "abc%20&d=".repeat(444));
  }

  /** By a page that does nothing itself: its address says where to go. */
  private void assertComesBack(String link) {
    HttpResponse<String> led = visitor.get(link);
    assertThat(location(led)).isEqualTo(PAGE + "?next=" + encoded(link));

    ProbeClient form = visitor.copy().header("Referer", root + location(led).substring(1));
    HttpResponse<String> wrong = form.post("auth/login", form("wrong"));
    assertThat(location(wrong))
        .isEqualTo(PAGE + "?reason=invalid-credentials&next=" + encoded(link));

    ProbeClient again = visitor.copy().header("Referer", root + location(wrong).substring(1));
    HttpResponse<String> right = again.post("auth/login", form("pw-" + CALLER));
    assertThat(right.statusCode()).isEqualTo(303);
    assertThat(location(right)).isEqualTo(link);
    String query = link.substring(link.indexOf('?') + 1);
    ProbeClient onward = visitor.copy().cookie("sid", again.ticket());
    assertThat(onward.get(link).body()).isEqualTo("GET by " + CALLER + ": " + query);
  }

  private static void logIn(ProbeClient client) {
    assertThat(client.post("auth/login", form("pw-" + CALLER)).statusCode()).isEqualTo(303);
  }

  private static Map<String, String> form(String password) {
    return Map.of("username", CALLER, "password", password);
  }

  private static void assertLed(HttpResponse<String> answer, String next) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo(PAGE + "?next=" + encoded(next));
  }

  private static void assertProblem(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
