package dev.cloakroom.client.objects;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes JSON of objects, and objects of JSON. Members that a class does not have are passed over.
 * Safe for use by several threads.
 */
public interface ObjectJson {

  /**
   * An object of this class.
   *
   * @throws IllegalArgumentException if the text is no JSON, or none of such an object
   */
  <T> T read(String json, Class<T> type);

  /**
   * A JSON document.
   *
   * @throws IllegalArgumentException if the object cannot be written
   */
  String write(Object object);

  /** That of the application: Jackson before JSON-B; empty if it has neither. */
  static Optional<ObjectJson> ofApplication() {
    return Optional.ofNullable(Found.IT);
  }

  /** Looked for once. */
  final class Found {
    private static final @Nullable ObjectJson IT = find();

    private Found() {}

    private static @Nullable ObjectJson find() {
      if (isThere("com.fasterxml.jackson.databind.ObjectMapper")) {
        return new ByJackson();
      }
      return isThere("jakarta.json.bind.Jsonb") ? ByJsonb.ifImplemented() : null;
    }

    private static boolean isThere(String type) {
      try {
        Class.forName(type, false, ObjectJson.class.getClassLoader());
        return true;
      } catch (ClassNotFoundException | LinkageError absent) {
        return false;
      }
    }
  }
}
