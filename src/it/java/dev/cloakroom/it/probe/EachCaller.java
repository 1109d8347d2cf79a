package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.RunningServer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Function;

/**
 * The same request by nobody, by a user and by an administrator; by the latter two once with the
 * cookie and once with the bearer token.
 */
public record EachCaller(
    ProbeClient nobody,
    ProbeClient userByCookie,
    ProbeClient userByBearer,
    ProbeClient adminByCookie,
    ProbeClient adminByBearer) {

  static final String USER = "user-each";
  static final String ADMIN = "admin-each";

  /** Their statuses, in the order in which they are expected. */
  public record Statuses(int ofNobody, int ofUser, int ofAdmin) {}

  static EachCaller of(RunningServer server) {
    return of(ProbeClient.over(server));
  }

  /** Those of the application that a client asks. */
  public static EachCaller of(ProbeClient application) {
    ProbeClient user = application.another();
    ProbeClient admin = application.another();
    String userToken = user.login(USER).getString("accessToken");
    String adminToken = admin.login(ADMIN).getString("accessToken");
    return new EachCaller(
        application.another(),
        user,
        user.another().bearer(userToken),
        admin,
        admin.another().bearer(adminToken));
  }

  List<ProbeClient> users() {
    return List.of(userByCookie, userByBearer);
  }

  List<ProbeClient> admins() {
    return List.of(adminByCookie, adminByBearer);
  }

  /** Sends a request of each; whoever is refused is refused in the words of the problem. */
  public void assertProblems(
      Function<ProbeClient, HttpResponse<String>> request, Statuses expected) {
    assertAnswered(request, expected);
    assertProblem(request.apply(nobody));
    assertProblem(request.apply(userByCookie));
    assertProblem(request.apply(adminByBearer));
  }

  /** Sends a request of each; whoever is refused may be told so by the server. */
  public void assertAnswered(
      Function<ProbeClient, HttpResponse<String>> request, Statuses expected) {
    assertChallenge(request.apply(nobody), expected.ofNobody());
    users().forEach(user -> assertChallenge(request.apply(user), expected.ofUser()));
    admins().forEach(admin -> assertChallenge(request.apply(admin), expected.ofAdmin()));
  }

  private static void assertChallenge(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    List<String> challenges = answer.headers().allValues("WWW-Authenticate");
    if (status == 401) {
      assertThat(challenges).containsExactly("Bearer realm=\"cloakroom\"");
      assertThat(ProbeClient.parse(answer.body()).getString("reason"))
          .isEqualTo("not-authenticated");
    } else {
      assertThat(challenges).isEmpty();
    }
  }

  private static void assertProblem(HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status != 200) {
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
      assertThat(String.join(",", answer.headers().allValues("Cache-Control")))
          .contains("no-store");
      assertThat(ProbeClient.parse(answer.body()).getInt("status")).isEqualTo(status);
    }
  }
}
