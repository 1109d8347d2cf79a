package dev.cloakroom.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the JSON objects of a token (<a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>)
 * and refuses whatever two parsers could read differently: a repeated name at any depth, malformed
 * UTF-8, half of a surrogate pair, anything after the object, and what only some parsers take.
 *
 * <p>Our own, because the servers bring different parsers that agree on none of this. Objects
 * become maps, arrays lists, numbers {@code Long} or {@code BigDecimal}, null {@link JsonNull}; all
 * immutable. For one text only.
 */
public final class StrictJson {
  /** Levels of objects and arrays, the outermost included. */
  static final int MAX_DEPTH = 16;

  /** So many characters always fit. */
  private static final int MAX_LONG_LENGTH = 18;

  private final JsonScanner in;
  private int depth;

  private StrictJson(String text) {
    in = new JsonScanner(text);
  }

  /** Returns the members of the object that this is, or empty when it is not exactly that. */
  public static Optional<Map<String, Object>> parseObject(byte[] utf8) {
    try {
      return Optional.of(new StrictJson(decode(utf8)).document());
    } catch (CharacterCodingException | MalformedJsonException e) {
      return Optional.empty();
    }
  }

  private static String decode(byte[] utf8) throws CharacterCodingException {
    // a new decoder reports malformed input; String's constructor would replace it
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
  }

  private Map<String, Object> document() throws MalformedJsonException {
    in.skipSpace();
    in.expect('{');
    Map<String, Object> members = object();
    in.skipSpace();
    in.expectEnd();
    return members;
  }

  private Object value() throws MalformedJsonException {
    in.skipSpace();
    return switch (in.peek()) {
      case '{' -> {
        in.expect('{');
        yield object();
      }
      case '[' -> {
        in.expect('[');
        yield array();
      }
      case '"' -> in.string();
      case 't' -> in.literal("true", true);
      case 'f' -> in.literal("false", false);
      case 'n' -> in.literal("null", JsonNull.NULL);
      default -> number(in.number());
    };
  }

  private Map<String, Object> object() throws MalformedJsonException {
    enter();
    Map<String, Object> members = new LinkedHashMap<>();
    in.skipSpace();
    if (!in.accept('}')) {
      do {
        member(members);
      } while (in.accept(','));
      in.expect('}');
    }
    depth--;
    return Collections.unmodifiableMap(members);
  }

  private void member(Map<String, Object> members) throws MalformedJsonException {
    in.skipSpace();
    String name = in.string();
    in.skipSpace();
    in.expect(':');
    if (members.put(name, value()) != null) {
      throw new MalformedJsonException();
    }
    in.skipSpace();
  }

  private List<Object> array() throws MalformedJsonException {
    enter();
    List<Object> elements = new ArrayList<>();
    in.skipSpace();
    if (!in.accept(']')) {
      do {
        elements.add(value());
        in.skipSpace();
      } while (in.accept(','));
      in.expect(']');
    }
    depth--;
    return Collections.unmodifiableList(elements);
  }

  private void enter() throws MalformedJsonException {
    if (++depth > MAX_DEPTH) {
      throw new MalformedJsonException();
    }
  }

  private static Object number(String text) {
    // no exceptions here: an unsigned header may hold thousands of numbers
    boolean isLong =
        text.length() <= MAX_LONG_LENGTH
            && text.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
    return isLong ? (Object) Long.valueOf(text) : new BigDecimal(text);
  }
}
