package dev.cloakroom.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.testing.Await;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What a login has put into its {@code @LoginScoped} basket. */
final class BasketPage {
  static final String PATH = "api/basket";
  private static final Await SOON = Await.atMost(Duration.ofSeconds(5));

  private BasketPage() {}

  static HttpResponse<String> put(ProbeClient client, String what) {
    return client.post(PATH, Map.of("what", what));
  }

  /** What is in it once it is as expected, or has not been for a while. */
  static Set<String> once(ProbeClient client, Predicate<Set<String>> expected)
      throws InterruptedException {
    return SOON.until(() -> seenBy(client), expected);
  }

  private static Set<String> seenBy(ProbeClient client) {
    HttpResponse<String> answer = client.get(PATH);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Set.of(answer.body().split(",", -1));
  }
}
