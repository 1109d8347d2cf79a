package dev.cloakroom.client;

import dev.cloakroom.client.Outgoing.Held;
import dev.cloakroom.client.Outgoing.Travel;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The CSRF token of one client: fetched when a server asks for it, and then sent until it is
 * refused. Safe for use by several threads.
 */
final class CsrfTokens {
  private final PatientSender sender;
  private final ClientSettings settings;
  private final ClientCookies cookies;
  private final Renewable<CsrfToken> current = new Renewable<>(null);

  CsrfTokens(PatientSender sender, ClientSettings settings, ClientCookies cookies) {
    this.sender = sender;
    this.settings = settings;
    this.cookies = cookies;
  }

  @Nullable CsrfToken get() {
    return current.get();
  }

  /** None outlives the login that it is of. */
  void forget() {
    current.set(null);
  }

  /**
   * What was sent, or if its answer asks for a token, the same with one, unless somebody else has
   * logged in meanwhile. What a login was held back with is of its refused attempt: the next begins
   * anew.
   */
  CompletionStage<Sent> shown(Sent sent) {
    Outgoing out = sent.out();
    return !sent.lacksCsrfToken(settings.base()) || out.isOfEarlierLogin()
        ? CompletableFuture.completedFuture(sent)
        : out.style()
            .reached(current.instead(out.held().csrf(), spent -> fetched(out.held().login())))
            .thenCompose(
                token ->
                    token == null || out.isOfEarlierLogin()
                        ? CompletableFuture.completedFuture(sent)
                        : sender.sent(out.with(token).with(out.cookies().anew())));
  }

  private CompletionStage<@Nullable CsrfToken> fetched(Epoch login) {
    ClientRequest request = settings.endpoint("GET", "/csrf");
    URI uri = settings.base().resolve(request.target());
    Outgoing out =
        new Outgoing(
            request, uri, Held.nothing(login), Travel.HOME_ONLY, cookies, CallStyle.ASYNCHRONOUS);
    return sender.send(out).thenApply(answer -> CsrfToken.of(answer).orElse(null));
  }
}
