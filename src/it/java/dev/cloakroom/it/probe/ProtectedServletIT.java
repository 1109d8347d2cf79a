package dev.cloakroom.it.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.OnServer;
import dev.cloakroom.it.RunningServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servlets that the container guards, by {@code web.xml} and by {@code @ServletSecurity}. */
@OnServer(ProbeDeployment.class)
@Tag("B4")
class ProtectedServletIT {
  private static final String CHALLENGE = "WWW-Authenticate";

  private final ProbeClient client;

  ProtectedServletIT(RunningServer server) {
    client = ProbeClient.over(server);
  }

  @ParameterizedTest
  @ValueSource(strings = {"declared/caller", "annotated"})
  void anonymousCaller_isChallenged(String path) {
    HttpResponse<String> answer = client.get(path);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().allValues(CHALLENGE)).containsExactly("Bearer realm=\"cloakroom\"");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(ProbeClient.parse(answer.body()).getString("reason")).isEqualTo("not-authenticated");
    assertThat(ProbeClient.parse(answer.body()).getInt("status")).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"declared/caller", "annotated"})
  void anonymousVisitor_withoutALoginPage_isChallengedToo(String path) {
    assertThat(client.header("Accept", "text/html").get(path).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"declared/caller", "annotated"})
  void forgedToken_isChallengedWithTheError(String path) {
    HttpResponse<String> answer = client.bearer("no.such.token").get(path);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().allValues(CHALLENGE))
        .singleElement()
        .satisfies(challenge -> assertThat(challenge).contains("error=\"invalid_token\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"declared/caller", "annotated"})
  void callerWithTheRole_isLetThrough(String path) {
    String token = client.login("admin-page").getString("accessToken");
    ProbeClient bearer = client.another().bearer(token);

    assertThat(client.get(path).statusCode()).isEqualTo(200);
    assertThat(bearer.get(path).statusCode()).isEqualTo(200);
    assertThat(bearer.head(path).statusCode()).isEqualTo(200);
  }

  @Test
  void callerWithoutTheRole_isForbidden_andNotChallenged() {
    String token = client.login("user-page").getString("accessToken");
    ProbeClient bearer = client.another().bearer(token);

    assertThat(client.get("annotated").statusCode()).isEqualTo(403);
    assertThat(client.get("annotated").headers().allValues(CHALLENGE)).isEmpty();
    assertThat(bearer.get("annotated").statusCode()).isEqualTo(403);
    assertThat(bearer.get("annotated").headers().allValues(CHALLENGE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"declared/caller", "annotated"})
  void otherMethods_areGuardedAsGetIs(String path) {
    assertThat(client.head(path).statusCode()).isEqualTo(401);
    assertThat(client.post(path).statusCode()).isEqualTo(401);
    assertThat(client.delete(path).statusCode()).isEqualTo(401);
  }
}
