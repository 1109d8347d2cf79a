package dev.cloakroom.client;

import dev.cloakroom.http.Answer.Header;
import dev.cloakroom.http.Grammar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request, before anything of a login is added. Immutable: each method gives a changed copy.
 *
 * @param method in capitals
 * @param target a path below the client's base address, such as {@code /orders?open=true}, or a
 *     whole address
 * @param headers beside those of the client
 * @param cookies for this request alone; they win over those that the client keeps
 */
public record ClientRequest(
    String method,
    String target,
    List<Header> headers,
    Map<String, String> cookies,
    @Nullable Body body) {

  /** Checks what cannot be sent. */
  public ClientRequest {
    require(Grammar.isToken(method), "The method is none");
    headers =
        headers.isEmpty()
            ? List.of()
            : headers.stream().map(h -> GivenHeader.of(h.name(), h.value())).toList();
    cookies =
        cookies.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(cookies));
    cookies.forEach(CookieText::check);
  }

  /** A request of any method. */
  public static ClientRequest of(String method, String target) {
    return new ClientRequest(method.toUpperCase(Locale.ROOT), target, List.of(), Map.of(), null);
  }

  /** A GET request. */
  public static ClientRequest get(String target) {
    return of("GET", target);
  }

  /** A POST request. */
  public static ClientRequest post(String target, Body body) {
    return of("POST", target).body(body);
  }

  /** With a header, beside those of its name that it has. */
  public ClientRequest header(String name, String value) {
    List<Header> more =
        Stream.concat(headers.stream(), Stream.of(GivenHeader.of(name, value))).toList();
    return new ClientRequest(method, target, more, cookies, body);
  }

  /** With a cookie for this request alone. */
  public ClientRequest cookie(String name, String value) {
    return cookies(Map.of(name, value));
  }

  /** With cookies for this request alone. */
  public ClientRequest cookies(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(cookies);
    all.putAll(more);
    return new ClientRequest(method, target, headers, all, body);
  }

  /** With a body; null for none. */
  public ClientRequest body(@Nullable Body sent) {
    return new ClientRequest(method, target, headers, cookies, sent);
  }

  boolean isRepeatable() {
    return body == null || body.isRepeatable();
  }

  /** Whether it asks for nothing to be changed (RFC 9110 §9.2.1). */
  boolean isSafe() {
    return switch (method) {
      case "GET", "HEAD", "OPTIONS", "TRACE" -> true;
      default -> false;
    };
  }

  /** Whether sending it twice does what sending it once does (RFC 9110 §9.2.2). */
  boolean isIdempotent() {
    return isSafe() || method.equals("PUT") || method.equals("DELETE");
  }

  /** Method and path only: query, headers, cookies and body can be secrets. */
  @Override
  public String toString() {
    return method + " " + Masked.target(target);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
