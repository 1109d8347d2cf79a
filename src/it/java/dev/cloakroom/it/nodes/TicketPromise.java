package dev.cloakroom.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;

/**
 * A login, a rotation or a logout was acknowledged.
 *
 * @param status what the ticket gets
 */
record TicketPromise(String ticket, int status) implements Promise {

  @Override
  public void assertKept(ProbeClient at) {
    assertThat(GuardedPage.status(at, ticket)).isEqualTo(status);
  }
}
