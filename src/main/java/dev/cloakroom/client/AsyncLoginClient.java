package dev.cloakroom.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The calls of a {@link LoginClient} that do not wait: each gives a future, which fails with what
 * the other throws; with an {@code IOException} where that throws an unchecked one. It is the same
 * client: cookies, tokens and login are shared. Safe for use by several threads.
 */
public final class AsyncLoginClient {
  private final ClientLogin login;
  private volatile boolean closed;

  AsyncLoginClient(ClientLogin login) {
    this.login = login;
  }

  /** What cannot be sent fails the future, as all else does: nothing is thrown beside it. */
  private <T> CompletableFuture<T> begun(Supplier<CompletionStage<T>> call) {
    if (closed) {
      return CompletableFuture.failedFuture(new IllegalStateException("The client is closed"));
    }
    try {
      return call.get().toCompletableFuture();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** What is under way goes on. */
  void close() {
    closed = true;
  }

  /** Logs in; see {@link LoginClient#login}. */
  public CompletableFuture<LoginState> login(String user, String password) {
    return begun(() -> login.logIn(user, password));
  }

  /** Logs out; see {@link LoginClient#logout}. */
  public CompletableFuture<LoginState> logout() {
    return begun(login::logOut);
  }

  /** Goes on with a login of another client. */
  CompletableFuture<LoginState> goOnWith(ExportedLogin known) {
    return begun(() -> login.goOnWith(known));
  }

  /** Goes on with the tokens of an answer. */
  CompletableFuture<LoginState> goOnWith(ClientResponse answer) {
    return begun(() -> CompletableFuture.completedFuture(login.goOnWith(answer)));
  }

  /** Sends a request; see {@link LoginClient#send}. */
  public CompletableFuture<ClientResponse> send(ClientRequest request) {
    return begun(() -> login.send(request, CallStyle.ASYNCHRONOUS));
  }

  /** The same, but that its answer is waited for by now. */
  CompletableFuture<ClientResponse> sent(ClientRequest request) {
    return begun(() -> login.send(request, CallStyle.BLOCKING));
  }

  /** Sends a GET request. */
  public CompletableFuture<ClientResponse> get(String target) {
    return send(ClientRequest.get(target));
  }

  /** Sends a HEAD request. */
  public CompletableFuture<ClientResponse> head(String target) {
    return send(ClientRequest.of("HEAD", target));
  }

  /** Sends a POST request without a body. */
  public CompletableFuture<ClientResponse> post(String target) {
    return send(ClientRequest.of("POST", target));
  }

  /** Sends a POST request. */
  public CompletableFuture<ClientResponse> post(String target, Body body) {
    return send(ClientRequest.post(target, body));
  }

  /** Sends a PUT request. */
  public CompletableFuture<ClientResponse> put(String target, Body body) {
    return send(ClientRequest.of("PUT", target).body(body));
  }

  /** Sends a PATCH request. */
  public CompletableFuture<ClientResponse> patch(String target, Body body) {
    return send(ClientRequest.of("PATCH", target).body(body));
  }

  /** Sends a DELETE request. */
  public CompletableFuture<ClientResponse> delete(String target) {
    return send(ClientRequest.of("DELETE", target));
  }
}
