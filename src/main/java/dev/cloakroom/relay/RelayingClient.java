package dev.cloakroom.relay;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * A client that sends each request by another one, and with it whoever the calling thread works
 * for. As thread-safe as the other.
 */
public final class RelayingClient extends HttpClient {
  private static final String AUTHORIZATION = "Authorization";

  private final HttpClient client;
  private final Function<URI, Optional<String>> authorization;

  /**
   * Sends by this client.
   *
   * @param authorization what to send to an address
   * @throws IllegalArgumentException if the client follows redirects
   */
  public RelayingClient(HttpClient client, Function<URI, Optional<String>> authorization) {
    if (client.followRedirects() != Redirect.NEVER) {
      throw new IllegalArgumentException(
          "A client that passes callers on must not follow redirects, which would take their access"
              + " tokens to wherever a service leads: build it with Redirect.NEVER.");
    }
    this.client = client;
    this.authorization = authorization;
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    return client.send(withCaller(request), handler);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    return client.sendAsync(withCaller(request), handler);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushes) {
    return client.sendAsync(withCaller(request), handler, pushes);
  }

  private HttpRequest withCaller(HttpRequest request) {
    if (request.headers().firstValue(AUTHORIZATION).isPresent()) {
      return request;
    }
    return authorization.apply(request.uri()).map(value -> with(request, value)).orElse(request);
  }

  private static HttpRequest with(HttpRequest request, String value) {
    return HttpRequest.newBuilder(request, (name, given) -> true)
        .header(AUTHORIZATION, value)
        .build();
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return client.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return client.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return client.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return client.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return client.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return client.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return client.authenticator();
  }

  @Override
  public Version version() {
    return client.version();
  }

  @Override
  public Optional<Executor> executor() {
    return client.executor();
  }

  @Override
  public WebSocket.Builder newWebSocketBuilder() {
    return client.newWebSocketBuilder();
  }
}
