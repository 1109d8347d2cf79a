package dev.cloakroom.client;

import dev.cloakroom.client.LogoutAnswer.Left;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a client has its login ended by the server. An access token that has ended is no login that
 * has: it takes another one to end it, or the cookie alone. Safe for use by several threads.
 */
final class ClientLogout {
  private final LoginEndpoints endpoints;
  private final ClientSettings settings;
  private final ClientCookies cookies;
  private final TokenKeeper tokens;

  ClientLogout(
      LoginEndpoints endpoints,
      ClientSettings settings,
      ClientCookies cookies,
      TokenKeeper tokens) {
    this.endpoints = endpoints;
    this.settings = settings;
    this.cookies = cookies;
    this.tokens = tokens;
  }

  /** The answer by which it is over; it fails if that is not so, for all that is known. */
  CompletionStage<ClientResponse> run(HeldLogin login) {
    return shown().thenCompose(this::with).thenApply(answer -> ended(answer, login));
  }

  private CompletionStage<@Nullable Tokens> shown() {
    Tokens last = tokens.get();
    return last == null || last.accessToken() != null
        ? CompletableFuture.completedFuture(last)
        : tokens.current(endpoints::refresh);
  }

  private CompletionStage<ClientResponse> with(@Nullable Tokens shown) {
    CompletionStage<ClientResponse> asked = endpoints.logOut(shown);
    return shown == null
        ? asked
        : asked
            .thenCompose(answer -> ifRefused(answer, () -> after(shown, answer)))
            .thenCompose(answer -> ifRefused(answer, () -> byCookie(answer)));
  }

  private static CompletionStage<ClientResponse> ifRefused(
      ClientResponse answer, Supplier<CompletionStage<ClientResponse>> instead) {
    return LogoutAnswer.isRefused(answer)
        ? instead.get()
        : CompletableFuture.completedFuture(answer);
  }

  private CompletionStage<ClientResponse> after(Tokens shown, ClientResponse answer) {
    return tokens
        .after(shown, endpoints::refresh)
        .thenCompose(
            other ->
                shown.isBefore(other)
                    ? endpoints.logOut(other)
                    : CompletableFuture.completedFuture(answer));
  }

  private CompletionStage<ClientResponse> byCookie(ClientResponse answer) {
    return settings.goOnBy(cookies, settings.base().uri())
        ? endpoints.logOut(null)
        : CompletableFuture.completedFuture(answer);
  }

  private ClientResponse ended(ClientResponse answer, HeldLogin login) {
    Left left = login.state().isLoggedIn() ? tokens.left() : Left.NOTHING;
    if (!answer.isOk() && !LogoutAnswer.saysItIsOver(answer, left)) {
      throw RefusedException.by(answer);
    }
    return answer;
  }
}
