package dev.cloakroom.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.token.StrictJson;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches JSON documents over HTTP: from exactly the address that is given, without following
 * redirects, and not more than is waited and kept for. Thread-safe; who makes one ends the thread
 * that Java's client has for itself.
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
    return document(address, response(address, JSON));
  }

  /**
   * A form that is sent, and who sends it.
   *
   * @param body in the form's own encoding
   * @param authorization what the header of that name says
   */
  record Form(String body, String authorization) {
    /** There is a token in it, and a secret. */
    @Override
    public String toString() {
      return "Form[***]";
    }
  }

  /**
   * What is answered to a form, which may be sent twice: the server may have given up a connection
   * that lay unused.
   *
   * @param patience for so long it blocks at most, where name servers answer
   */
  Document post(URI address, Form form, Duration patience) throws UnusableDocumentException {
    long end = System.nanoTime() + patience.toNanos();
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("Accept", "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Authorization", form.authorization())
            .POST(BodyPublishers.ofString(form.body()))
            .build();
    HttpResponse<byte[]> response;
    try {
      response = answer(request, patience);
    } catch (LostConnectionException lost) {
      response = answer(request, Duration.ofNanos(end - System.nanoTime()));
    }
    return document(address, fine(address, response));
  }

  private static Document document(URI address, HttpResponse<byte[]> response)
      throws UnusableDocumentException {
    return StrictJson.parseObject(response.body())
        .map(json -> new Document(json, Freshness.of(response.headers())))
        .orElseThrow(
            () -> new UnusableDocumentException(address, "it is no JSON object, or ambiguous"));
  }

  private HttpResponse<byte[]> response(URI address, String accepted)
      throws UnusableDocumentException {
    HttpRequest request =
        HttpRequest.newBuilder(address).timeout(LONGEST_WAIT).header("Accept", accepted).build();
    return fine(address, answer(request, LONGEST_WAIT));
  }

  private static HttpResponse<byte[]> fine(URI address, HttpResponse<byte[]> response)
      throws UnusableDocumentException {
    if (response.statusCode() != OK) {
      throw new UnusableDocumentException(address, "status " + response.statusCode());
    }
    return response;
  }

  /** A connection that was there is gone. */
  private static final class LostConnectionException extends UnusableDocumentException {
    private static final long serialVersionUID = 1L;

    LostConnectionException(URI address, String problem) {
      super(address, problem);
    }
  }

  private HttpResponse<byte[]> answer(HttpRequest request, Duration patience)
      throws UnusableDocumentException {
    URI address = request.uri();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, info -> new BoundedBody());
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure(address, patience, e.getCause());
    } catch (TimeoutException e) {
      throw new SlowAnswerException(address, patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnusableDocumentException(address, "not fetched, since the application ends");
    } finally {
      answer.cancel(true);
    }
  }

  private static UnusableDocumentException failure(
      URI address, Duration patience, @Nullable Throwable cause) {
    if (cause instanceof HttpTimeoutException) {
      return new SlowAnswerException(address, patience);
    }
    return cause instanceof IOException && !(cause instanceof ConnectException)
        ? new LostConnectionException(address, String.valueOf(cause))
        : new UnusableDocumentException(address, String.valueOf(cause));
  }
}
