package dev.cloakroom.testkit.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a test has to show at the door.
 *
 * @param secret empty for a door at which nothing is shown
 */
record DoorKey(String secret) {

  /** The header that has it. */
  static final String HEADER = "Cloakroom-Testkit";

  private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]{16,}");

  /** What the setting says; empty if it opens no door. */
  static Optional<DoorKey> of(@Nullable String setting) {
    if ("on".equals(setting)) {
      return Optional.of(new DoorKey(""));
    }
    return Optional.ofNullable(setting)
        .filter(secret -> SECRET.matcher(secret).matches())
        .map(DoorKey::new);
  }

  boolean isNeeded() {
    return !secret.isEmpty();
  }

  boolean isShownBy(HttpServletRequest request) {
    String shown = request.getHeader(HEADER);
    return !isNeeded()
        || (shown != null && MessageDigest.isEqual(shown.getBytes(UTF_8), secret.getBytes(UTF_8)));
  }

  /** Nothing of it. */
  @Override
  public String toString() {
    return isNeeded() ? "DoorKey[***]" : "DoorKey[]";
  }
}
