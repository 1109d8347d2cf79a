package dev.cloakroom.testkit;

import dev.cloakroom.http.JsonText;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON of maps, collections, texts, numbers, truth values, and moments in seconds. */
final class ClaimJson {

  private ClaimJson() {}

  static String of(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return object.entrySet().stream()
          .map(one -> JsonText.quoted(one.getKey().toString()) + ":" + of(one.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(ClaimJson::of).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Instant moment) {
      return Long.toString(moment.getEpochSecond());
    }
    return value == null || value instanceof Number || value instanceof Boolean
        ? String.valueOf(value)
        : JsonText.quoted(value.toString());
  }
}
