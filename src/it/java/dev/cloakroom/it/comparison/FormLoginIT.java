package dev.cloakroom.it.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.it.process.OnServerWith;
import dev.cloakroom.it.process.ServerProcess;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the FORM login does that each server brings with it. */
@OnServerWith(ComparedWars.class)
class FormLoginIT {
  private static final String ORDERS = "orders";

  /** What the cookie has that keeps the login, of those attributes that protect it. */
  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.of(
          "payara-micro", Set.of("secure", "httponly"),
          "wildfly", Set.of(),
          "openliberty", Set.of("httponly"),
          "glassfish", Set.of("secure", "httponly"));

  private final ProbeClient anybody;
  private final ProbeClient anybodyOverTls;

  FormLoginIT(ServerProcess process) {
    anybody = ProbeClient.over(process.server()).another("compared-form/");
    anybodyOverTls = ProbeClient.overHttps(process.server()).another("compared-form/");
  }

  /** Open Liberty keeps the login in a cookie of its own. */
  private static String cookie() {
    return RunningServer.name().equals("openliberty") ? "LtpaToken2" : "JSESSIONID";
  }

  private static ProbeClient loggedIn(ProbeClient client) {
    assertThat(client.get(ORDERS).body()).contains("j_security_check");
    logIn(client);
    assertThat(client.get(ORDERS).body()).isEqualTo("orders of user-form");
    return client;
  }

  private static HttpResponse<String> logIn(ProbeClient client) {
    HttpResponse<String> answer =
        client.post(
            "j_security_check", Map.of("j_username", "user-form", "j_password", "pw-user-form"));
    assertThat(answer.statusCode()).isIn(302, 303);
    return answer;
  }

  @Test
  void visitor_logsInOnThePage_andOthersDoNot() {
    ProbeClient visitor = loggedIn(anybody.another());

    assertThat(visitor.get(ORDERS).body()).isEqualTo("orders of user-form");
    assertThat(anybody.another().get(ORDERS).body()).contains("j_security_check");
  }

  /** No 401, no challenge, nothing to tell a refusal from an answer by. */
  @Test
  void program_isGivenTheLoginPageAsASuccess() {
    HttpResponse<String> answer =
        anybody.another().header("Accept", "application/json").bearer("a.b.c").get(ORDERS);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    assertThat(answer.body()).contains("j_security_check");
  }

  @Test
  void logout_endsTheCopyOfACookie() {
    ProbeClient visitor = loggedIn(anybody.another());
    ProbeClient copy = visitor.copy();

    assertThat(visitor.post("door").body()).isEqualTo("good bye");

    assertThat(copy.get(ORDERS).body()).contains("j_security_check");
  }

  /** Who knew the id of a visitor's session before they logged in shares their login on WildFly. */
  @Test
  void login_changesTheIdOfTheSession_notOnWildFly() {
    ProbeClient visitor = anybody.another();
    visitor.get("door");
    ProbeClient knowing = visitor.copy();

    loggedIn(visitor);

    assertThat(knowing.get(ORDERS).body())
        .contains(
            RunningServer.name().equals("wildfly") ? "orders of user-form" : "j_security_check");
  }

  /** Over HTTPS, which is what there could be most for. */
  @Test
  void cookie_hasTheAttributesThatTheServerGivesIt() {
    ProbeClient visitor = anybodyOverTls.another();
    HttpResponse<String> begun = visitor.get("door");
    visitor.get(ORDERS);
    HttpResponse<String> login = logIn(visitor);

    assertThat(Stream.of(begun, login).flatMap(FormLoginIT::ticket))
        .last()
        .asString()
        .satisfies(
            cookie ->
                assertThat(attributes(cookie)).isEqualTo(ATTRIBUTES.get(RunningServer.name())));
  }

  private static Stream<String> ticket(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith(cookie() + "="));
  }

  private static Set<String> attributes(String cookie) {
    String text = cookie.toLowerCase(Locale.ROOT);
    return Stream.of("secure", "httponly", "samesite")
        .filter(text::contains)
        .collect(Collectors.toSet());
  }

  @Test
  void foreignPage_acts() {
    ProbeClient visitor = loggedIn(anybody.another());
    visitor.header("Sec-Fetch-Site", "cross-site").header("Origin", "https://evil.test");

    assertThat(visitor.post(ORDERS).body()).isEqualTo("ordered by user-form");
  }
}
