package dev.cloakroom.mpjwt;

import dev.cloakroom.token.VerifiedToken;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The values of {@link VerifiedToken#claims} as Jakarta JSON-P has them. */
final class JsonValues {
  private static final JsonProvider JSON = JsonProvider.provider();

  private JsonValues() {}

  static JsonValue of(Object value) {
    if (value instanceof String text) {
      return JSON.createValue(text);
    }
    if (value instanceof Boolean truth) {
      return truth ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof List<?> elements) {
      return array(elements);
    }
    return value instanceof Map<?, ?> members ? object(members) : JsonValue.NULL;
  }

  private static JsonValue number(Number number) {
    return number instanceof BigDecimal decimal
        ? JSON.createValue(decimal)
        : JSON.createValue(number.longValue());
  }

  private static JsonValue array(List<?> elements) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    elements.forEach(element -> array.add(of(element)));
    return array.build();
  }

  private static JsonValue object(Map<?, ?> members) {
    JsonObjectBuilder object = JSON.createObjectBuilder();
    members.forEach((name, value) -> object.add((String) name, of(value)));
    return object.build();
  }
}
