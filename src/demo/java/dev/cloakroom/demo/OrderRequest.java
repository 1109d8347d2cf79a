package dev.cloakroom.demo;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants to order.
 *
 * @param item 1 to 100 characters, not all blank
 * @param quantity 1 to 100
 */
record OrderRequest(String item, int quantity) {

  private static final int LONGEST_ITEM = 100;
  private static final BigDecimal LARGEST_QUANTITY = BigDecimal.valueOf(100);

  /**
   * Reads {@code {"item": …, "quantity": …}}.
   *
   * @throws InvalidOrderException if the text is anything else; the message says what to send
   */
  static OrderRequest parse(String body) {
    if (!(read(body) instanceof JsonObject json)) {
      throw new InvalidOrderException(
          "The body must be a JSON object such as {\"item\": \"umbrella\", \"quantity\": 1}.");
    }
    return new OrderRequest(item(json.get("item")), quantity(json.get("quantity")));
  }

  private static JsonValue read(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readValue();
    } catch (JsonException malformed) {
      return JsonValue.NULL;
    }
  }

  private static String item(@Nullable JsonValue value) {
    if (value instanceof JsonString text
        && !text.getString().isBlank()
        && text.getString().length() <= LONGEST_ITEM) {
      return text.getString();
    }
    throw new InvalidOrderException(
        "\"item\" must be a text of 1 to 100 characters that is not blank.");
  }

  private static int quantity(@Nullable JsonValue value) {
    if (value instanceof JsonNumber number && isQuantity(number.bigDecimalValue())) {
      return number.intValue();
    }
    throw new InvalidOrderException("\"quantity\" must be a whole number from 1 to 100.");
  }

  // The range comes first: it keeps an exponent such as 1e999999999 from being written out.
  private static boolean isQuantity(BigDecimal number) {
    return number.compareTo(BigDecimal.ONE) >= 0
        && number.compareTo(LARGEST_QUANTITY) <= 0
        && number.stripTrailingZeros().scale() <= 0;
  }
}
