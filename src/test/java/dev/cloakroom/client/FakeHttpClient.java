package dev.cloakroom.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * Answers without a network, on threads of its own: 200 to a bearer token that it does not refuse,
 * else 401, and a new one at {@code /refresh}. A machine has fewer ports than it takes calls.
 */
final class FakeHttpClient extends HttpClient {
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final AtomicInteger refreshes = new AtomicInteger();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  int refreshes() {
    return refreshes.get();
  }

  void refuse(String token) {
    refused.add("Bearer " + token);
  }

  void close() {
    threads.shutdownNow();
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    return CompletableFuture.supplyAsync(() -> answer(request, handler), threads);
  }

  private <T> HttpResponse<T> answer(HttpRequest request, BodyHandler<T> handler) {
    if (request.uri().getPath().equals("/refresh")) {
      String token = "renewed-" + refreshes.incrementAndGet();
      return new Answered<>(
          200,
          request,
          body(
              handler,
              "{\"accessToken\":\"%s\",\"refreshToken\":\"next\",\"expiresIn\":300}"
                  .formatted(token)));
    }
    String shown = request.headers().firstValue("Authorization").orElse("");
    int status = shown.isEmpty() || refused.contains(shown) ? 401 : 200;
    return new Answered<>(status, request, body(handler, ""));
  }

  private static <T> T body(BodyHandler<T> handler, String text) {
    HttpResponse.BodySubscriber<T> subscriber = handler.apply(new Info());
    subscriber.onSubscribe(
        new Subscription() {
          @Override
          public void request(long count) {
            // all comes at once
          }

          @Override
          public void cancel() {
            // nothing to stop
          }
        });
    subscriber.onNext(List.of(ByteBuffer.wrap(text.getBytes(UTF_8))));
    subscriber.onComplete();
    return subscriber.getBody().toCompletableFuture().join();
  }

  private static HttpHeaders noHeaders() {
    return HttpHeaders.of(Map.of(), (name, value) -> true);
  }

  /** What a handler may ask for before the body. */
  private static final class Info implements HttpResponse.ResponseInfo {
    @Override
    public int statusCode() {
      return 200;
    }

    @Override
    public HttpHeaders headers() {
      return noHeaders();
    }

    @Override
    public Version version() {
      return Version.HTTP_1_1;
    }
  }

  /** An answer without headers. */
  private record Answered<T>(int statusCode, HttpRequest request, T body)
      implements HttpResponse<T> {
    @Override
    public Optional<HttpResponse<T>> previousResponse() {
      return Optional.empty();
    }

    @Override
    public HttpHeaders headers() {
      return noHeaders();
    }

    @Override
    public Optional<SSLSession> sslSession() {
      return Optional.empty();
    }

    @Override
    public URI uri() {
      return request.uri();
    }

    @Override
    public Version version() {
      return Version.HTTP_1_1;
    }
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
    return answer(request, handler);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushes) {
    return sendAsync(request, handler);
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return Optional.empty();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return Optional.empty();
  }

  @Override
  public Redirect followRedirects() {
    return Redirect.NEVER;
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return Optional.empty();
  }

  @Override
  public SSLContext sslContext() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public SSLParameters sslParameters() {
    return new SSLParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return Optional.empty();
  }

  @Override
  public Version version() {
    return Version.HTTP_1_1;
  }

  @Override
  public Optional<Executor> executor() {
    return Optional.empty();
  }
}
