package dev.cloakroom.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import java.util.Set;

/**
 * Some things were put into a basket, and some were refused.
 *
 * @param kept must be in it; others may be, of which nobody was told
 * @param refused must not be in it
 */
record BasketPromise(String ticket, Set<String> kept, Set<String> refused) implements Promise {

  @Override
  public void assertKept(ProbeClient at) throws InterruptedException {
    ProbeClient holder = at.another().cookie(ProbeClient.TICKET, ticket);
    Set<String> found = BasketPage.once(holder, basket -> basket.containsAll(kept));
    assertThat(found).containsAll(kept);
    assertThat(refused).doesNotContainAnyElementsOf(found);
  }
}
