package dev.cloakroom.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** One request, header by header. */
final class WireRequest {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient client;
  private final String method;
  private final HttpRequest.Builder request;
  private BodyPublisher body = BodyPublishers.noBody();

  WireRequest(HttpClient client, String method, URI address) {
    this.client = client;
    this.method = method;
    this.request = HttpRequest.newBuilder(address).timeout(TIMEOUT);
  }

  /** Adds a header, besides others of its name. */
  WireRequest with(String name, String value) {
    request.header(name, value);
    return this;
  }

  WireRequest cookie(String header) {
    return with("Cookie", header);
  }

  WireRequest bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** As a browser does when it wants a page. */
  WireRequest acceptingHtml() {
    return with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
  }

  /** As a browser does for a script of the server's own page. */
  WireRequest fromOwnPage() {
    return with("Sec-Fetch-Site", "same-origin");
  }

  WireRequest json(JsonObject json) {
    return json(json.toString());
  }

  WireRequest json(String text) {
    return body("application/json", text.getBytes(UTF_8));
  }

  WireRequest form(String text) {
    return body("application/x-www-form-urlencoded", text.getBytes(UTF_8));
  }

  WireRequest body(String contentType, byte[] bytes) {
    body = BodyPublishers.ofByteArray(bytes);
    return with("Content-Type", contentType);
  }

  /** A body whose length is not announced. */
  WireRequest chunked(String contentType, byte[] bytes) {
    body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    return with("Content-Type", contentType);
  }

  WireAnswer send() {
    try {
      return new WireAnswer(
          client.send(request.method(method, body).build(), BodyHandlers.ofString()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", interrupted);
    }
  }
}
