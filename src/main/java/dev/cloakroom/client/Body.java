package dev.cloakroom.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a request sends, and of what type. All but {@link #once} can be sent again, as after a
 * refresh. Safe for use by several threads.
 */
public final class Body {
  private final String contentType;
  private final boolean repeatable;
  private final Supplier<BodyPublisher> publishers;

  private Body(String contentType, boolean repeatable, Supplier<BodyPublisher> publishers) {
    this.contentType = contentType;
    this.repeatable = repeatable;
    this.publishers = publishers;
  }

  /** A JSON document, as {@code application/json}. */
  public static Body json(String document) {
    return bytes("application/json", document.getBytes(UTF_8));
  }

  /** A JSON object of texts, numbers, truth values, lists and maps. */
  public static Body json(Map<String, ?> object) {
    return json(Json.write(object));
  }

  /** A JSON array of the same. */
  public static Body json(List<?> list) {
    return json(Json.write(list));
  }

  /**
   * An object as JSON, such as a record or an array of them: by Jackson or JSON-B, whichever the
   * application has.
   *
   * @throws IllegalArgumentException if it cannot be written
   * @throws IllegalStateException if the application has neither
   */
  public static Body jsonOf(Object object) {
    return json(Json.ofObjects().write(object));
  }

  /** A form, as {@code application/x-www-form-urlencoded} in UTF-8. */
  public static Body form(Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return bytes("application/x-www-form-urlencoded", form.getBytes(UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** A plain text in UTF-8. */
  public static Body text(String text) {
    return bytes("text/plain;charset=utf-8", text.getBytes(UTF_8));
  }

  /** Bytes of a type; they are copied. */
  public static Body bytes(String contentType, byte[] bytes) {
    byte[] copy = bytes.clone();
    return new Body(contentType, true, () -> BodyPublishers.ofByteArray(copy));
  }

  /**
   * A stream, which is read once: a request with it is never repeated, by nobody. Sending it a
   * second time fails.
   */
  public static Body once(String contentType, InputStream stream) {
    AtomicBoolean sent = new AtomicBoolean();
    return new Body(
        contentType,
        false,
        () -> {
          if (sent.getAndSet(true)) {
            throw new IllegalStateException("A body of Body.once was sent already; make a new one");
          }
          return BodyPublishers.ofInputStream(() -> stream);
        });
  }

  String contentType() {
    return contentType;
  }

  boolean isRepeatable() {
    return repeatable;
  }

  BodyPublisher publisher() {
    return publishers.get();
  }

  /** Its type only: a body may hold a password. */
  @Override
  public String toString() {
    return "Body[" + contentType + "]";
  }
}
