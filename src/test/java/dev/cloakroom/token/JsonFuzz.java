package dev.cloakroom.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.math.BigDecimal;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whatever the bytes: an answer, and what we read in them another reader reads as well. */
class JsonFuzz {
  @FuzzTest(maxDuration = "10m")
  void parseObject(byte[] utf8) {
    StrictJson.parseObject(utf8)
        .ifPresent(ours -> assertThat(comparable(ours)).isEqualTo(comparable(others(utf8))));
  }

  private static Map<String, Object> others(byte[] utf8) {
    try {
      return JSONObjectUtils.parse(new String(utf8, UTF_8));
    } catch (ParseException e) {
      throw new AssertionError("another reader refuses it", e);
    }
  }

  private static @Nullable Object comparable(@Nullable Object value) {
    if (value instanceof Map<?, ?> members) {
      Map<Object, @Nullable Object> all = new LinkedHashMap<>();
      members.forEach((name, member) -> all.put(name, comparable(member)));
      return all;
    }
    if (value instanceof List<?> elements) {
      return elements.stream().map(element -> "" + comparable(element)).toList();
    }
    if (value instanceof Number number) {
      // the other one keeps no more than a double of what is no long
      return new BigDecimal(number.toString()).doubleValue();
    }
    return value == JsonNull.NULL ? null : value;
  }
}
