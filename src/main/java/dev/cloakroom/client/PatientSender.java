package dev.cloakroom.client;

import dev.cloakroom.client.Outgoing.Travel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Comes again when a server says so by {@code Retry-After} (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110 §10.2.3</a>), as long as
 * all waits of a call together do not take longer than is set. After 429 (RFC 6585) any request
 * that can be sent again, after 503 only one that may have been carried out already: idempotent
 * ones, and those of a login, but not a refresh: its token is good once. None is repeated when
 * somebody else has logged in meanwhile. Safe for use by several threads.
 */
final class PatientSender {
  private static final Duration LEAST = Duration.ofSeconds(1);

  private final RedirectFollower sender;
  private final Duration patience;
  private final Pause pause;

  PatientSender(RedirectFollower sender, Duration patience, Pause pause) {
    this.sender = sender;
    this.patience = patience;
    this.pause = pause;
  }

  CompletionStage<ClientResponse> send(Outgoing out) {
    return send(out, patience);
  }

  /** The same, with what was sent. */
  CompletionStage<Sent> sent(Outgoing out) {
    return send(out).thenApply(answer -> new Sent(out, answer));
  }

  private CompletionStage<ClientResponse> send(Outgoing out, Duration left) {
    return sender
        .send(out)
        .thenCompose(
            answer -> {
              Optional<Duration> wait = wait(out, answer).filter(w -> w.compareTo(left) <= 0);
              return wait.isEmpty()
                  ? CompletableFuture.completedFuture(answer)
                  : out.style()
                      .reached(pause.of(wait.get()))
                      .thenCompose(
                          done ->
                              out.isOfEarlierLogin()
                                  ? CompletableFuture.completedFuture(answer)
                                  : send(out, left.minus(wait.get())));
            });
  }

  private static Optional<Duration> wait(Outgoing out, ClientResponse answer) {
    return mayRepeat(out, answer)
        ? answer.retryAfter().map(wait -> wait.compareTo(LEAST) < 0 ? LEAST : wait)
        : Optional.empty();
  }

  private static boolean mayRepeat(Outgoing out, ClientResponse answer) {
    ClientRequest request = out.request();
    boolean harmless = request.isIdempotent() || out.travel() == Travel.HOME_ONLY;
    return out.travel() != Travel.NOWHERE
        && !out.isOfEarlierLogin()
        && request.isRepeatable()
        && (request.isSafe() || !answer.isLedHere())
        && (answer.status() == 429 || (answer.status() == 503 && harmless));
  }
}
