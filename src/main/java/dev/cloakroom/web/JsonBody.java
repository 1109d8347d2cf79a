package dev.cloakroom.web;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

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
    Set<String> names = new HashSet<>();
    while (parser.next() == Event.KEY_NAME) {
      String name = parser.getString();
      if (!names.add(name)) {
        return RequestBody.malformed("A name occurs twice in the JSON object.");
      }
      if (!read(name, parser, fields)) {
        return RequestBody.malformed("A value in the JSON object is neither text nor a boolean.");
      }
    }
    if (!fields.entrySet().stream().allMatch(JsonBody::isUnicode)) {
      return RequestBody.malformed("A text in the JSON object has half of a surrogate pair.");
    }
    // Anything after the object makes the parser throw.
    parser.hasNext();
    return new RequestBody.Fields(fields);
  }

  private static boolean isUnicode(Map.Entry<String, String> field) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(field.getKey() + " " + field.getValue());
  }

  /** Whether the value is of a kind that is read. */
  private static boolean read(String name, JsonParser parser, Map<String, String> fields) {
    switch (parser.next()) {
      case VALUE_STRING -> fields.put(name, parser.getString());
      case VALUE_TRUE -> fields.put(name, "true");
      case VALUE_FALSE -> fields.put(name, "false");
      case VALUE_NULL -> {}
      default -> {
        return false;
      }
    }
    return true;
  }
}
