package dev.cloakroom.it;

import static dev.cloakroom.it.AnswerAssert.assertThat;
import static dev.cloakroom.it.DemoCaller.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which methods the endpoints know. */
@OnServer
class MethodsIT {
  /** These never ask the application: one answers 403, one sends no {@code Allow}. */
  private static final Set<String> REFUSE_TRACE_THEMSELVES = Set.of("openliberty", "wildfly");

  /** Methods are case-sensitive (RFC 9110, section 9.1), but Open Liberty makes get a GET. */
  private static final List<String> UNKNOWN =
      RunningServer.name().equals("openliberty")
          ? List.of("PUT", "PATCH", "PROPFIND", "POSTS")
          : List.of("PUT", "PATCH", "PROPFIND", "POSTS", "get");

  private final WireClient client;

  MethodsIT(RunningServer server) {
    this.client = WireClient.overHttp(server);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/login,                  'OPTIONS, POST'",
    "/api/login/factor,           'GET, HEAD, OPTIONS, POST'",
    "/api/logout,                 'OPTIONS, POST'",
    "/api/refresh,                'OPTIONS, POST'",
    "/api/revoke,                 'OPTIONS, POST'",
    "/api/session,                'GET, HEAD, OPTIONS'",
    "/api/sessions,               'DELETE, GET, HEAD, OPTIONS'",
    "/api/sessions/x,             'DELETE, GET, HEAD, OPTIONS'",
    "/api/.well-known/jwks.json,  'GET, HEAD, OPTIONS'"
  })
  @Tag("X16")
  void otherMethods_areRefusedWithThoseThatAreAllowed(String path, String allowed) {
    for (String method : UNKNOWN) {
      assertThat(client.request(method, path).send())
          .isProblem(405, "method-not-allowed")
          .hasHeader("Allow", allowed);
    }
    WireAnswer options = client.request("OPTIONS", path).send();
    assertThat(options).hasStatus(204).hasNoHeader("Set-Cookie");
    assertThat(options.header("Allow").split(", ")).containsExactlyInAnyOrder(allowed.split(", "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/login", "/api/logout", "/api/refresh", "/api/revoke"})
  @Tag("X3")
  void endpointsThatChangeSomething_knowNoSafeMethod(String path) {
    for (String method : List.of("GET", "HEAD")) {
      assertThat(client.request(method, path).send())
          .hasStatus(405)
          .hasHeader("Allow", "OPTIONS, POST");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/login", "/api/session", "/api/me", "/api/public", "/"})
  @Tag("X16")
  void trace_isRefusedEverywhere(String path) {
    WireAnswer answer = client.request("TRACE", path).cookie(client.logIn(ALICE).cookie()).send();

    assertThat(answer.body()).doesNotContain("sid=");
    if (REFUSE_TRACE_THEMSELVES.contains(RunningServer.name())) {
      assertThat(answer.status()).isIn(403, 405);
    } else {
      assertThat(answer).hasStatus(405);
      assertThat(answer.headers("Allow")).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/session", "/api/sessions", "/api/.well-known/jwks.json", "/api/me"})
  void head_answersAsGetWithoutABody(String path) {
    Login login = client.logIn(ALICE);

    WireAnswer get = client.get(path).cookie(login.cookie()).send();
    WireAnswer head = client.request("HEAD", path).cookie(login.cookie()).send();

    assertThat(get).hasStatus(200);
    assertThat(head).hasStatus(200).hasHeader("Content-Type", get.header("Content-Type"));
    assertThat(head.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/session", "/api/sessions", "/api/me", "/api/orders", "/api/admin"})
  void head_isGuardedAsGet(String path) {
    WireAnswer head = client.request("HEAD", path).send();

    assertThat(head).hasStatus(401).hasHeader("WWW-Authenticate", "Bearer realm=\"cloakroom\"");
    assertThat(head.body()).isEmpty();
  }
}
