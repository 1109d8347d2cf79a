package dev.cloakroom.client;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.cloakroom.client.objects.ObjectJson;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON objects as maps, by the reader that the JAR brings with it for tokens. */
final class Json {

  private Json() {}

  /** An object with its members; empty if the text is none. */
  static Optional<Map<String, Object>> read(String text) {
    try {
      return Optional.ofNullable(JSONObjectUtils.parse(text));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  /** A list of values; empty if the text is none. */
  static Optional<List<Object>> readList(String text) {
    try {
      return Optional.ofNullable(JSONArrayUtils.parse(text));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  static String write(Map<String, ?> object) {
    return JSONObjectUtils.toJSONString(object);
  }

  static String write(List<?> list) {
    return JSONArrayUtils.toJSONString(list);
  }

  /**
   * What makes JSON of objects.
   *
   * @throws IllegalStateException if the application has nothing that does
   */
  static ObjectJson ofObjects() {
    return ObjectJson.ofApplication()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Neither Jackson nor JSON-B is there for objects: use maps, json(), or texts,"
                        + " text()"));
  }

  /** A member that is a text; null if there is none. */
  static @Nullable String text(Map<String, Object> object, String name) {
    return object.get(name) instanceof String text ? text : null;
  }

  /** A member that is an object; one without members if there is none. */
  @SuppressWarnings("unchecked") // the reader makes maps with texts as keys
  static Map<String, Object> object(Map<String, Object> object, String name) {
    return object.get(name) instanceof Map<?, ?> inner ? (Map<String, Object>) inner : Map.of();
  }
}
