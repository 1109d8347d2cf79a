package dev.cloakroom.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.crypto.Base64Url;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an opaque token states of its caller, where there was more than a login: {@code
 * <level>=<second>,…;<method>,…} in base64url, so that the token stays one word. Trusted once its
 * mac is proven.
 */
final class OpaqueStatement {
  /** Of the login alone nothing is stated. */
  static final String NOTHING = "";

  private OpaqueStatement() {}

  static String of(Authentication authentication) {
    if (!authentication.isElevated()) {
      return NOTHING;
    }
    String moments =
        authentication.moments().entrySet().stream()
            .map(proof -> proof.getKey() + "=" + proof.getValue())
            .collect(Collectors.joining(","));
    String methods = String.join(",", authentication.methods());
    return Base64Url.encode((moments + ";" + methods).getBytes(UTF_8));
  }

  /**
   * Reads what {@link #of} gave.
   *
   * @throws IllegalArgumentException for any other text
   */
  static Authentication read(String stated) {
    String text = new String(Base64Url.decode(stated).orElseThrow(), UTF_8);
    int end = text.indexOf(';');
    Map<Integer, Instant> levels = new TreeMap<>();
    for (String proof : text.substring(0, end).split(",", -1)) {
      String[] parts = proof.split("=", 2);
      levels.put(Integer.valueOf(parts[0]), Instant.ofEpochSecond(Long.parseLong(parts[1])));
    }
    List<String> methods = new ArrayList<>(Arrays.asList(text.substring(end + 1).split(",", -1)));
    Instant highest = levels.values().stream().reduce((low, high) -> high).orElseThrow();
    return new Authentication(highest, methods, levels);
  }
}
