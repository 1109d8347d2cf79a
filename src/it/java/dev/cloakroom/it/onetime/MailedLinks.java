package dev.cloakroom.it.onetime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cloakroom.it.probe.ProbeClient;
import dev.cloakroom.testing.Await;
import java.time.Duration;

/**
 * The links that the recipes send.
 *
 * @param server what has sent them
 */
record MailedLinks(ProbeClient server) {
  /** Where a link to log in by is asked for. */
  static final String ASK = "api/link/asked";

  /** Where its token is shown. */
  static final String OPEN = "api/link/opened";

  private static final Await MAIL = Await.atMost(Duration.ofSeconds(20));

  /** The token in the link that a member was sent. */
  String token(String name) throws InterruptedException {
    return tokenAfter(name, "none");
  }

  /** The token in the link that a member was sent, and not the one before. */
  String tokenAfter(String name, String before) throws InterruptedException {
    String link =
        MAIL.until(
            () -> server.get("mail?name=" + name).body(),
            sent -> !sent.isEmpty() && !sent.endsWith("#" + before));
    assertThat(link).matches("https://shop\\.example\\.org/[a-z-]+\\.html#[A-Za-z0-9_.-]{66}");
    return link.substring(link.indexOf('#') + 1);
  }
}
