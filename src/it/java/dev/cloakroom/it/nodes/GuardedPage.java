package dev.cloakroom.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.testing.Await;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A page that only those who are logged in get. */
final class GuardedPage {
  private static final String PATH = "auth/session";
  private static final Await SOON = new Await(Duration.ofSeconds(5), Duration.ofMillis(1));

  private GuardedPage() {}

  static HttpResponse<String> askedBy(ProbeClient client) {
    return client.get(PATH);
  }

  static int status(ProbeClient client) {
    return askedBy(client).statusCode();
  }

  /** What somebody else gets who shows a ticket at the client's server. */
  static int status(ProbeClient at, String ticket) {
    return status(at.another().cookie(ProbeClient.TICKET, ticket));
  }

  /** How long it takes until a client is refused, from now on. */
  static Duration untilRefused(ProbeClient client) throws InterruptedException {
    long begun = System.nanoTime();
    assertThat(SOON.until(() -> status(client), status -> status == 401)).isEqualTo(401);
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
