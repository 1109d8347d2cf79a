package dev.cloakroom.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;

/**
 * A refresh token was handed out. It may be shown once at each server: within the grace both get
 * the same successor.
 */
record RefreshPromise(String token) implements Promise {

  @Override
  public void assertKept(ProbeClient at) {
    assertThat(at.bearer(token).post(ProbeClient.REFRESH).statusCode()).isEqualTo(200);
  }
}
