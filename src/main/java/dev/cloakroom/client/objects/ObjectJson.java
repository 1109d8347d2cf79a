package dev.cloakroom.client.objects;

import java.util.Optional;
import java.util.ServiceConfigurationError;
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

  /** That of the application: Jackson of its own, else JSON-B, else the Jackson of its server. */
  static Optional<ObjectJson> ofApplication() {
    return Optional.ofNullable(Found.IT);
  }

  /** Looked for once. */
  final class Found {
    private static final @Nullable ObjectJson IT = find();

    private Found() {}

    /** A Jackson that is the server's own may lack the modules that the application needs. */
    private static @Nullable ObjectJson find() {
      Class<?> jackson = type("com.fasterxml.jackson.databind.ObjectMapper");
      if (jackson == null) {
        return byJsonb();
      }
      boolean isBeside = jackson.getClassLoader() == ObjectJson.class.getClassLoader();
      ObjectJson first = isBeside ? byJackson() : byJsonb();
      return first != null ? first : isBeside ? byJsonb() : byJackson();
    }

    /** Null where it is not whole. */
    private static @Nullable ObjectJson byJackson() {
      try {
        return new ByJackson();
      } catch (LinkageError | ServiceConfigurationError incomplete) {
        return null;
      }
    }

    private static @Nullable ObjectJson byJsonb() {
      return type("jakarta.json.bind.Jsonb") == null ? null : ByJsonb.ifImplemented();
    }

    private static @Nullable Class<?> type(String name) {
      try {
        return Class.forName(name, false, ObjectJson.class.getClassLoader());
      } catch (ClassNotFoundException | LinkageError absent) {
        return null;
      }
    }
  }
}
