package dev.cloakroom.scope;

import dev.cloakroom.store.BeanState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form in which what a bean holds is kept: each field's name and value, by Java serialization
 * among allowed types. Safe for use by several threads.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/serialization/index.html">Java
 *     Object Serialization Specification</a>
 */
final class StateCodec {
  private static final int TYPICAL_SIZE = 512;

  private final AllowedTypes types;

  StateCodec(AllowedTypes types) {
    this.types = types;
  }

  /** What an instance holds. */
  <T> BeanState encode(BeanForm<T> form, T instance) throws UnkeepableStateException {
    Map<String, @Nullable Object> values = form.valuesOf(instance);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_SIZE);
    String field = "";
    try (StateWriter out = new StateWriter(bytes, types)) {
      out.writeInt(values.size());
      for (Map.Entry<String, @Nullable Object> value : values.entrySet()) {
        field = value.getKey();
        out.writeUTF(field);
        out.writeObject(value.getValue());
      }
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw unkeepable(form, field, e.getMessage(), e);
    }
    return BeanState.of(bytes.toByteArray());
  }

  private static UnkeepableStateException unkeepable(
      BeanForm<?> form, String field, @Nullable String why, Throwable cause) {
    return new UnkeepableStateException(
        "What @LoginScoped "
            + form.name()
            + " holds in its field "
            + field
            + " cannot be kept: "
            + why
            + ". Name the type in the field's declaration or in cloakroom.login-scoped.types, or"
            + " make the field transient.",
        cause);
  }

  /**
   * What an earlier instance held, each by its field's name.
   *
   * @throws IOException if it is of types that are not allowed, or cannot be read for another
   *     reason, such as that a class or the type of a field has changed
   */
  Map<String, @Nullable Object> decode(BeanForm<?> form, BeanState state) throws IOException {
    try (StateReader in = new StateReader(state.open(), state.size(), types, form.loader())) {
      Map<String, @Nullable Object> values = new HashMap<>();
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        values.put(in.readUTF(), in.readObject());
      }
      check(form, values);
      return values;
    } catch (ClassNotFoundException | RuntimeException | LinkageError | StackOverflowError e) {
      throw new IOException(e);
    }
  }

  private static void check(BeanForm<?> form, Map<String, @Nullable Object> values)
      throws IOException {
    for (StateField field : form.fields()) {
      if (values.containsKey(field.name()) && !field.takes(values.get(field.name()))) {
        throw new IOException("the field " + field.name() + " is of another type now");
      }
    }
  }
}
