package dev.cloakroom.client;

import dev.cloakroom.client.LoginState.Caller;
import dev.cloakroom.client.Outgoing.Held;
import dev.cloakroom.client.Outgoing.Travel;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
  private final LoginEndpoints endpoints;
  private final ClientLogout logout;

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
    this.endpoints = new LoginEndpoints(sender, settings, csrf, held, tokens, cookies);
    this.logout = new ClientLogout(endpoints, settings, cookies, tokens);
  }

  CompletionStage<ClientResponse> send(ClientRequest request, CallStyle style) {
    URI uri = settings.base().resolve(request.target());
    boolean isHome = settings.base().isHome(uri);
    Epoch login = isHome ? tokens.login() : Epoch.endless();
    Outgoing bare = new Outgoing(request, uri, Held.nothing(login), Travel.FREE, cookies, style);
    if (!isHome) {
      return sender.send(bare);
    }
    return style
        .reached(tokens.current(endpoints::refresh))
        .exceptionallyCompose(failure -> byCookies(uri, failure))
        .thenCompose(with -> sender.sent(bare.with(endpoints.held(shown(with, uri), login))))
        .thenCompose(this::withOtherTokens)
        .thenCompose(csrf::shown)
        .thenApply(sent -> held.noted(proven(sent).answer()));
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
    return settings.goOnBy(cookies, uri);
  }

  private CompletionStage<Sent> withOtherTokens(Sent sent) {
    Tokens refused = sent.answer().shown();
    if (refused == null || !mayHelp(sent)) {
      return CompletableFuture.completedFuture(sent);
    }
    Outgoing out = sent.out();
    return out.style()
        .reached(tokens.after(refused, endpoints::refresh))
        .thenCompose(
            other -> {
              if (!out.isOfEarlierLogin() && refused.isBefore(other)) {
                return sender.sent(out.with(other));
              }
              return !out.isOfEarlierLogin() && hasCookies(out.uri())
                  ? sender.sent(out.withoutTokens())
                  : CompletableFuture.completedFuture(sent);
            });
  }

  private boolean mayHelp(Sent sent) {
    return sent.lacksToken() && sent.mayRepeat() && !settings.isEndpoint(sent.out().uri());
  }

  /** Its cookies are held back until the answer is known to be a login. */
  CompletionStage<LoginState> logIn(String user, String password) {
    ClientRequest request = settings.login(user, password);
    return turns.next(
        unwanted -> {
          Instant asked = clock.instant();
          return endpoints
              .ask(request, null, Travel.HOME_ONLY, cookies.copy())
              .thenCompose(this::withFactor)
              .thenApply(answers -> loggedIn(answers, asked, unwanted));
        });
  }

  /**
   * The answer to a login; of one that waits for a second factor, and what comes once that is
   * there.
   */
  private CompletionStage<List<ClientResponse>> withFactor(Sent sent) {
    ClientResponse first = sent.answer();
    Body next = FactorDialog.next(first, settings.login());
    if (next == null) {
      return CompletableFuture.completedFuture(List.of(first));
    }
    ClientRequest proof = settings.posted(ClientSettings.FACTOR, next);
    return endpoints
        .ask(proof, null, Travel.HOME_ONLY, sent.out().cookies().copy())
        .thenApply(then -> List.of(first, then.answer()));
  }

  private LoginState loggedIn(
      List<ClientResponse> answers, Instant asked, BooleanSupplier unwanted) {
    Credentials shown = settings.login().shown();
    ClientResponse answer = answers.get(answers.size() - 1);
    if (!answer.isOk()) {
      throw RefusedException.by(answer);
    }
    Tokens given = shown.usesTokens() ? tokens.read(answer, asked) : null;
    Caller known = LoginAnswer.caller(answer);
    boolean byCookies = shown.usesCookies() && !answer.kept().isEmpty();
    if (given == null && (known.name().isEmpty() || !byCookies)) {
      throw RefusedException.because(LoginAnswer.missing(known, answer, shown), answer);
    }
    List<ClientResponse> kept = shown.usesCookies() ? answers : List.of();
    return changed(unwanted, () -> held.begin(known, given, kept));
  }

  /** Who proves a second factor once more is given new tokens, and the old ones end. */
  private Sent proven(Sent sent) {
    if (settings.isProof(sent.out())
        && !sent.answer().isLedHere()
        && isToThisLogin(sent.answer())) {
      taken(sent.answer());
    }
    return sent;
  }

  private boolean isToThisLogin(ClientResponse answer) {
    return answer.isOk()
        && !answer.isLedAway()
        && settings.base().isHome(answer.uri())
        && answer.login().equals(tokens.login());
  }

  private boolean taken(ClientResponse answer) {
    Credentials shown = settings.login().shown();
    boolean taken = shown.usesTokens() && held.goOnWith(answer, shown);
    if (taken) {
      csrf.forget();
    }
    return taken;
  }

  /** Goes on with what an answer has brought to who has proven more. */
  LoginState goOnWith(ClientResponse answer) {
    if (!answer.isOk()) {
      throw RefusedException.by(answer);
    }
    if (!isToThisLogin(answer)) {
      throw new IllegalArgumentException(
          "The answer is not one to the login of this client at its base address");
    }
    if (!taken(answer) && answer.shown() != null) {
      throw RefusedException.because("the answer has no accessToken", answer);
    }
    return state();
  }

  CompletionStage<LoginState> logOut() {
    return turns.next(
        unwanted -> logout.run(held).thenApply(answer -> changed(() -> false, held::end)));
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
