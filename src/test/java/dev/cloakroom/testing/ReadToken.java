package dev.cloakroom.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.cloakroom.crypto.Base64Url;
import dev.cloakroom.token.StrictJson;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Nimbus reads in a token, whoever signed it.
 *
 * @param now when it reads it
 */
public record ReadToken(
    List<String> parts, Map<String, Object> header, Map<String, Object> claims, Instant now) {

  /** What there is in a text. */
  public static ReadToken of(String text, Instant now) {
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

  /** Whether no other text would be the same token. */
  public boolean isCanonical() {
    return parts.stream().noneMatch(part -> Base64Url.decode(part).isEmpty());
  }

  /** Whether all who read JSON find the same in its header and claims. */
  public boolean isUnambiguous() {
    return parts.subList(0, 2).stream()
        .noneMatch(part -> Base64Url.decode(part).flatMap(StrictJson::parseObject).isEmpty());
  }

  public static boolean isText(@Nullable Object value) {
    return value instanceof String text && !text.isEmpty();
  }

  public static boolean isTexts(@Nullable Object value) {
    return value instanceof List<?> all && all.stream().allMatch(ReadToken::isText);
  }

  /** Whether a {@code NumericDate} is in one of the years that have four digits. */
  public static boolean isPossibleTime(@Nullable Object time) {
    return time instanceof Number seconds
        && seconds.doubleValue() >= 0
        && seconds.doubleValue() <= 253_402_300_799d;
  }
}
