package dev.cloakroom.demo;

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
record OrderRequest(String item, int quantity) implements SentOrder {

  private static final int LONGEST_ITEM = 100;
  private static final BigDecimal LARGEST_QUANTITY = BigDecimal.valueOf(100);

  /** Reads {@code {"item": …, "quantity": …}}. */
  static SentOrder parse(String body) {
    if (!(read(body) instanceof JsonObject json)) {
      return new Invalid(
          "The body must be a JSON object such as {\"item\": \"umbrella\", \"quantity\": 1}.");
    }
    if (!isItem(json.get("item"))) {
      return new Invalid("\"item\" must be a text of 1 to 100 characters that is not blank.");
    }
    if (!isQuantity(json.get("quantity"))) {
      return new Invalid("\"quantity\" must be a whole number from 1 to 100.");
    }
    return new OrderRequest(json.getString("item"), json.getInt("quantity"));
  }

  private static JsonValue read(String body) {
    try (JsonReader reader = JsonFactories.READERS.createReader(new StringReader(body))) {
      return reader.readValue();
    } catch (JsonException malformed) {
      return JsonValue.NULL;
    }
  }

  private static boolean isItem(@Nullable JsonValue value) {
    return value instanceof JsonString text
        && !text.getString().isBlank()
        && text.getString().length() <= LONGEST_ITEM;
  }

  // The range comes first: it keeps an exponent such as 1e999999999 from being written out.
  private static boolean isQuantity(@Nullable JsonValue value) {
    return value instanceof JsonNumber number
        && number.bigDecimalValue().compareTo(BigDecimal.ONE) >= 0
        && number.bigDecimalValue().compareTo(LARGEST_QUANTITY) <= 0
        && number.isIntegral();
  }
}
