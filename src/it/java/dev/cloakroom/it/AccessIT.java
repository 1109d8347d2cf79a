package dev.cloakroom.it;

import static dev.cloakroom.it.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may call what, whichever way they show who they are. */
@OnServer
class AccessIT {
  private static final String ORDER = "{\"item\":\"umbrella\",\"quantity\":1}";

  private final WireClient client;

  AccessIT(RunningServer server) {
    this.client = WireClient.overHttp(server);
  }

  @BeforeEach
  void serverAnswers() {
    assertThat(client.get("/api/public").send()).hasStatus(200);
  }

  /** The statuses are those of nobody, of a user and of an administrator. */
  @ParameterizedTest
  @CsvSource({
    "GET,  /api/public,    200, 200, 200",
    "GET,  /api/me,        401, 200, 200",
    "GET,  /api/profile,   401, 200, 200",
    "GET,  /api/orders,    401, 200, 200",
    "GET,  /api/protected, 401, 200, 200",
    "POST, /api/orders,    401, 201, 201",
    "GET,  /api/admin,     401, 403, 200",
    "HEAD, /api/public,    200, 200, 200",
    "HEAD, /api/me,        401, 200, 200",
    "HEAD, /api/admin,     401, 403, 200",
    "GET,  /api/session,   401, 200, 200",
    "GET,  /api/sessions,  401, 200, 200",
    "GET,  /api/nothing,   404, 404, 404"
  })
  @Tag("B4")
  @Tag("S1")
  @Tag("X17")
  void resource_answersByCaller(String method, String path, int nobody, int user, int admin) {
    assertAnswer(request(method, path).send(), nobody, "not-authenticated");
    assertByBoth(DemoCaller.USER, method, path, user);
    assertByBoth(DemoCaller.ADMIN, method, path, admin);
  }

  private void assertByBoth(DemoCaller caller, String method, String path, int status) {
    Login login = client.logIn(caller);
    assertAnswer(request(method, path).cookie(login.cookie()).send(), status, "forbidden");
    assertAnswer(request(method, path).bearer(login.accessToken()).send(), status, "forbidden");
  }

  private WireRequest request(String method, String path) {
    WireRequest request = client.request(method, path);
    return method.equals("POST") ? request.json(ORDER) : request;
  }

  private static void assertAnswer(WireAnswer answer, int status, String reason) {
    assertThat(answer).hasStatus(status).hasNoHeader("Set-Cookie");
    boolean hasBody = !answer.response().request().method().equals("HEAD");
    if (hasBody && (status == 401 || status == 403)) {
      assertThat(answer).isProblem(status, reason);
    }
    assertThat(answer.headers("WWW-Authenticate")).hasSize(status == 401 ? 1 : 0);
  }
}
