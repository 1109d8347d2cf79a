package dev.cloakroom.client.objects;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import org.jspecify.annotations.Nullable;

/** JSON-B, which an application server has. */
final class ByJsonb implements ObjectJson {
  private final Jsonb jsonb;

  private ByJsonb(Jsonb jsonb) {
    this.jsonb = jsonb;
  }

  /** Null if there is the API alone. */
  static @Nullable ByJsonb ifImplemented() {
    try {
      return new ByJsonb(JsonbBuilder.create());
    } catch (JsonbException | ServiceConfigurationError without) {
      return null;
    }
  }

  @Override
  public <T> T read(String json, Class<T> type) {
    try {
      return Objects.requireNonNull(jsonb.fromJson(json, type), "null");
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("No JSON of " + type.getName(), e);
    }
  }

  @Override
  public String write(Object object) {
    try {
      return jsonb.toJson(object);
    } catch (JsonbException e) {
      throw new IllegalArgumentException("No JSON of " + object.getClass().getName(), e);
    }
  }
}
