package dev.cloakroom.client;

import dev.cloakroom.client.Outgoing.Held;
import dev.cloakroom.client.Outgoing.Travel;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Requests to the endpoints of one client's login, with a CSRF token where one is asked for. Safe
 * for use by several threads.
 */
final class LoginEndpoints {
  private final PatientSender sender;
  private final ClientSettings settings;
  private final CsrfTokens csrf;
  private final HeldLogin login;
  private final TokenKeeper tokens;
  private final ClientCookies cookies;

  LoginEndpoints(
      PatientSender sender,
      ClientSettings settings,
      CsrfTokens csrf,
      HeldLogin login,
      TokenKeeper tokens,
      ClientCookies cookies) {
    this.sender = sender;
    this.settings = settings;
    this.csrf = csrf;
    this.login = login;
    this.tokens = tokens;
    this.cookies = cookies;
  }

  /** What goes with a request that is begun in a login. */
  Held held(@Nullable Tokens shown, Epoch begun) {
    return new Held(shown, csrf.get(), begun);
  }

  /** One with cookies of its own, which are kept where its answers are. */
  CompletionStage<Sent> ask(
      ClientRequest request, @Nullable Tokens shown, Travel travel, ClientCookies with) {
    URI uri = settings.base().resolve(request.target());
    Held now = held(shown, tokens.login());
    Outgoing out = new Outgoing(request, uri, now, travel, with, CallStyle.ASYNCHRONOUS);
    return sender.sent(out).thenCompose(csrf::shown).thenApply(this::noted);
  }

  private Sent noted(Sent sent) {
    login.noted(sent.answer());
    return sent;
  }

  CompletionStage<ClientResponse> refresh(String refreshToken) {
    Body body = Body.json(Map.of("refreshToken", refreshToken));
    return ask(settings.posted("/refresh", body), null, Travel.NOWHERE, cookies)
        .thenApply(Sent::answer);
  }

  CompletionStage<ClientResponse> logOut(@Nullable Tokens shown) {
    return ask(settings.endpoint("POST", "/logout"), shown, Travel.HOME_ONLY, cookies)
        .thenApply(Sent::answer);
  }
}
