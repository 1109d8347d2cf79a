package dev.cloakroom.http;

import java.util.HexFormat;

/**
 * A string as JSON writes it (<a href="https://www.rfc-editor.org/rfc/rfc8259#section-7">RFC 8259
 * §7</a>). Escapes more than is demanded: everything outside printable ASCII, so that no encoding
 * can break it, and what HTML would read as markup.
 */
public final class JsonText {

  private static final String MARKUP = "<>&'";
  private static final HexFormat HEX = HexFormat.of();

  private JsonText() {}

  /** The text as a JSON string, its quotes included. */
  public static String quoted(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    text.chars().forEach(c -> append(json, (char) c));
    return json.append('"').toString();
  }

  private static void append(StringBuilder json, char c) {
    if (c == '"' || c == '\\') {
      json.append('\\').append(c);
    } else if (c < ' ' || c > '~' || MARKUP.indexOf(c) >= 0) {
      json.append("\\u").append(HEX.toHexDigits(c));
    } else {
      json.append(c);
    }
  }
}
