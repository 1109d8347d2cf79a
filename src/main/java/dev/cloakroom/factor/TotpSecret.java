package dev.cloakroom.factor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cloakroom.crypto.Base32;
import dev.cloakroom.crypto.RandomIds;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * What an authenticator app and we make codes of, a new one each thirty seconds (<a
 * href="https://www.rfc-editor.org/rfc/rfc6238#section-4">RFC 6238 §4</a>): 160 random bits, as RFC
 * 4226 recommends (§4, R6). Immutable; prints nothing of itself.
 */
final class TotpSecret {
  static final Duration STEP = Duration.ofSeconds(30);

  /** No step. */
  static final long NONE = -1;

  /** So many steps before and after ours may be the other clock's (RFC 6238 §5.2). */
  private static final int WINDOW = 1;

  private static final int LENGTH = 20;

  private final byte[] bytes;

  private TotpSecret(byte[] bytes) {
    this.bytes = bytes;
  }

  static TotpSecret random(RandomIds random) {
    return new TotpSecret(random.salt(LENGTH));
  }

  /**
   * A secret of these bytes, which are copied.
   *
   * @throws IllegalArgumentException if there are not 20
   */
  static TotpSecret of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("A secret has 20 bytes, not " + bytes.length + ".");
    }
    return new TotpSecret(bytes.clone());
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** As it is typed into an app. */
  String base32() {
    return Base32.encode(bytes);
  }

  /** The step that a moment is in. */
  static long stepAt(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), STEP.toSeconds());
  }

  /**
   * The step that a code is for: of those around a moment the latest, if it is for several, so that
   * it is not good once more for that. How long this takes tells nothing.
   *
   * @param code six digits
   * @return {@link #NONE} if it is for none of them
   */
  long stepOf(String code, Instant moment) {
    long now = stepAt(moment);
    long found = NONE;
    for (long step = Math.max(0, now - WINDOW); step <= now + WINDOW; step++) {
      if (isEqual(Hotp.password(bytes, step), code)) {
        found = step;
      }
    }
    return found;
  }

  private static boolean isEqual(String code, String shown) {
    return MessageDigest.isEqual(code.getBytes(UTF_8), shown.getBytes(UTF_8));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TotpSecret that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "TotpSecret[***]";
  }
}
