package dev.cloakroom.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.token.StrictJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches JSON documents over HTTP: from exactly the address that is given, without following
 * redirects, and not more than is waited and kept for. For one fetch by one thread; who starts it
 * ends the thread that Java's client has for itself.
 */
final class HttpDocuments {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final int OK = 200;
  private static final String JSON = "application/json, application/jwk-set+json";

  private final HttpClient client;

  HttpDocuments() {
    this(HttpClient.newBuilder());
  }

  /** For certificates that only some trust. */
  HttpDocuments(HttpClient.Builder builder) {
    client =
        builder
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(LONGEST_WAIT)
            // no threads besides the one that the client has for itself
            .executor(Runnable::run)
            .build();
  }

  /**
   * A document.
   *
   * @param json its members, as {@link StrictJson} reads them
   * @param freshFor how long it need not be fetched again
   */
  record Document(Map<String, Object> json, Duration freshFor) {}

  /**
   * A document that need not be JSON.
   *
   * @param freshFor how long it need not be fetched again
   */
  record Text(String text, Duration freshFor) {}

  /** Blocks for 5 seconds at most, where name servers answer. */
  Text text(URI address) throws UnusableDocumentException {
    HttpResponse<byte[]> response = response(address, JSON + ", */*;q=0.1");
    return new Text(new String(response.body(), UTF_8), Freshness.of(response.headers()));
  }

  /** Blocks for 5 seconds at most, where name servers answer. */
  Document get(URI address) throws UnusableDocumentException {
    HttpResponse<byte[]> response = response(address, JSON);
    return StrictJson.parseObject(response.body())
        .map(json -> new Document(json, Freshness.of(response.headers())))
        .orElseThrow(
            () -> new UnusableDocumentException(address, "it is no JSON object, or ambiguous"));
  }

  private HttpResponse<byte[]> response(URI address, String accepted)
      throws UnusableDocumentException {
    HttpResponse<byte[]> response = answer(address, accepted);
    if (response.statusCode() != OK) {
      throw new UnusableDocumentException(address, "status " + response.statusCode());
    }
    return response;
  }

  private HttpResponse<byte[]> answer(URI address, String accepted)
      throws UnusableDocumentException {
    HttpRequest request =
        HttpRequest.newBuilder(address).timeout(LONGEST_WAIT).header("Accept", accepted).build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, info -> new BoundedBody());
    try {
      return answer.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new UnusableDocumentException(address, String.valueOf(e.getCause()));
    } catch (TimeoutException e) {
      throw new UnusableDocumentException(address, "no answer within " + LONGEST_WAIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnusableDocumentException(address, "not fetched, since the application ends");
    } finally {
      answer.cancel(true);
    }
  }
}
