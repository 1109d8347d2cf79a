package dev.cloakroom.client;

import dev.cloakroom.client.LoginState.Caller;
import dev.cloakroom.client.Outgoing.Held;
import dev.cloakroom.client.Outgoing.Travel;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One client's login: what is shown with its requests, and what is done when a server wants
 * something else to be shown. A request is repeated once with another access token, and once with a
 * CSRF token, and only if that can neither send a stream twice nor carry out what a redirect has
 * already led away from. Safe for use by several threads.
 */
final class ClientLogin {
  private final PatientSender sender;
  private final ClientSettings settings;
  private final ClientCookies cookies;
  private final TokenKeeper tokens;
  private final Clock clock;
  private final HeldLogin held;
  private final Turns turns = new Turns();
  private final CsrfTokens csrf;

  ClientLogin(
      PatientSender sender,
      ClientSettings settings,
      ClientCookies cookies,
      TokenKeeper tokens,
      Clock clock) {
    this.sender = sender;
    this.settings = settings;
    this.cookies = cookies;
    this.tokens = tokens;
    this.clock = clock;
    this.held = new HeldLogin(cookies, tokens);
    this.csrf = new CsrfTokens(sender, settings, cookies);
  }

  CompletionStage<ClientResponse> send(ClientRequest request, CallStyle style) {
    URI uri = settings.base().resolve(request.target());
    Outgoing bare = new Outgoing(request, uri, Held.NOTHING, Travel.FREE, cookies, style);
    if (!settings.base().isHome(uri)) {
      return sender.send(bare);
    }
    int login = tokens.generation();
    return style
        .reached(tokens.current(this::refresh))
        .exceptionallyCompose(failure -> byCookies(uri, failure))
        .thenCompose(with -> sender.sent(bare.with(held(shown(with, uri)))))
        .thenCompose(sent -> withOtherTokens(sent, login))
        .thenCompose(csrf::shown)
        .thenApply(sent -> held.noted(sent.answer()));
  }

  /** Without tokens, if these are refused and cookies can show the login instead. */
  private CompletionStage<@Nullable Tokens> byCookies(URI uri, Throwable failure) {
    boolean refused =
        failure instanceof RefusedException || failure.getCause() instanceof RefusedException;
    return refused && hasCookies(uri)
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.failedStage(failure);
  }

  /** A token that has ended would hide cookies that have not. */
  private @Nullable Tokens shown(@Nullable Tokens with, URI uri) {
    boolean hides =
        with != null && !with.isGoodFor(Duration.ZERO, clock.instant()) && hasCookies(uri);
    return hides ? null : with;
  }

  private boolean hasCookies(URI uri) {
    return settings.login().shown() == Credentials.BOTH && cookies.header(uri, Map.of()) != null;
  }

  /** A request to an endpoint of the login. */
  private CompletionStage<ClientResponse> ask(
      ClientRequest request, @Nullable Tokens shown, Travel travel, ClientCookies with) {
    URI uri = settings.base().resolve(request.target());
    Outgoing out = new Outgoing(request, uri, held(shown), travel, with, CallStyle.ASYNCHRONOUS);
    return sender.sent(out).thenCompose(csrf::shown).thenApply(sent -> held.noted(sent.answer()));
  }

  private Held held(@Nullable Tokens shown) {
    return new Held(shown, csrf.get());
  }

  private CompletionStage<Sent> withOtherTokens(Sent sent, int login) {
    Tokens refused = sent.answer().shown();
    if (refused == null || !mayHelp(sent)) {
      return CompletableFuture.completedFuture(sent);
    }
    return sent.out()
        .style()
        .reached(tokens.after(refused, this::refresh))
        .thenCompose(
            other -> {
              if (tokens.generation() == login && refused.isBefore(other)) {
                return sender.sent(sent.out().with(other));
              }
              return tokens.generation() == login && hasCookies(sent.out().uri())
                  ? sender.sent(sent.out().withoutTokens())
                  : CompletableFuture.completedFuture(sent);
            });
  }

  private boolean mayHelp(Sent sent) {
    return sent.lacksToken() && sent.mayRepeat() && !settings.isEndpoint(sent.out().uri());
  }

  private CompletionStage<ClientResponse> refresh(String refreshToken) {
    Body body = Body.json(Map.of("refreshToken", refreshToken));
    return ask(settings.posted("/refresh", body), null, Travel.NOWHERE, cookies);
  }

  /** Its cookies are held back until the answer is known to be a login. */
  CompletionStage<LoginState> logIn(String user, String password) {
    ClientRequest request = settings.login(user, password);
    return turns.next(
        unwanted -> {
          Instant asked = clock.instant();
          ClientCookies heldBack = cookies.copy();
          return ask(request, null, Travel.HOME_ONLY, heldBack)
              .thenCompose(answer -> withFactor(answer, heldBack))
              .thenApply(answer -> loggedIn(answer, asked, unwanted));
        });
  }

  /**
   * The answer to a login; of one that waits for a second factor, what comes once that is there.
   */
  private CompletionStage<ClientResponse> withFactor(ClientResponse answer, ClientCookies with) {
    Body next = FactorDialog.next(answer, settings.login());
    return next == null
        ? CompletableFuture.completedFuture(answer)
        : ask(settings.posted(ClientSettings.FACTOR, next), null, Travel.HOME_ONLY, with);
  }

  private LoginState loggedIn(ClientResponse answer, Instant asked, BooleanSupplier unwanted) {
    Credentials shown = settings.login().shown();
    if (!answer.isOk()) {
      throw RefusedException.by(answer);
    }
    Tokens given = shown.usesTokens() ? tokens.read(answer, asked) : null;
    Caller known = LoginAnswer.caller(answer);
    boolean byCookies = shown.usesCookies() && !answer.kept().isEmpty();
    if (given == null && (known.name().isEmpty() || !byCookies)) {
      throw RefusedException.because(LoginAnswer.missing(known, answer, shown), answer);
    }
    return changed(unwanted, () -> held.begin(known, given, shown.usesCookies() ? answer : null));
  }

  CompletionStage<LoginState> logOut() {
    return turns.next(
        unwanted -> {
          Tokens last = tokens.get();
          CompletionStage<@Nullable Tokens> shown =
              last == null || last.accessToken() != null
                  ? CompletableFuture.completedFuture(last)
                  : tokens.current(this::refresh);
          return shown.thenCompose(this::logOutWith).thenApply(this::loggedOut);
        });
  }

  /** A login whose access token has ended has not: it takes another one to end it. */
  private CompletionStage<ClientResponse> logOutWith(@Nullable Tokens shown) {
    CompletionStage<ClientResponse> asked = askLogOut(shown);
    return shown == null
        ? asked
        : asked.thenCompose(
            answer ->
                isRefused(answer)
                    ? tokens
                        .after(shown, this::refresh)
                        .thenCompose(
                            other ->
                                shown.isBefore(other)
                                    ? askLogOut(other)
                                    : CompletableFuture.completedFuture(answer))
                    : CompletableFuture.completedFuture(answer));
  }

  private CompletionStage<ClientResponse> askLogOut(@Nullable Tokens shown) {
    return ask(settings.endpoint("POST", "/logout"), shown, Travel.HOME_ONLY, cookies);
  }

  private static boolean isRefused(ClientResponse answer) {
    return answer.status() == 400 || answer.status() == 401;
  }

  private LoginState loggedOut(ClientResponse answer) {
    if (!answer.isOk() && !isRefused(answer)) {
      throw RefusedException.by(answer);
    }
    return changed(() -> false, held::end);
  }

  private LoginState changed(BooleanSupplier unwanted, Runnable change) {
    if (unwanted.getAsBoolean()) {
      throw new CancellationException("Nobody waits for this login any more");
    }
    csrf.forget();
    change.run();
    return state();
  }

  CompletionStage<LoginState> goOnWith(ExportedLogin known) {
    return turns.next(
        unwanted ->
            CompletableFuture.completedFuture(changed(unwanted, () -> held.goOnWith(known))));
  }

  LoginState state() {
    return held.state();
  }
}
