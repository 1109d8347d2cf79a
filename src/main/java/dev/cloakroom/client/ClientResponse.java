package dev.cloakroom.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.client.Outgoing.Travel;
import dev.cloakroom.http.MediaType;
import dev.cloakroom.http.Problem;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer, at the end of the redirects that led to it. Its body is in memory. Immutable, but for
 * the array that {@link #bytes()} gives.
 */
public final class ClientResponse {
  private final List<Hop> hops;
  private final Instant received;

  ClientResponse(List<Hop> hops, Instant received) {
    this.hops = List.copyOf(hops);
    this.received = received;
  }

  private Hop last() {
    return hops.get(hops.size() - 1);
  }

  /** The HTTP status. */
  public int status() {
    return last().answer().statusCode();
  }

  /** Whether the status is one of success (200 to 299). */
  public boolean isOk() {
    return status() >= 200 && status() < 300;
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return last().answer().headers().firstValue(name);
  }

  /** All headers as the server sent them, cookies included. */
  public Map<String, List<String>> headers() {
    return last().answer().headers().map();
  }

  /** The address that gave the answer. */
  public URI uri() {
    return last().answer().uri();
  }

  /** The body. */
  public byte[] bytes() {
    return last().answer().body();
  }

  /** The body as text, in the charset that the answer names, or UTF-8. */
  public String text() {
    return new String(bytes(), charset());
  }

  private Charset charset() {
    String type = header("Content-Type").orElse("");
    if (type.indexOf(';') < 0) {
      return UTF_8;
    }
    String named = contentType().map(MediaType::charset).orElse(null);
    try {
      return named == null ? UTF_8 : Charset.forName(named);
    } catch (IllegalArgumentException e) {
      return UTF_8;
    }
  }

  private Optional<MediaType> contentType() {
    return MediaType.parse(header("Content-Type").orElse(null));
  }

  /**
   * The body as a JSON object: texts, numbers, truth values, lists, maps and null.
   *
   * @throws IllegalStateException if it is none
   */
  public Map<String, Object> json() {
    return Json.read(text()).orElseThrow(() -> isNo("JSON object", null));
  }

  /**
   * The body as a JSON array of the same.
   *
   * @throws IllegalStateException if it is none
   */
  public List<Object> jsonList() {
    return Json.readList(text()).orElseThrow(() -> isNo("JSON array", null));
  }

  /**
   * The body as an object of a class, such as a record, or {@code Order[].class} for a JSON array:
   * by Jackson or JSON-B, whichever the application has. Members that the class lacks are passed
   * over.
   *
   * @throws IllegalStateException if it is no JSON of such an object, or the application has
   *     neither
   */
  public <T> T json(Class<T> type) {
    try {
      return Json.ofObjects().read(text(), type);
    } catch (IllegalArgumentException e) {
      throw isNo("JSON of " + type.getName(), e);
    }
  }

  private IllegalStateException isNo(String wanted, @Nullable Throwable cause) {
    String type = header("Content-Type").orElse("absent");
    return new IllegalStateException(
        "The answer is no " + wanted + ": status " + status() + ", Content-Type " + type, cause);
  }

  /**
   * The cookies that this answer, and the redirects that led to it, have set: names and values, the
   * last of a name; whether the client keeps them is another question. Those that were ended are
   * not among them.
   */
  public Map<String, String> cookies() {
    Map<String, String> cookies = new LinkedHashMap<>();
    for (Hop hop : hops) {
      for (String header : hop.setCookies()) {
        ReceivedCookie.parse(header, received).ifPresent(cookie -> put(cookies, cookie));
      }
    }
    return cookies;
  }

  private void put(Map<String, String> cookies, ReceivedCookie cookie) {
    Instant end = cookie.expires();
    if (end == null || end.isAfter(received)) {
      cookies.put(cookie.name(), cookie.value());
    } else {
      cookies.remove(cookie.name());
    }
  }

  /** Why it was refused, such as {@code token-expired}, if the server says so (RFC 9457). */
  public Optional<String> reason() {
    return problem("reason");
  }

  /** Why it was refused, in a sentence, if the server says so (RFC 9457). */
  public Optional<String> detail() {
    return problem("detail");
  }

  private Optional<String> problem(String member) {
    return contentType().filter(type -> type.essence().equals(Problem.CONTENT_TYPE)).stream()
        .flatMap(type -> Json.read(text()).stream())
        .flatMap(json -> Optional.ofNullable(Json.text(json, member)).stream())
        .findFirst();
  }

  /** How long the server asks to wait before the next try, in whole seconds or until a date. */
  public Optional<Duration> retryAfter() {
    return header("Retry-After").flatMap(this::wait);
  }

  private Optional<Duration> wait(String text) {
    if (text.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant until = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
      Duration wait = Duration.between(received, until);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The request that was answered, masked: what it carried of the login. */
  public SentRequest request() {
    return last().sent();
  }

  /** All requests on the way here, masked, the first first. */
  public List<SentRequest> requests() {
    return hops.stream().map(Hop::sent).toList();
  }

  /** The names of the cookies that the client has kept on the way here, and not ended. */
  Set<String> kept() {
    Set<String> kept = new HashSet<>();
    hops.forEach(hop -> kept.addAll(hop.kept()));
    kept.retainAll(cookies().keySet());
    return kept;
  }

  /** Keeps the cookies of this answer, and of the redirects that led to it. */
  void keepCookiesIn(ClientCookies cookies) {
    hops.forEach(hop -> cookies.keep(hop.out().uri(), hop.answer()));
  }

  /** When the request was begun that was answered. */
  Epoch login() {
    return last().out().held().login();
  }

  /** Whether another origin has led here. */
  boolean isLedAway() {
    return last().out().travel() == Travel.AWAY;
  }

  Instant received() {
    return received;
  }

  /** The tokens that the last request has shown; null for none. */
  @Nullable Tokens shown() {
    return last().shown();
  }

  boolean isLedHere() {
    return hops.size() > 1;
  }

  /** The status and the request, masked. */
  @Override
  public String toString() {
    return status()
        + reason().map(reason -> " " + Masked.line(reason)).orElse("")
        + " for "
        + request();
  }
}
