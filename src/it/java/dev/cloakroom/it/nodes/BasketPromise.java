package dev.cloakroom.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Some things were put into a basket, and some were refused.
 *
 * @param kept must be in it; others may be, of which nobody was told
 * @param refused must not be in it
 */
record BasketPromise(String ticket, Set<String> kept, Set<String> refused) implements Promise {
  static final String PATH = "api/basket";
  private static final Duration SOON = Duration.ofSeconds(5);

  @Override
  public void assertKept(ProbeClient at) throws InterruptedException {
    long limit = System.nanoTime() + SOON.toNanos();
    Set<String> found = foundBy(at);
    while (!found.containsAll(kept) && System.nanoTime() < limit) {
      TimeUnit.MILLISECONDS.sleep(1);
      found = foundBy(at);
    }
    assertThat(found).containsAll(kept);
    assertThat(refused).doesNotContainAnyElementsOf(found);
  }

  private Set<String> foundBy(ProbeClient at) {
    HttpResponse<String> answer = at.another().cookie(ProbeClient.TICKET, ticket).get(PATH);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Set.of(answer.body().split(",", -1));
  }
}
