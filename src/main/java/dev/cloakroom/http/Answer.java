package dev.cloakroom.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer as data, written to a servlet or REST response elsewhere. Each factory sets {@code
 * Cache-Control: no-store}, because an answer of ours can carry a credential (<a
 * href="https://www.rfc-editor.org/rfc/rfc6750#section-5.3">RFC 6750 §5.3</a>), what keeps a
 * browser from reading more into it than data and other origins from using it (a script that may
 * read it by CORS is not hindered), and those headers without which its status is incomplete.
 *
 * @param headers in the order in which they are written; a name may occur more than once
 * @param body text, written as UTF-8; empty for none
 */
public record Answer(int status, List<Header> headers, String body) {

  private static final String PARTIAL_REDIRECT =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<partial-response><redirect url=\"%s\"/></partial-response>";

  private static final String OPENER_POLICY = "Cross-Origin-Opener-Policy";

  private static final List<Header> OF_EACH =
      List.of(
          new Header("Cache-Control", "no-store"),
          new Header("X-Content-Type-Options", "nosniff"),
          new Header("Referrer-Policy", "no-referrer"),
          new Header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
          new Header(OPENER_POLICY, "same-origin"),
          new Header("Cross-Origin-Resource-Policy", "same-origin"));

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  /**
   * One header. A name that is no token or a value with a control character, which could begin
   * another header, is an {@link IllegalArgumentException} whose message has the name only.
   */
  public record Header(String name, String value) {
    public Header {
      if (!Grammar.isToken(name)) {
        throw new IllegalArgumentException("A header's name must be a token (RFC 9110 §5.1)");
      }
      if (!value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 0x7f))) {
        throw new IllegalArgumentException("Header " + name + ": a control character in its value");
      }
    }

    @Override
    public String toString() {
      return name;
    }
  }

  public Answer {
    headers = List.copyOf(headers);
  }

  /** An answer without a body, such as 204. */
  public static Answer of(int status) {
    return new Answer(status, OF_EACH, "");
  }

  /** An answer with a JSON document. */
  public static Answer json(int status, String json) {
    return of(status).text("application/json", json);
  }

  /**
   * A redirect that is followed with GET (RFC 9110 §15.4.4). Who opened a window for the page that
   * it leads to is the page's affair: a browser would go by the redirect's word as well.
   */
  public static Answer seeOther(LocalTarget target) {
    return of(303).without(OPENER_POLICY).with("Location", target.value());
  }

  /**
   * A redirect of the page behind an AJAX request of Jakarta Faces, whose scripts take any other
   * status for a failure (Jakarta Faces 4.0, section 13.6).
   */
  public static Answer partialRedirect(LocalTarget target) {
    return of(200)
        .text(
            "text/xml;charset=UTF-8",
            PARTIAL_REDIRECT.formatted(
                target.value().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;")));
  }

  /**
   * A refusal. With 429 or 503 it says to try again in five seconds; see {@link #retryAfter}.
   *
   * @throws IllegalArgumentException for 401 and 405, which need a header that only their own
   *     factories can give
   */
  public static Answer of(Problem problem) {
    switch (problem.status()) {
      case 401 -> throw new IllegalArgumentException("A 401 needs a challenge: use unauthorized");
      case 405 -> throw new IllegalArgumentException("A 405 needs Allow: use methodNotAllowed");
      case 429, 503 -> {
        return problem(problem).retryAfter(RETRY_AFTER);
      }
      default -> {
        return problem(problem);
      }
    }
  }

  /** A refusal with its usual sentence, on the terms of {@link #of(Problem)}. */
  public static Answer of(Reason reason) {
    return of(Problem.of(reason));
  }

  /**
   * A 401 with its challenge (RFC 9110 §15.5.2).
   *
   * @throws IllegalArgumentException if the reason has another status
   */
  public static Answer unauthorized(Reason reason, Challenge challenge) {
    if (reason.status() != 401) {
      throw new IllegalArgumentException(reason + " has status " + reason.status() + ", not 401");
    }
    return problem(Problem.of(reason)).with("WWW-Authenticate", challenge.headerValue());
  }

  /** A 405 with the methods that are allowed (RFC 9110 §15.5.6). */
  public static Answer methodNotAllowed(Set<String> allowed) {
    return problem(Problem.of(Reason.METHOD_NOT_ALLOWED))
        .with("Allow", String.join(", ", new TreeSet<>(allowed)));
  }

  /** This answer with a header, instead of all of that name that it has. */
  public Answer with(String name, String value) {
    return without(name).adding(name, value);
  }

  /** This answer without the headers of a name. */
  public Answer without(String name) {
    List<Header> others = headers.stream().filter(h -> !h.name().equalsIgnoreCase(name)).toList();
    return new Answer(status, others, body);
  }

  /** This answer with a header, besides those of that name that it has. */
  public Answer adding(String name, String value) {
    Header header = new Header(name, value);
    return new Answer(status, Stream.concat(headers.stream(), Stream.of(header)).toList(), body);
  }

  /** This answer with a cookie. */
  public Answer adding(SetCookie cookie) {
    return adding("Set-Cookie", cookie.headerValue());
  }

  /** This answer with the time until another try makes sense, rounded up to at least one second. */
  public Answer retryAfter(Duration wait) {
    return with("Retry-After", Long.toString(seconds(wait)));
  }

  /** A wait in whole seconds, rounded up to at least one. */
  public static long seconds(Duration wait) {
    return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
  }

  /** This answer with a text of a media type, as UTF-8. */
  public Answer text(String mediaType, String text) {
    return new Answer(status, headers, text).with("Content-Type", mediaType);
  }

  /** The first value of a header, or null. */
  public @Nullable String header(String name) {
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        return header.value();
      }
    }
    return null;
  }

  /** The body as it is written. */
  public byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /** Status and names of headers only: values and body can be secrets. */
  @Override
  public String toString() {
    return "Answer[" + status + " " + headers + "]";
  }

  private static Answer problem(Problem problem) {
    return of(problem.status()).text(Problem.CONTENT_TYPE, problem.json());
  }
}
