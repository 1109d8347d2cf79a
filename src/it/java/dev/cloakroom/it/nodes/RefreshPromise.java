package dev.cloakroom.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token was handed out. It may be shown once at each server: within the grace both give
 * the same successor.
 */
final class RefreshPromise implements Promise {
  private final String token;
  private @Nullable String successor;

  RefreshPromise(String token) {
    this.token = token;
  }

  @Override
  public void assertKept(ProbeClient at) {
    HttpResponse<String> answer = at.bearer(token).post(ProbeClient.REFRESH);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String next = ProbeClient.parse(answer.body()).getString("refreshToken");
    if (successor != null) {
      assertThat(next).isEqualTo(successor);
    }
    successor = next;
  }
}
