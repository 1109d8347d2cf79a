package dev.cloakroom.issuer;

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

  /** Blocks for 5 seconds at most, where name servers answer. */
  Document get(URI address) throws UnusableDocumentException {
    HttpResponse<byte[]> response = response(address);
    if (response.statusCode() != OK) {
      throw new UnusableDocumentException(address, "status " + response.statusCode());
    }
    return StrictJson.parseObject(response.body())
        .map(json -> new Document(json, Freshness.of(response.headers())))
        .orElseThrow(
            () -> new UnusableDocumentException(address, "it is no JSON object, or ambiguous"));
  }

  private HttpResponse<byte[]> response(URI address) throws UnusableDocumentException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(LONGEST_WAIT)
            .header("Accept", "application/json, application/jwk-set+json")
            .build();
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
