package dev.cloakroom.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What Nimbus reads in a token, whoever signed it.
 *
 * @param now when it reads it
 */
record ReadToken(
    List<String> parts, Map<String, Object> header, Map<String, Object> claims, Instant now) {

  static ReadToken of(String text, Instant now) {
    List<String> parts = List.of(text.split("\\.", -1));
    return new ReadToken(parts, json(parts.get(0)), json(parts.get(1)), now);
  }

  private static Map<String, Object> json(String part) {
    try {
      return JSONObjectUtils.parse(new String(new Base64URL(part).decode(), UTF_8));
    } catch (ParseException e) {
      return Map.of();
    }
  }
}
