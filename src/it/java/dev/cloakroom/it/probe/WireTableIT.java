package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.OnServer;
import dev.cloakroom.it.RunningServer;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same on the wire on every server: one line a request, with all of its answer that counts. */
@OnServer(ProbeDeployment.class)
class WireTableIT {
  private static final String BARE = "Bearer realm=\"cloakroom\"";

  /**
   * Path, caller, accepted type; status, challenge, reason. The challenge is {@code bare}, of an
   * {@code error}, or none; who is refused by us is told a reason, or gets the application's page
   * for the error; who is refused by the server ({@code -}) is told none.
   */
  private static final String REQUESTS =
      """
      api/rules/users           | nobody | json | 401 | bare  | not-authenticated
      api/rules/users           | nobody | html | 401 | bare  | page
      api/rules/users           | forged | json | 401 | error | invalid-token
      api/rules/users           | user   | json | 200 | none  | -
      api/rules/admins          | nobody | html | 401 | bare  | page
      api/rules/admins          | user   | json | 403 | none  | forbidden
      api/rules/admins          | user   | html | 403 | none  | page
      api/rules/admins          | admin  | json | 200 | none  | -
      api/rules/callers         | nobody | json | 401 | bare  | not-authenticated
      api/rules/all             | nobody | json | 200 | none  | -
      api/rules/all             | forged | json | 200 | none  | -
      api/rules/all             | user   | json | 200 | none  | -
      api/rules/nobody          | nobody | json | 403 | none  | forbidden
      api/rules/nobody          | admin  | json | 403 | none  | forbidden
      declared-admin/page       | nobody | json | 401 | bare  | not-authenticated
      declared-admin/page       | nobody | html | 401 | bare  | page
      declared-admin/page       | forged | json | 401 | error | invalid-token
      declared-admin/page       | user   | json | 403 | none  | -
      declared-admin/page       | admin  | html | 200 | none  | -
      call/vault-admins         | nobody | html | 401 | bare  | page
      call/vault-admins         | forged | json | 401 | error | invalid-token
      call/vault-admins         | user   | html | 403 | none  | page
      call/vault-admins         | admin  | json | 200 | none  | -
      call/ejb-admins           | forged | json | 401 | error | invalid-token
      call/ejb-admins           | user   | json | 403 | none  | forbidden
      call/ejb-admins           | admin  | html | 200 | none  | -
      auth/session              | nobody | html | 401 | bare  | not-authenticated
      auth/session              | forged | json | 401 | error | invalid-token
      auth/session              | user   | json | 200 | none  | -
      """;

  /** Servers that configure their session cookie once, for plain and for encrypted connections. */
  private static final Set<String> CONFIGURED_ONCE = Set.of("wildfly", "openliberty");

  private final RunningServer server;
  private final EachCaller each;

  WireTableIT(RunningServer server) {
    this.server = server;
    each = EachCaller.of(server);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = REQUESTS)
  @Tag("B4")
  @Tag("X17")
  void request_isAnsweredAlikeEverywhere(
      String path, String caller, String accept, int status, String challenge, String reason) {
    for (ProbeClient client : clients(caller)) {
      HttpResponse<String> answer = client.copy().header("Accept", type(accept)).get(path);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
      assertThat(challenge(answer)).isEqualTo(challenge);
      assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
      assertReason(answer, reason);
    }
  }

  /** Open Liberty checks resources itself, too, and takes the role for one like any other. */
  @Test
  void resourceForEverybodyLoggedIn_isOpenToThem_orShutByTheServerItself() {
    int status = RunningServer.name().equals("openliberty") ? 403 : 200;

    each.assertAnswered(
        client -> client.get("api/rules/callers"), new EachCaller.Statuses(401, status, status));
  }

  private List<ProbeClient> clients(String caller) {
    return switch (caller) {
      case "nobody" -> List.of(each.nobody());
      case "forged" -> List.of(each.nobody().another().bearer("no.such.token"));
      case "user" -> each.users();
      case "admin" -> each.admins();
      default -> throw new IllegalArgumentException(caller);
    };
  }

  private static String type(String accept) {
    return accept.equals("html") ? "text/html,*/*;q=0.8" : "application/json,*/*;q=0.8";
  }

  private static String challenge(HttpResponse<String> answer) {
    List<String> challenges = answer.headers().allValues("WWW-Authenticate");
    if (challenges.isEmpty()) {
      return "none";
    }
    assertThat(challenges).hasSize(1).allMatch(value -> value.startsWith(BARE));
    return challenges.get(0).equals(BARE) ? "bare" : error(challenges.get(0));
  }

  private static String error(String challenge) {
    assertThat(challenge).contains("error=\"invalid_token\"");
    return "error";
  }

  private static void assertReason(HttpResponse<String> answer, String reason) {
    if (reason.equals("page")) {
      assertThat(answer.body()).startsWith(answer.statusCode() + " for ");
    } else if (!reason.equals("-")) {
      assertThat(answer.headers().allValues("Content-Type"))
          .containsExactly("application/problem+json");
      assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
      assertThat(ProbeClient.parse(answer.body()).getString("reason")).isEqualTo(reason);
      assertThat(ProbeClient.parse(answer.body()).getInt("status")).isEqualTo(answer.statusCode());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http  | sid        | httponly path=/ samesite=lax
          https | __Host-sid | httponly path=/ samesite=lax secure
          http  | JSESSIONID | httponly path=/ samesite=lax
          https | JSESSIONID | httponly path=/ samesite=lax secure
          """)
  @Tag("C1")
  @Tag("C2")
  @Tag("C3")
  @Tag("C6")
  void cookie_hasTheSameAttributesEverywhere(String scheme, String name, String attributes) {
    ProbeClient client =
        scheme.equals("http") ? ProbeClient.over(server) : ProbeClient.overHttps(server);
    HttpResponse<String> answer =
        name.equals("JSESSIONID")
            ? client.get("api/cookies/visit")
            : client.login("user-cookie", "pw-user-cookie");
    boolean neverSecure =
        name.equals("JSESSIONID") && CONFIGURED_ONCE.contains(RunningServer.name());

    assertThat(attributes(answer, name))
        .isEqualTo(neverSecure ? attributes.replace(" secure", "") : attributes);
  }

  private static String attributes(HttpResponse<String> answer, String name) {
    List<String> headers = answer.headers().allValues("Set-Cookie");
    assertThat(headers).hasSize(1).allMatch(header -> header.startsWith(name + "="));
    TreeSet<String> attributes = new TreeSet<>();
    Arrays.stream(headers.get(0).split(";"))
        .skip(1)
        .map(attribute -> attribute.strip().toLowerCase(Locale.ROOT))
        .forEach(attribute -> assertThat(attributes.add(attribute)).isTrue());
    return String.join(" ", attributes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pw-user-table | 200 | application/json         | none
          wrong         | 401 | application/problem+json | bare
          """)
  @Tag("B5")
  void login_isAnsweredAlikeEverywhere(
      String password, int status, String contentType, String challenge) {
    HttpResponse<String> answer =
        ProbeClient.over(server)
            .post(ProbeClient.LOGIN, Map.of("username", "user-table", "password", password));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().allValues("Content-Type")).containsExactly(contentType);
    assertThat(String.join(",", answer.headers().allValues("Cache-Control")))
        .startsWith("no-store");
    assertThat(challenge(answer)).isEqualTo(challenge);
    assertThat(answer.headers().allValues("Set-Cookie")).hasSize(status == 200 ? 1 : 0);
  }
}
