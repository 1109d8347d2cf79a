package dev.cloakroom.web;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a flat JSON object of strings and booleans. A name that comes twice refuses the whole body,
 * since two readers could take it for different things (RFC 8259, section 4); {@code null} is the
 * same as absent.
 */
final class JsonBody {
  private static final JsonProvider JSON = JsonProvider.provider();

  private JsonBody() {}

  static RequestBody parse(byte[] body) {
    try (JsonParser parser = JSON.createParser(new StringReader(utf8(body)))) {
      return parse(parser);
    } catch (CharacterCodingException notUtf8) {
      return RequestBody.malformed("The body is not UTF-8.");
    } catch (JsonException notJson) {
      return RequestBody.malformed("The body is not well-formed JSON.");
    }
  }

  private static String utf8(byte[] body) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
  }

  private static RequestBody parse(JsonParser parser) {
    if (parser.next() != Event.START_OBJECT) {
      return RequestBody.malformed("The body is not a JSON object.");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    while (parser.next() == Event.KEY_NAME) {
      String name = parser.getString();
      if (fields.containsKey(name)) {
        return RequestBody.malformed("A name occurs twice in the JSON object.");
      }
      String value = text(parser);
      if (value == null) {
        return RequestBody.malformed("A value in the JSON object is neither text nor a boolean.");
      }
      if (!isUnicode(name) || !isUnicode(value)) {
        return RequestBody.malformed("A text in the JSON object has half of a surrogate pair.");
      }
      fields.put(name, value);
    }
    // Anything after the object makes the parser throw.
    parser.hasNext();
    return new RequestBody.Fields(fields);
  }

  private static boolean isUnicode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static @Nullable String text(JsonParser parser) {
    return switch (parser.next()) {
      case VALUE_STRING -> parser.getString();
      case VALUE_TRUE -> "true";
      case VALUE_FALSE -> "false";
      case VALUE_NULL -> "";
      default -> null;
    };
  }
}
