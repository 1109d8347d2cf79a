package dev.cloakroom.client;

import java.net.http.HttpRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request as it was sent, for people: which cookies and tokens went with it, and none of them.
 * Immutable.
 */
public final class SentRequest {

  /** As it is: what people see of it is masked when they look, which hardly anybody does. */
  private final HttpRequest sent;

  private SentRequest(HttpRequest sent) {
    this.sent = sent;
  }

  static SentRequest of(HttpRequest sent) {
    return new SentRequest(sent);
  }

  /** The method, in capitals. */
  public String method() {
    return sent.method();
  }

  /** The address, with each value in its query masked. */
  public String address() {
    return Masked.target(sent.uri());
  }

  /**
   * The headers by their names, in any case: of cookies and an {@code Authorization} one sees that
   * they were sent, of others the value if they can hold no secret.
   */
  public Map<String, List<String>> headers() {
    Map<String, List<String>> masked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sent.headers()
        .map()
        .forEach(
            (name, values) ->
                masked.put(name, values.stream().map(v -> Masked.header(name, v)).toList()));
    return Collections.unmodifiableMap(masked);
  }

  /**
   * The request as a line for a shell. Secrets are variables, which whoever runs it sets: {@code
   * $COOKIE}, {@code $AUTHORIZATION}, {@code $X_CSRF_TOKEN}, {@code $BODY}; masked values of the
   * query are to be filled in.
   */
  public String curl() {
    String options =
        headers().entrySet().stream()
            .flatMap(header -> header.getValue().stream().map(v -> option(header.getKey(), v)))
            .collect(Collectors.joining());
    boolean withBody = sent.bodyPublisher().filter(body -> body.contentLength() != 0).isPresent();
    String body = withBody ? " --data-binary \"$BODY\"" : "";
    String asked = method().equals("HEAD") ? " -I" : " -X " + word(method());
    return "curl -s" + asked + " '" + address().replace("'", "%27") + "'" + options + body;
  }

  /** A name of a method or a header may have characters of which a shell makes something else. */
  private static String word(String name) {
    return name.matches("[A-Za-z0-9-]+") ? name : quoted(name);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String option(String name, String masked) {
    String variable = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return masked.contains(Masked.MASK)
        ? " -H " + quoted(name + ": ") + "\"$" + variable + "\""
        : " -H " + quoted(name + ": " + masked);
  }

  /** Method and address, and what went with them, masked. */
  @Override
  public String toString() {
    return method() + " " + address() + " " + headers();
  }
}
